import {get, remove} from './api.js';
import {el, keyedList, list, section, setText, time} from './dom.js';

/** The mails that the services sent. HTML is shown as source: it comes from outside. */
export function mailPanel(run) {
  const clear = el('button', {onclick: () => run(() => remove('mail'))}, 'Clear');
  const panel = section('Mail', {wide: true, tools: [clear]});
  const rows = list(panel, 'No mail yet.');
  const show = keyedList(rows.box, mail => mail.id, mail => ({element: el('details', {},
    el('summary', {}, el('span', {class: 'soft'}, time(mail.time)), el('span', {}, mail.to),
      el('span', {class: 'grow'}, mail.subject ?? '(no subject)'), el('span', {class: 'soft'}, mail.from ?? '')),
    el('dl', {}, ...[mail.text, mail.html].filter(Boolean).map(body => el('dd', {}, el('pre', {}, body)))))}));
  const element = el('div', {class: 'panel', role: 'tabpanel', id: 'panel-mail'}, panel.element);
  return {element, refresh: async () => {
    const mails = await get('mail?limit=100');
    setText(panel.note, mails.length ? `${mails.length} shown` : '');
    rows.count(mails.length);
    show(mails);
  }};
}
