import {put, remove} from './api.js';
import {el, keyedList, list, section, setText} from './dom.js';

const role = role => `${role.app_code} ${role.role_code} ${role.role_level}`;

/** Who is logged in, and whether answers are encrypted. */
export function users(run) {
  let encrypted = false;
  const change = el('button', {onclick: () => run(() => put('atlas/settings', {encrypted: !encrypted}))});
  const panel = section('Users', {wide: true, tools: [change]});
  const rows = list(panel, 'Nobody is logged in.');
  const body = el('tbody');
  rows.box.append(el('table', {}, el('thead', {}, el('tr', {},
    ...['Token', 'User', 'Roles', ''].map(name => el('th', {scope: 'col'}, name)))), body));
  const show = keyedList(body, ([token]) => token, ([token]) => {
    const [name, roles] = [el('td'), el('td', {class: 'grow'})];
    const forget = () => run(() => remove(`atlas/users/${encodeURIComponent(token)}`));
    return {
      element: el('tr', {}, el('td', {class: 'mono'}, token), name, roles,
        el('td', {}, el('button', {class: 'small', onclick: forget}, 'Log out'))),
      update: ([, user]) => {
        setText(name, `${user.u_username} (${user.u_id})`);
        setText(roles, user.roles.map(role).join(', '));
      },
    };
  });
  return {element: panel.element, path: 'atlas/users', update: page => {
    encrypted = page.encrypted;
    setText(panel.note, encrypted ? 'Answers are encrypted' : 'Answers are plain');
    setText(change, encrypted ? 'Answer plainly' : 'Encrypt answers');
    const items = Object.entries(page.users);
    rows.count(items.length);
    show(items);
  }};
}
