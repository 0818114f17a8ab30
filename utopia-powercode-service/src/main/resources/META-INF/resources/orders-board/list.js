/** The orders by state, and the filters. */

import { read } from './api.js';
import { $, STATES, isNews, make, stepName, stepState, time } from './words.js';

const PAGE = 50;

const wanted = { state: '', search: '', limit: PAGE };
let asked = 0;

export async function refreshList() {
  const nr = ++asked;
  const filter = new URLSearchParams({ limit: wanted.limit });
  if (wanted.state) filter.set('state', wanted.state);
  if (wanted.search) filter.set('search', wanted.search);
  const [counts, orders] = await Promise.all([read('orders/counts'), read('orders?' + filter)]);
  if (nr !== asked) return; // a newer question is under way
  showStates(counts);
  showOrders(orders);
}

export function markOpen(orderref) {
  for (const entry of $('list').querySelectorAll('a')) {
    const isOpen = entry.dataset.ref === orderref;
    if (isOpen) entry.setAttribute('aria-current', 'true');
    else entry.removeAttribute('aria-current');
  }
}

export function listenToFilters(refresh) {
  let pause;
  $('search').addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(() => {
      wanted.search = $('search').value.trim();
      wanted.limit = PAGE;
      refresh();
    }, 200);
  });
  $('states').addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (!button) return;
    wanted.state = button.dataset.state;
    wanted.limit = PAGE;
    pressChosen();
    refresh();
  });
  $('more').addEventListener('click', () => {
    wanted.limit = Math.min(500, wanted.limit + PAGE);
    refresh();
  });
}

function showStates(counts) {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (!$('states').childElementCount) {
    $('states').append(stateButton('', 'All'));
    for (const [state, name] of Object.entries(STATES)) $('states').append(stateButton(state, name));
  }
  for (const button of $('states').children) {
    const { state } = button.dataset;
    button.lastChild.textContent = state ? counts[state] : all;
    button.classList.toggle('none', state !== '' && !counts[state]);
  }
  pressChosen();
}

function stateButton(state, name) {
  const button = make('button', state, make('span', null, name), ' ', make('b'));
  button.type = 'button';
  button.dataset.state = state;
  return button;
}

function pressChosen() {
  for (const button of $('states').children) {
    button.setAttribute('aria-pressed', String(button.dataset.state === wanted.state));
  }
}

function showOrders({ items, total }) {
  $('nothing').hidden = total > 0;
  $('more').hidden = items.length >= total || wanted.limit >= 500;
  if (!isNews($('list'), items)) return;
  const focused = document.activeElement && document.activeElement.dataset.ref;
  const open = $('list').querySelector('[aria-current]');
  $('list').replaceChildren(...items.map((order) => make('li', null, entry(order))));
  if (open) markOpen(open.dataset.ref);
  if (focused) {
    const again = [...$('list').querySelectorAll('a')].find((it) => it.dataset.ref === focused);
    if (again) again.focus();
  }
}

function entry(order) {
  const at = order.customer || {};
  const link = make(
    'a',
    null,
    make('span', 'ref', order.orderref),
    make('span', 'state ' + order.state, STATES[order.state] || order.state),
    make('span', 'who', [at.name, at.street, at.city].filter(Boolean).join(', ')),
    make('span', 'when', time(order.createdAt)),
    dots(order.steps),
    order.error ? make('span', 'why', order.error) : null,
  );
  link.href = '#' + order.orderref;
  link.dataset.ref = order.orderref;
  return link;
}

function dots(steps) {
  const row = make('span', 'dots');
  row.setAttribute('role', 'img');
  row.setAttribute(
    'aria-label',
    steps.map((step) => stepName(step.name) + ' ' + stepState(step)).join(', '),
  );
  row.append(...steps.map((step) => make('i', step.state)));
  row.title = row.getAttribute('aria-label');
  return row;
}
