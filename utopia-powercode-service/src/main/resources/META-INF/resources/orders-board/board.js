/** The board of orders: signs in, keeps itself fresh, and follows the address. */

import { listenToActs } from './acts.js';
import { isSignedIn, read, signIn, signOut } from './api.js';
import { listenToFilters, markOpen, refreshList } from './list.js';
import { openAs, openRef, refreshOrder } from './order.js';
import { $ } from './words.js';

const EVERY = 5000;

let next = null;
let away = false;

function say(text, isTrouble = false) {
  $('message').textContent = text;
  $('message').classList.toggle('trouble', isTrouble);
}

async function enter() {
  const person = await read('orders-board/person');
  $('person').textContent = '(' + person.name + ')';
  document.body.classList.toggle('reader', !person.mayAct);
  $('sign-in').hidden = true;
  $('board').hidden = false;
  follow();
}

/** A key is forgotten only when the service says that it is wrong. */
async function begin() {
  $('sign-in-message').textContent = '';
  try {
    await enter();
  } catch (trouble) {
    if (trouble.status === 401) return leave(trouble.message);
    $('sign-in').hidden = false;
    $('sign-in-message').textContent = trouble.message + ' Trying again.';
    next = setTimeout(begin, EVERY);
  }
}

function leave(why = '') {
  signOut();
  clearTimeout(next);
  openAs(null);
  for (const dialog of document.querySelectorAll('dialog[open]')) dialog.close();
  $('list').replaceChildren();
  $('list').shown = null;
  $('dry-run-result').replaceChildren();
  $('board').hidden = true;
  $('sign-in').hidden = false;
  $('sign-in-message').textContent = why;
  $('key').value = '';
  $('key').focus();
}

/** Again and again, one round after the other. */
async function refresh() {
  clearTimeout(next);
  if (!isSignedIn()) return;
  try {
    await Promise.all([refreshList(), refreshOrder()]);
    markOpen(openRef());
    if (away) say('');
    away = false;
  } catch (trouble) {
    if (trouble.status === 401) return leave(trouble.message);
    away = true;
    say(trouble.message + ' Trying again.', true);
  }
  clearTimeout(next);
  next = setTimeout(refresh, EVERY);
}

/** The part of the address behind # is the order that is open. */
function follow() {
  if (!isSignedIn()) return;
  let ref = location.hash.slice(1);
  try {
    ref = decodeURIComponent(ref);
  } catch (malformed) {
    ref = '';
  }
  const before = openRef();
  openAs(ref || null);
  if (before && !ref) focusOn(before);
  if (before !== openRef()) say('');
  refresh();
}

/** Back in the list, the keyboard is where it was. */
function focusOn(orderref) {
  const entry = [...$('list').querySelectorAll('a')].find((it) => it.dataset.ref === orderref);
  if (entry) entry.focus();
}

function go(orderref) {
  location.hash = orderref;
  follow();
}

$('sign-in').addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(next);
  signIn($('key').value.trim());
  $('key').value = '';
  begin();
});
$('sign-out').addEventListener('click', () => leave());
$('close').addEventListener('click', () => (location.hash = ''));
addEventListener('hashchange', follow);
listenToFilters(refresh);
listenToActs({ say, refresh, go });

if (isSignedIn()) begin();
else leave();
