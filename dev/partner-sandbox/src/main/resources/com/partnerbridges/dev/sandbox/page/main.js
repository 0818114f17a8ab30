import {get, post} from './api.js';
import {el, setText} from './dom.js';
import {faultPanel} from './faults.js';
import {callsPanel, deliveriesPanel} from './traffic.js';
import {mailPanel} from './mail.js';
import * as iute from './iute.js';
import * as xendit from './xendit.js';
import * as atlas from './atlas.js';
import * as utopia from './utopia.js';
import * as powercode from './powercode.js';
import * as iiko from './iiko.js';

const EVERY_MILLIS = 1000;
const TITLES = {
  iute: 'Iute', xendit: 'Xendit', atlas: 'Atlas SSO', utopia: 'UTOPIA', powercode: 'PowerCode',
  iiko: 'iiko', idp: 'Identity provider', mail: 'Mail',
};
const OWN = {
  iute: iute.orders, xendit: xendit.codes, atlas: atlas.users, utopia: utopia.orders, powercode: powercode.customers,
  iiko: iiko.servers,
};
const ERROR_STAYS_MILLIS = 6000;
const connection = document.getElementById('connection');
const panels = {};
let selected;
let errorUntil = 0;

function tell(text, kind) {
  setText(connection, text);
  connection.className = kind;
}

async function refresh() {
  try {
    await panels[selected].refresh();
    if (Date.now() > errorUntil) tell('live', 'live');
  } catch (failure) {
    tell(`not refreshed: ${failure.message}`, 'lost');
  }
}

/** Does what a button is for, and shows what came of it. */
async function run(action) {
  try {
    await action();
    errorUntil = 0;
  } catch (failure) {
    errorUntil = Date.now() + ERROR_STAYS_MILLIS;
    tell(failure.message, 'lost');
  }
  await refresh();
}

async function partnerPanel(name) {
  const operations = Object.keys(await get(`${name}/counters`));
  const own = OWN[name]?.(run);
  const [faults, calls, deliveries] = [faultPanel(name, operations, run), callsPanel(), deliveriesPanel()];
  const parts = [own, faults, calls, deliveries].filter(Boolean).map(part => part.element);
  return {
    element: el('div', {class: 'panel', role: 'tabpanel', id: `panel-${name}`}, ...parts),
    refresh: async () => {
      const paths = [`${name}/faults`, `${name}/calls?limit=50`, `${name}/counters`, `${name}/deliveries?limit=50`];
      const [faultsNow, callsNow, counters, deliveriesNow, page] =
        await Promise.all([...paths, ...(own ? [own.path] : [])].map(get));
      faults.update(faultsNow);
      calls.update(callsNow, counters);
      deliveries.update(deliveriesNow);
      own?.update(page);
    },
  };
}

function select(name) {
  selected = name;
  location.hash = name;
  for (const [other, panel] of Object.entries(panels)) {
    panel.element.hidden = other !== name;
    panel.tab.setAttribute('aria-selected', String(other === name));
  }
  return refresh();
}

function add(name, panel) {
  const tab = el('button', {role: 'tab', 'aria-controls': `panel-${name}`, onclick: () => select(name)}, TITLES[name] ?? name);
  panels[name] = {...panel, tab};
  document.getElementById('tabs').append(tab);
  document.getElementById('panels').append(panel.element);
}

async function begin() {
  for (const name of await get('partners')) add(name, await partnerPanel(name));
  add('mail', mailPanel(run));
  const reset = () => confirm('Forget all orders, codes, customers, calls, mail and settings?') && run(() => post('reset'));
  document.querySelector('header').append(el('button', {onclick: reset}, 'Reset all'));
  const wanted = location.hash.slice(1);
  await select(wanted in panels ? wanted : Object.keys(panels)[0]);
  for (;;) {
    await new Promise(wake => setTimeout(wake, EVERY_MILLIS));
    if (!document.hidden) await refresh();
  }
}

begin().catch(failure => tell(failure.message, 'lost'));
