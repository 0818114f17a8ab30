import {el, keyedList, list, pretty, section, setText, statusChip, time} from './dom.js';

const text = (title, body) => body ? [el('dt', {}, title), el('dd', {}, el('pre', {}, body))] : [];

/** The last calls that a partner received. */
export function callsPanel() {
  const panel = section('Calls received');
  const rows = list(panel, 'No calls yet.');
  const show = keyedList(rows.box, call => call.id, call => ({element: el('details', {},
    el('summary', {},
      el('span', {class: 'soft'}, time(call.time)),
      el('span', {class: 'soft'}, call.operation),
      el('span', {class: 'grow mono', title: call.path}, `${call.method} ${call.path}`),
      ...(call.fault === 'NONE' ? [] : [el('span', {class: 'chip warn'}, call.fault.toLowerCase().replace('_', ' '))]),
      el('span', {class: 'soft'}, `${call.millis} ms`),
      statusChip(call.status)),
    el('dl', {},
      ...text('Headers', Object.entries(call.headers).map(([name, value]) => `${name}: ${value}`).join('\n')),
      ...text('Body', pretty(call.body)),
      ...text('Answer', pretty(call.answer))))}));
  return {element: panel.element, update: (calls, counters) => {
    const total = Object.values(counters).reduce((sum, counter) => sum + counter.calls, 0);
    setText(panel.note, `${total} in all`);
    rows.count(calls.length);
    show(calls);
  }};
}

/** The last webhooks that a partner sent, and what was answered. */
export function deliveriesPanel() {
  const panel = section('Webhooks sent');
  const rows = list(panel, 'No webhooks yet.');
  const show = keyedList(rows.box, delivery => delivery.id, delivery => ({element: el('details', {},
    el('summary', {},
      el('span', {class: 'soft'}, time(delivery.time)),
      el('span', {class: 'grow', title: delivery.reference}, `${delivery.kind.toLowerCase()} `,
        el('span', {class: 'mono'}, delivery.reference)),
      ...(delivery.attempt > 1 ? [el('span', {class: 'chip warn'}, `attempt ${delivery.attempt}`)] : []),
      el('span', {class: 'soft'}, `${delivery.millis} ms`),
      statusChip(delivery.status)),
    el('dl', {},
      ...text('To', delivery.url),
      ...text('Body', delivery.body),
      ...text('Answer', pretty(delivery.answer)),
      ...text('Error', delivery.error)))}));
  return {element: panel.element, update: deliveries => {
    rows.count(deliveries.length);
    show(deliveries);
  }};
}
