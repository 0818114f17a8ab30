/** What would be sent, as the service says it. */

import { act } from './api.js';
import { $, make } from './words.js';

export async function showDryRun(orderref) {
  const run = await act('orders/' + encodeURIComponent(orderref) + '/dry-run');
  $('dry-run-title').textContent = 'Dry run of ' + run.orderref;
  $('dry-run-result').replaceChildren(...parts(run));
  if (!$('dry-run-dialog').open) $('dry-run-dialog').showModal();
  $('dry-run-title').focus();
}

function parts(run) {
  const all = [];
  if (run.problems.length) {
    const problems = run.problems.map((problem) => make('li', null, problem));
    all.push(make('h3', null, 'What stands in its way'), make('ul', 'error', ...problems));
  }
  if (run.customer && run.customer.found) {
    all.push(make('h3', null, 'Customer'), make('p', null, 'Found: ' + run.customer.found));
  }
  if (run.customer && run.customer.create) all.push(...table('New customer', run.customer.create));
  for (const service of run.services) all.push(...table('Service', service));
  if (run.ticket) all.push(...table('Ticket', run.ticket));
  if (run.tags.length) all.push(make('h3', null, 'Tags'), make('p', null, run.tags.join(', ')));
  if (run.mail) {
    all.push(...table('E-mail', { recipients: run.mail.recipients, subject: run.mail.subject }));
  }
  return all;
}

function table(title, parameters) {
  const rows = Object.entries(parameters).map(([name, value]) =>
    make('div', null, make('dt', null, name), make('dd', null, String(value))),
  );
  return [make('h3', null, title), make('dl', null, ...rows)];
}
