/** The console: signs in, keeps itself fresh, and follows the address. */

import { listenToActs } from './acts.js';
import { isSignedIn, piece, signIn, signOut } from './api.js';
import { follow } from './follow.js';
import { $, say, show } from './words.js';

const EVERY = 5000;

let open = null; // the account
let next = null;
let away = false;
let round = 0;

/** Again and again, one round after the other. A token is forgotten only when it is refused. */
async function refresh() {
  clearTimeout(next);
  if (!isSignedIn()) return;
  const mine = ++round;
  const asked = open;
  try {
    const [accounts, account] = await Promise.all([
      piece('accounts'),
      asked ? readAccount(asked) : '',
    ]);
    if (mine !== round || !isSignedIn()) return; // a newer round is under way
    enter();
    show($('accounts'), accounts);
    markOpen();
    if (asked) show($('account-body'), account);
    follow(open, refresh);
    if (away) say('');
    away = false;
  } catch (trouble) {
    if (mine !== round) return;
    if (trouble.status === 401) return leave(trouble.message);
    away = true;
    say(trouble.message + ' Trying again.', true);
    $('sign-in-message').textContent = trouble.message + ' Trying again.';
  }
  clearTimeout(next);
  next = setTimeout(refresh, EVERY);
}

async function readAccount(id) {
  try {
    return await piece('accounts/' + encodeURIComponent(id));
  } catch (trouble) {
    if (trouble.status === 404) return '<p class="error">You have no such account.</p>';
    throw trouble;
  }
}

function enter() {
  $('sign-in').hidden = true;
  $('console').hidden = false;
}

function leave(why = '') {
  signOut();
  round++;
  clearTimeout(next);
  follow(null);
  for (const dialog of document.querySelectorAll('dialog[open]')) dialog.close();
  show($('accounts'), '');
  show($('account-body'), '');
  say('');
  $('console').hidden = true;
  $('sign-in').hidden = false;
  $('sign-in-message').textContent = why;
  $('token').value = '';
  $('token').focus();
}

function markOpen() {
  for (const entry of $('accounts').querySelectorAll('a')) {
    if (entry.dataset.account === open) entry.setAttribute('aria-current', 'true');
    else entry.removeAttribute('aria-current');
  }
}

/** The part of the address behind # is the account that is open. */
async function followAddress() {
  let id = location.hash.slice(1);
  try {
    id = decodeURIComponent(id);
  } catch (malformed) {
    id = '';
  }
  const before = open;
  open = id || null;
  $('account').hidden = !open;
  $('console').classList.toggle('open', Boolean(open));
  if (before === open) return;
  show($('account-body'), '');
  follow(null);
  say('');
  await refresh();
  if (open && $('account-id')) $('account-id').focus();
  if (!open && before) focusOn(before);
}

/** Back in the list, the keyboard is where it was. */
function focusOn(account) {
  const entry = [...$('accounts').querySelectorAll('a')].find((it) => it.dataset.account === account);
  if (entry) entry.focus();
}

$('sign-in').addEventListener('submit', (event) => {
  event.preventDefault();
  signIn($('token').value.trim());
  $('token').value = '';
  $('sign-in-message').textContent = '';
  refresh();
});
$('sign-out').addEventListener('click', () => leave());
addEventListener('hashchange', followAddress);
listenToActs(() => open, refresh);

if (isSignedIn()) {
  followAddress();
  refresh();
} else {
  leave();
  followAddress();
}
