'use strict';

const API = '../api/v1/';
const OUTCOMES = {
  COMPLETED: ['✓', 'Paid', 'Thank you! Step into the photobox.'],
  EXPIRED: ['!', 'Expired', 'The time to pay this code is over. Please do not pay it any more.'],
  FAILED: ['×', 'Failed', 'This payment did not go through. Please start a new one.'],
};

const $ = (id) => document.getElementById(id);
let settings = {};
let attempt = null; // the press that has had no answer yet
let shown = null; // the transaction on the screen

class Trouble extends Error {
  constructor(status, message, retryAfter) {
    super(message);
    this.status = status; // 0: there was no answer
    this.retryAfter = retryAfter;
  }
}

const rupiah = (amount) => 'Rp ' + String(amount).replace(/\B(?=(\d{3})+$)/g, '.');

const seconds = (count) => new Promise((done) => setTimeout(done, count * 1000));

/** Not crypto.randomUUID: a kiosk's address may be plain http. */
const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

async function call(path, { body, key, signal } = {}) {
  const headers = {};
  if (settings.test_token) headers['Authorization'] = 'Bearer ' + settings.test_token;
  if (body) headers['Content-Type'] = 'application/json';
  if (key) headers['Idempotency-Key'] = key;
  const method = body ? 'POST' : 'GET';
  let response;
  let answer;
  try {
    response = await fetch(path, { method, headers, body, signal, cache: 'no-store' });
    answer = await response.json();
  } catch (failure) {
    throw new Trouble(response ? response.status : 0, 'The service does not answer.');
  }
  if (response.ok) return answer;
  throw new Trouble(response.status, reason(response.status, answer), retryAfter(response));
}

function reason(status, answer) {
  if (status === 401) return 'Please sign in to Atlas in this browser, then reload this page.';
  if (status === 403) return 'Your Atlas user has no role for the photobox.';
  const errors = (answer.details && answer.details.errors) || [];
  const fields = errors.map((error) => error.field + ' ' + error.message).join('; ');
  return [answer.message || 'Something went wrong (' + status + ').', fields].join(' ').trim();
}

const retryAfter = (response) => Number(response.headers.get('Retry-After')) || null;

function show(screen) {
  for (const id of ['start', 'code', 'end']) $(id).hidden = id !== screen;
}

const say = (text) => ($('message').textContent = text);

function option(select, value, text) {
  select.append(new Option(text, value));
}

async function begin() {
  settings = (await call('settings')).data;
  if (settings.encrypted) {
    say('This page cannot read the encrypted answers of this service (ENCRYPTION_ENABLED is on).');
    return;
  }
  const [locations, prices] = await Promise.all([
    call(API + 'locations?limit=1000'),
    call(API + 'prices?limit=1000'),
  ]);
  for (const place of locations.data) option($('location'), place.ml_id, place.ml_name);
  option($('price'), '', 'Standard, ' + rupiah(settings.standard_amount));
  for (const price of prices.data) {
    option($('price'), price.mp_id, price.mp_name + ', ' + rupiah(price.mp_amount));
  }
  remembered();
  show('start');
  if (!locations.data.length) say('There is no location yet; an administrator adds one first.');
  $('create').disabled = !locations.data.length;
}

function remembered() {
  const last = localStorage.getItem('location');
  const known = Array.from($('location').options, (it) => it.value);
  if (known.includes(last)) $('location').value = last;
}

async function create() {
  const wish = { location_id: Number($('location').value) };
  if ($('price').value) wish.price_id = Number($('price').value);
  if ($('email').value) wish.email = $('email').value;
  const body = JSON.stringify(wish);
  // pressed again after no answer, it shall be the same transaction
  if (!attempt || attempt.body !== body) attempt = { key: newKey(), body, at: performance.now() };
  const { key, at } = attempt;
  localStorage.setItem('location', $('location').value);
  $('create').disabled = true;
  say('');
  try {
    const transaction = (await call(API + 'transactions', { body, key })).data;
    attempt = null;
    present(transaction, at);
  } catch (trouble) {
    if (![0, 409, 429, 503].includes(trouble.status)) attempt = null;
    say(trouble.message + (trouble.status === 0 ? ' Please press again.' : ''));
  } finally {
    $('create').disabled = false;
  }
}

/** The kiosk's own clock may be wrong, so only the time between two moments of the service counts. */
function present(transaction, pressedAt) {
  const life = Date.parse(transaction.tr_expired_at) - Date.parse(transaction.tr_created_at);
  const watching = new AbortController();
  shown = { id: transaction.tr_external_id, end: pressedAt + life, watching };
  $('amount').textContent = rupiah(transaction.tr_amount);
  $('picture').src = transaction.tr_qris_url;
  $('picture').alt = 'QR code to pay ' + rupiah(transaction.tr_amount);
  $('reference').textContent = transaction.tr_external_id;
  $('pay').hidden = !settings.can_pay;
  $('pay').disabled = false;
  tick();
  show('code');
  watch(shown);
}

async function watch(transaction) {
  const { signal } = transaction.watching;
  const address = API + 'transactions/external/' + transaction.id + '?wait=' + settings.wait_seconds;
  while (!signal.aborted) {
    const asked = performance.now();
    try {
      const { data } = await call(address, { signal });
      if (signal.aborted) return;
      if (data.tr_status !== 'PENDING') return finish(data.tr_status);
      say('');
      // an answer that was not held: not at once again
      if (performance.now() - asked < 1000) await seconds(3);
    } catch (trouble) {
      if (signal.aborted) return;
      say(trouble.message + ' Trying again.');
      await seconds(trouble.retryAfter || 3);
    }
  }
}

function tick() {
  if (!shown) return;
  const left = Math.max(0, Math.ceil((shown.end - performance.now()) / 1000));
  const clock = Math.floor(left / 60) + ':' + String(left % 60).padStart(2, '0');
  $('time').textContent = left ? clock : 'Looking for a last payment …';
  $('time').classList.toggle('short', left < 60);
}

function leave() {
  if (shown) shown.watching.abort();
  shown = null;
  say('');
}

function finish(status) {
  const [sign, outcome, explanation] = OUTCOMES[status];
  leave();
  $('end').className = status;
  $('sign').textContent = sign;
  $('outcome').textContent = outcome;
  $('explanation').textContent = explanation;
  show('end');
  $('outcome').focus();
}

async function pay() {
  $('pay').disabled = true;
  try {
    await call('pay/' + shown.id, { body: '{}' });
  } catch (trouble) {
    say(trouble.message);
    $('pay').disabled = false;
  }
}

function again() {
  leave();
  $('email').value = '';
  $('reference').textContent = '';
  show('start');
}

$('start').addEventListener('submit', (event) => {
  event.preventDefault();
  create();
});
$('pay').addEventListener('click', pay);
$('picture').addEventListener('error', () => say('The picture of the code cannot be shown.'));
for (const button of document.querySelectorAll('.again')) button.addEventListener('click', again);
setInterval(tick, 250);
begin().catch((trouble) => say(trouble.message));
