import {put} from './api.js';
import {el, keyedList, list, section, setText} from './dom.js';

const service = one => `${one.serviceId} × ${one.quantity}${one.prorated ? ', prorated' : ''}`;
const ticket = one => `#${one.ticketId} ${one.fields.summary}`;

/** PowerCode's customers with everything on their accounts. */
export function customers(run) {
  let numbers = false;
  const change = el('button', {onclick: () => run(() => put('powercode/settings', {idsAsNumbers: !numbers}))});
  const panel = section('Customers', {wide: true, tools: [change]});
  const rows = list(panel, 'No customers yet. They appear when a service creates one.');
  const body = el('tbody');
  const names = ['Id', 'Name', 'External account', 'Status', 'Address', 'Services', 'Tickets', 'Tags'];
  rows.box.append(el('table', {}, el('thead', {}, el('tr', {},
    ...names.map(name => el('th', {scope: 'col'}, name)))), body));
  const show = keyedList(body, account => account.customer.customerId, account => {
    const cells = names.slice(1).map(name => el('td', {class: name === 'Tickets' ? 'grow' : ''}));
    return {
      element: el('tr', {}, el('td', {class: 'mono'}, account.customer.customerId), ...cells),
      update: ({customer: {fields}, services, tickets, tags}) => [
        [fields.firstName, fields.lastName].join(' '),
        fields.extAccountID ?? '',
        fields.status,
        [fields.physicalStreet, fields.physicalCity, fields.physicalState].filter(Boolean).join(', '),
        services.map(service).join('; '),
        tickets.map(ticket).join('; '),
        tags.join(', '),
      ].forEach((text, index) => setText(cells[index], text)),
    };
  });
  return {element: panel.element, path: 'powercode/customers?limit=50', update: page => {
    numbers = page.settings.idsAsNumbers;
    setText(panel.note, `${page.total} kept · ids are ${numbers ? 'numbers' : 'text'}`);
    setText(change, numbers ? 'Ids as text' : 'Ids as numbers');
    rows.count(page.items.length);
    show(page.items);
  }};
}
