import {post} from './api.js';
import {el, keyedList, list, section, setText, time} from './dom.js';

const STATUS = {PENDING: 'info', IN_PROGRESS: 'warn', PAID: 'good', CANCELLED: 'bad'};
const ACTIONS = [
  ['Start', 'start', {}],
  ['Approve', 'approve', {}],
  ['Cancel', 'cancel', {}],
];
const MORE = [
  ['Withdraw as merchant (no webhook)', 'cancel', {lost: true}],
  ['Approve, and lose the webhook', 'approve', {lost: true}],
  ['Approve another amount (1.00)', 'approve', {loanAmount: 1.00}],
  ['Approve, webhook twice at once', 'approve', {duplicates: 1, concurrently: true}],
  ['Approve, odd white space', 'approve', {whitespace: true}],
  ['Send the last webhook again', 'redeliver', {}],
  ['Send it two days old', 'redeliver', {timestampOffsetMillis: -172800000}],
  ['Send it with a wrong signature', 'redeliver', {wrongKey: true}],
];
const TITLES = {
  Start: 'The customer accepts the offer: IN_PROGRESS',
  Approve: 'The customer signs: PAID, signed confirmation',
  Cancel: 'The customer cancels: signed cancellation; also after PAID, as a contradiction',
};

/** Iute's orders, with a button for everything that its customers and its mistakes can do. */
export function orders(run) {
  const rotate = el('button', {onclick: () => run(() => post('iute/rotate-key'))}, 'Rotate key');
  const panel = section('Orders', {wide: true, tools: [rotate]});
  const rows = list(panel, 'No orders yet. They appear when a service creates one.');
  const body = el('tbody');
  const names = ['Order', 'Status', 'Amount', 'Phone', 'Salesman', 'Changed', 'What happens next'];
  rows.box.append(el('table', {}, el('thead', {}, el('tr', {},
    ...names.map(name => el('th', {scope: 'col', class: name === 'Amount' ? 'number' : ''}, name)))), body));
  const show = keyedList(body, order => order.orderId, order => {
    const chip = el('span');
    const cells = {};
    for (const name of ['amount', 'phone', 'salesman', 'changed']) {
      cells[name] = el('td', {class: name === 'amount' ? 'number' : ''});
    }
    const act = ([, action, options]) =>
      run(() => post(`iute/orders/${encodeURIComponent(order.orderId)}/${action}`, options));
    const buttons = ACTIONS.map(action =>
      el('button', {class: 'small', title: TITLES[action[0]], onclick: () => act(action)}, action[0]));
    const more = el('select', {class: 'small', 'aria-label': 'More'}, el('option', {value: ''}, 'More…'),
      ...MORE.map(([label], index) => el('option', {value: index}, label)));
    more.addEventListener('change', () => {
      if (more.value !== '') act(MORE[more.value]);
      more.value = '';
    });
    return {
      element: el('tr', {}, el('td', {class: 'grow mono', title: order.orderId}, order.orderId), el('td', {}, chip),
        ...Object.values(cells), el('td', {}, el('div', {class: 'acts'}, ...buttons, more))),
      update: now => {
        setText(chip, now.status);
        chip.className = `chip ${STATUS[now.status]}`;
        setText(cells.amount, `${now.totalAmount.toFixed(2)} ${now.currency}`);
        setText(cells.phone, now.phone);
        setText(cells.salesman, now.salesmanIdentifier);
        setText(cells.changed, time(now.updatedAt));
        const open = now.status === 'PENDING' || now.status === 'IN_PROGRESS';
        buttons[0].disabled = now.status !== 'PENDING';
        buttons.slice(1).forEach(button => { button.className = open ? 'small' : 'small quiet'; });
      },
    };
  });
  return {element: panel.element, path: 'iute/orders?limit=50', update: page => {
    setText(panel.note, `${page.total} kept`);
    rows.count(page.items.length);
    show(page.items);
  }};
}
