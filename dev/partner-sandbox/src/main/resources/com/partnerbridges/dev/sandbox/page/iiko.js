import {post, put} from './api.js';
import {el, keyedList, list, section, setText} from './dom.js';

const NAMES = ['Server', 'Departments', 'Stores', 'Suppliers', 'Invoices', 'Slots taken', 'Log-ins', 'Log-outs',
  'Concurrent', 'MB sent', 'What happens next'];

const bulk = ({documents, suppliers}) =>
  [documents && `${documents} more invoices`, suppliers && `${suppliers} more suppliers`].filter(Boolean).join(', ');

/** The accounts' servers; faults and calls below are those of the first one. */
export function servers(run) {
  const panel = section('Servers', {wide: true});
  const rows = list(panel, 'No servers.');
  const body = el('tbody');
  rows.box.append(el('table', {}, el('thead', {}, el('tr', {},
    ...NAMES.map(name => el('th', {scope: 'col'}, name)))), body));
  const show = keyedList(body, server => server.tenant, ({tenant}) => {
    const cells = NAMES.slice(1, -1).map(() => el('td'));
    const at = `iiko/tenants/${tenant}`;
    const act = (text, title, action) => el('button', {class: 'small', title, onclick: () => run(action)}, text);
    return {
      element: el('tr', {}, el('td', {class: 'mono'}, tenant), ...cells, el('td', {}, el('div', {class: 'acts'},
        act('New invoice', 'One more invoice, of today', () => post(`${at}/invoice-now`)),
        act('An hour later', 'Sessions end by their age', () => post(`${at}/clock`, {seconds: 3600})),
        act('Restart', 'Every session and connection dies', () => post(`${at}/restart`)),
        act('No slot', 'Nobody gets in', () => put(`${at}/settings`, {slots: 0})),
        act('One slot', 'One session at a time', () => put(`${at}/settings`, {slots: 1}))))),
      update: ({departments, stores, suppliers, invoices, bulk: more, slots, use}) => [
        departments, stores, suppliers, invoices + (bulk(more) && ` (${bulk(more)})`),
        `${use.slotsHeld} of ${slots}, at most ${use.mostSlotsHeld}`,
        `${use.logins}, ${use.refusedLogins} refused`, use.logouts, use.concurrent,
        (Object.values(use.bytes).reduce((sum, bytes) => sum + bytes, 0) / 1e6).toFixed(1),
      ].forEach((text, index) => setText(cells[index], String(text))),
    };
  });
  return {element: panel.element, path: 'iiko/tenants', update: all => {
    setText(panel.note, `${all.length} in all · behaviour and calls below are of ${all[0].tenant}`);
    rows.count(all.length);
    show(all);
  }};
}
