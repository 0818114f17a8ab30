import {put, remove} from './api.js';
import {el, keyedList, section, setText} from './dom.js';

const KINDS = {
  NONE: 'nothing but slow',
  STATUS_JSON: 'status, JSON body',
  STATUS_HTML: 'status, HTML body',
  DROP_BEFORE: 'drop, nothing done',
  DROP_AFTER: 'done, but answer lost',
  LATE_ANSWER: 'done, then slow',
  TRUNCATED_JSON: 'answer cut in the middle',
  DROP_WITHIN: 'connection closes within the answer',
  TRICKLE: 'answer comes in drops, latency between them',
  HUGE_BODY: 'huge answer',
};
const QUICK = [
  ['Break (503)', {kind: 'STATUS_JSON', status: 503}],
  ['Slow down (3 s)', {kind: 'NONE', latencyMillis: 3000}],
  ['Drop calls', {kind: 'DROP_BEFORE'}],
  ['Lose answers', {kind: 'DROP_AFTER'}],
];

function describe(fault) {
  const parts = [];
  if (fault.status) parts.push(`answers ${fault.status}`);
  else if (fault.kind !== 'NONE') parts.push(KINDS[fault.kind]);
  if (fault.latencyMillis) parts.push(`${fault.latencyMillis} ms slower`);
  if (fault.times) parts.push(`${fault.times} more`);
  return parts.join(', ');
}

/** How a partner misbehaves: the state, quick buttons, and a form for everything else. */
export function faultPanel(partner, operations, run) {
  const normal = el('button', {class: 'calm', onclick: () => run(() => remove(`${partner}/faults`))}, 'Back to normal');
  const panel = section('Behaviour', {wide: true, tools: [normal]});
  const set = (operation, fault) => run(() => put(`${partner}/faults/${operation}`, fault));
  const field = (text, control) => el('label', {}, text, control);
  const options = entries => entries.map(([value, text]) => el('option', {value}, text));
  const operation = el('select', {}, ...options([['all', 'every call'], ...operations.map(o => [o, o])]));
  const kind = el('select', {}, ...options(Object.entries(KINDS)));
  const number = (value, max) => el('input', {type: 'number', min: 0, max, value});
  const [status, latency, times] = [number(503, 599), number(0, 600000), number(0, 1000000)];
  const apply = () => set(operation.value, {
    kind: kind.value,
    status: kind.value.startsWith('STATUS') ? status.valueAsNumber || 0 : 0,
    latencyMillis: latency.valueAsNumber || 0,
    bytes: kind.value === 'HUGE_BODY' ? 64 * 1024 * 1024 : 0,
    times: times.valueAsNumber || 0,
  });
  const chips = el('span', {class: 'row chips'});
  panel.element.append(el('div', {class: 'body'},
    el('div', {class: 'row'}, ...QUICK.map(([text, fault]) => el('button', {onclick: () => set('all', fault)}, text)), chips),
    el('div', {class: 'row'}, field('Operation', operation), field('What happens', kind), field('Status', status),
      field('Latency in ms', latency), field('Calls (0 = always)', times), el('button', {onclick: apply}, 'Set'))));
  const show = keyedList(chips, ([name]) => name, ([name]) => {
    const text = el('span');
    const clear = el('button', {class: 'small', onclick: () => run(() => remove(`${partner}/faults/${name}`))}, 'clear');
    return {
      element: el('span', {class: 'chip warn'}, text, ' ', clear),
      update: ([, fault]) => setText(text, `${name === 'all' ? 'every call' : name}: ${describe(fault)}`),
    };
  });
  return {element: panel.element, update: faults => {
    const active = Object.entries(faults);
    show(active);
    normal.disabled = active.length === 0;
    setText(panel.note, active.length ? 'Misbehaving' : 'Behaves normally');
    panel.note.className = active.length ? 'note notice' : 'note';
  }};
}
