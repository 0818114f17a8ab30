/** The order that is open. What people type is never touched by a refresh. */

import { Trouble, read } from './api.js';
import { $, STATES, eventName, isNews, link, make, stepName, stepState, time } from './words.js';

const STOPPED = ['NEEDS_ATTENTION', 'DEAD', 'NOT_OURS'];
const WITH_STEPS_BY_HAND = ['NEEDS_ATTENTION', 'DEAD'];

let open = null; // the reference, before its order is there
let order = null;

export const openRef = () => open;

export const openOrder = () => order;

/** Nothing of the one before remains, what was typed for it least of all. */
export function openAs(orderref) {
  if (open === orderref) return;
  open = orderref;
  order = null;
  $('order').hidden = !open;
  $('board').classList.toggle('open', Boolean(open));
  for (const form of $('order').querySelectorAll('form')) form.reset();
  for (const part of $('order').querySelectorAll('details')) part.open = false;
  for (const part of ['facts', 'steps', 'history', 'by-hand-step']) {
    $(part).replaceChildren();
    $(part).shown = null;
  }
  $('orderref').textContent = open || '';
  $('state').textContent = '';
  $('state').className = 'state';
  $('error').hidden = true;
  $('acts').hidden = true;
  if (open) $('orderref').focus();
}

export async function refreshOrder() {
  const asked = open;
  if (!asked) return;
  try {
    const answer = await read('orders/' + encodeURIComponent(asked));
    if (asked === open) show(answer);
  } catch (trouble) {
    if (!(trouble instanceof Trouble) || trouble.status === 0 || trouble.status === 401) throw trouble;
    if (asked !== open || order) throw trouble;
    showError(trouble.message);
  }
}

export function show(answer) {
  order = answer;
  $('state').textContent = STATES[order.state] || order.state;
  $('state').className = 'state ' + order.state;
  showError(order.error);
  showFacts();
  showActs();
  if (isNews($('steps'), order.steps)) $('steps').replaceChildren(...order.steps.map(step));
  if (isNews($('history'), order.history)) $('history').replaceChildren(...order.history.map(event));
}

function showError(text) {
  $('error').hidden = !text;
  if ($('error').textContent !== (text || '')) $('error').textContent = text || '';
}

function showFacts() {
  const at = order.customer || {};
  const { customerId, customerLink, ticketId } = order.powercode;
  const facts = [
    ['Customer', at.name],
    ['Address', [at.street, at.city].filter(Boolean).join(', ')],
    ['Site', order.siteid],
    ['Ordered', order.items.join(', ')],
    ['In PowerCode', customerId && (link(customerLink, 'Customer ' + customerId) || customerId)],
    ['Ticket', ticketId],
    ['Failed tries', order.attempts || null],
    ['Next try', time(order.nextAttemptAt)],
    ['Callbacks', String(order.callbacks)],
    ['Received', time(order.createdAt)],
  ].filter(([, value]) => value);
  if (!isNews($('facts'), [order.customer, order.powercode, facts.map(([, value]) => String(value))])) return;
  $('facts').replaceChildren(
    ...facts.map(([name, value]) => make('div', null, make('dt', null, name), make('dd', null, value))),
  );
}

function showActs() {
  const stopped = STOPPED.includes(order.state);
  const unclear = order.unclearStep;
  $('acts').hidden = false;
  $('unclear').hidden = !unclear || !WITH_STEPS_BY_HAND.includes(order.state);
  $('unclear-step').textContent = unclear ? stepName(unclear) : '';
  $('unclear-number').hidden = unclear !== 'ticket';
  $('unclear-result').required = unclear === 'ticket';
  $('retry').hidden = !stopped || Boolean(unclear);
  $('resolve-part').hidden = !stopped;
  showStepsByHand();
}

function showStepsByHand() {
  const mayBe = order.steps
    .filter((it) => it.state !== 'DONE' && it.name !== 'lookup')
    .filter((it) => it.name === 'mail' || WITH_STEPS_BY_HAND.includes(order.state))
    .map((it) => it.name);
  $('by-hand-part').hidden = !mayBe.length;
  if (!isNews($('by-hand-step'), mayBe)) return;
  const chosen = $('by-hand-step').value;
  $('by-hand-step').replaceChildren(...mayBe.map((name) => new Option(stepName(name), name)));
  if (mayBe.includes(chosen)) $('by-hand-step').value = chosen;
}

function step(it) {
  const quantity = it.quantity > 1 ? ' × ' + it.quantity : '';
  return make(
    'li',
    it.state,
    make('span', 'name', stepName(it.name) + quantity),
    make('span', 'what', stepState(it)),
    it.result ? make('span', 'result', it.result) : null,
    make('span', 'when', time(it.at)),
    it.error ? make('span', 'why', it.error) : null,
  );
}

function event(it) {
  return make(
    'li',
    null,
    make('span', 'when', time(it.at)),
    make('span', 'name', eventName(it.event)),
    make('span', 'actor', it.actor),
    it.detail ? make('span', 'why', it.detail) : null,
  );
}
