import {post, remove} from './api.js';
import {el, keyedList, list, section, setText} from './dom.js';

const NEW_ORDER = 'Project New Order';
const MORE = [
  ['Tell five times at once', NEW_ORDER, {duplicates: 4, concurrently: true}],
  ['Tell without headers and signature', NEW_ORDER, {bare: true}],
  ['Tell with a timestamp of yesterday', NEW_ORDER, {timestampOffsetMillis: -86400000}],
  ['Tell of something else', 'Project Updated', {}],
  ['Send a test', 'Test', {}],
];

/** UTOPIA's orders, and what the provider can be told about them. */
export function orders(run) {
  const now = el('button', {onclick: () => run(() => post('utopia/order-now'))}, 'Order now');
  const panel = section('Orders', {wide: true, tools: [now]});
  const rows = list(panel, 'No orders yet. “Order now” makes one and tells the provider.');
  const body = el('tbody');
  rows.box.append(el('table', {}, el('thead', {}, el('tr', {},
    ...['Order', 'Household', 'Site', 'Address', 'Items', 'What happens next'].map(name => el('th', {scope: 'col'}, name)))), body));
  const show = keyedList(body, order => order.orderref, ({orderref}) => {
    const cells = {household: el('td'), site: el('td', {class: 'mono'}), address: el('td', {class: 'grow'}), items: el('td')};
    const tell = (msg, options) =>
      run(() => post('utopia/callback', {event: `From the sandbox: ${orderref}`, orderref, msg, options}));
    const more = el('select', {class: 'small', 'aria-label': 'More'}, el('option', {value: ''}, 'More…'),
      ...MORE.map(([label], index) => el('option', {value: index}, label)));
    more.addEventListener('change', () => {
      if (more.value !== '') tell(...MORE[more.value].slice(1));
      more.value = '';
    });
    return {
      element: el('tr', {}, el('td', {class: 'mono'}, orderref), ...Object.values(cells), el('td', {}, el('div', {class: 'acts'},
        el('button', {class: 'small', title: 'The callback again', onclick: () => tell(NEW_ORDER, {})}, 'Tell'),
        el('button', {class: 'small', title: 'The look-up knows no such order any more',
          onclick: () => run(() => remove(`utopia/orders/${encodeURIComponent(orderref)}`))}, 'Deny'), more))),
      update: ({contract: {customer = {}, address = {}, orderitems}}) => {
        setText(cells.household, [customer.firstname, customer.lastname].join(' '));
        setText(cells.site, String(address.siteid ?? 'none'));
        setText(cells.address, [address.address, address.apt, address.city, address.state].filter(Boolean).join(', '));
        setText(cells.items, Array.isArray(orderitems) ? orderitems.map(item => item.description).join(', ') : 'missing');
      },
    };
  });
  return {element: panel.element, path: 'utopia/orders?limit=50', update: page => {
    const url = page.settings.callbackUrl;
    setText(panel.note, `${page.total} kept · callbacks go to ${url ?? 'nowhere: no URL is registered'}`);
    panel.note.className = url ? 'note' : 'note notice';
    now.disabled = !url;
    rows.count(page.items.length);
    show(page.items);
  }};
}
