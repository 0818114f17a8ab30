import {post} from './api.js';
import {el, keyedList, list, section, setText, time} from './dom.js';

const ACTIONS = [
  ['Pay', 'pay', {}, 'The customer pays: webhook'],
  ['Pay late', 'pay', {force: true}, 'Also after expiry, and a second time'],
  ['Wrong amount', 'pay', {amount: 1}, 'The customer pays 1 IDR'],
  ['Expire', 'expire', {}, 'The code can no longer be paid'],
];
const MORE = [
  ['Pay, and lose the webhook', 'pay', {lost: true}],
  ['Payment fails', 'pay', {status: 'FAILED'}],
  ['Pay, webhook twice, same id', 'pay', {duplicates: 1, sameWebhookId: true}],
  ['Pay, webhook twice at once, two ids', 'pay', {duplicates: 1, concurrently: true}],
  ['Pay, webhook with a wrong token', 'pay', {token: 'wrong'}],
  ['Pay, webhook without token', 'pay', {withoutToken: true}],
  ['Pay, webhook in the v1 shape', 'pay', {shape: 'V1'}],
  ['Pay, webhook in the flat shape', 'pay', {shape: 'FLAT'}],
  ['Send the last webhook again', 'redeliver', {sameWebhookId: true}],
  ['Send it with another id', 'redeliver', {}],
];

function status(code) {
  const paid = code.payments.filter(payment => payment.status === 'SUCCEEDED').map(payment => payment.amount);
  if (paid.length === 1 && paid[0] === code.amount) return ['paid', 'good'];
  if (paid.length) return [`paid ${paid.map(amount => amount.toLocaleString()).join(' + ')}`, 'warn'];
  return code.status === 'ACTIVE' ? ['active', 'info'] : ['expired', 'bad'];
}

/** Xendit's codes, with a button for everything that its customers and its mistakes can do. */
export function codes(run) {
  const test = el('button', {onclick: () => run(() => post('xendit/test-and-save'))}, 'Test and save');
  const panel = section('QR codes', {wide: true, tools: [test]});
  const rows = list(panel, 'No codes yet. They appear when a service creates one.');
  const body = el('tbody');
  const names = ['Reference', 'Status', 'Amount', 'Expires', 'What happens next'];
  rows.box.append(el('table', {}, el('thead', {}, el('tr', {},
    ...names.map(name => el('th', {scope: 'col', class: name === 'Amount' ? 'number' : ''}, name)))), body));
  const show = keyedList(body, code => code.id, code => {
    const [chip, amount, expires] = [el('span'), el('td', {class: 'number'}), el('td')];
    const act = (action, options) => run(() => post(`xendit/codes/${encodeURIComponent(code.id)}/${action}`, options));
    const buttons = ACTIONS.map(([text, action, options, title]) =>
      el('button', {class: 'small', title, onclick: () => act(action, options)}, text));
    const more = el('select', {class: 'small', 'aria-label': 'More'}, el('option', {value: ''}, 'More…'),
      ...MORE.map(([label], index) => el('option', {value: index}, label)));
    more.addEventListener('change', () => {
      if (more.value !== '') act(...MORE[more.value].slice(1));
      more.value = '';
    });
    return {
      element: el('tr', {}, el('td', {class: 'grow mono', title: `${code.reference} ${code.id}`}, code.reference),
        el('td', {}, chip), amount, expires, el('td', {}, el('div', {class: 'acts'}, ...buttons, more))),
      update: now => {
        const [text, kind] = status(now);
        setText(chip, text);
        chip.className = `chip ${kind}`;
        setText(amount, `${now.amount.toLocaleString()} ${now.currency}`);
        setText(expires, time(now.expiresAt));
        for (const index of [0, 2, 3]) buttons[index].disabled = now.status !== 'ACTIVE';
      },
    };
  });
  return {element: panel.element, path: 'xendit/codes?limit=50', update: page => {
    const url = page.settings.webhookUrl;
    setText(panel.note, `${page.total} kept · webhooks go to ${url ?? 'nowhere: no URL is registered'}`);
    panel.note.className = url ? 'note' : 'note notice';
    test.disabled = !url;
    rows.count(page.items.length);
    show(page.items);
  }};
}
