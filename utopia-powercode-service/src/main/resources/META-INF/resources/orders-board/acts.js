/** What an operator does, on the open order and on all of them. */

import { act } from './api.js';
import { showDryRun } from './dry-run.js';
import { openOrder, openRef, show } from './order.js';
import { $ } from './words.js';

/**
 * @param say shows a sentence
 * @param refresh reads everything anew
 * @param go opens an order
 */
export function listenToActs({ say, refresh, go }) {
  /** Presses are taken one at a time; what the service says is said. */
  const doing = (work, sayHere = say) => async (event) => {
    event.preventDefault();
    const form = event.currentTarget.closest('form') || document;
    if (form.busy) return;
    form.busy = true;
    sayHere('');
    try {
      await work();
      if ($('order').contains(form)) form.reset();
    } catch (trouble) {
      sayHere(trouble.message, true);
    } finally {
      form.busy = false;
      refresh();
    }
  };

  const onOrder = (path, body, done) =>
    doing(async () => {
      const ref = openRef();
      const answer = await act('orders/' + encodeURIComponent(ref) + '/' + path, body());
      if (ref === openRef()) show(answer);
      say(done);
    });

  const press = (id, work) => $(id).addEventListener('click', work);
  const submit = (id, work) => $(id).addEventListener('submit', work);
  const unclear = () => openOrder().unclearStep;

  press('retry', onOrder('retry', () => ({}), 'The order is worked on again.'));
  press('repeat', onOrder('retry', () => ({ repeat: unclear() }), 'It is done again.'));
  submit(
    'unclear',
    onOrder(
      'step',
      () => ({ step: unclear(), result: $('unclear-result').value.trim() || null }),
      'Thank you. The order goes on.',
    ),
  );
  submit(
    'by-hand',
    onOrder(
      'step',
      () => ({ step: $('by-hand-step').value, result: $('by-hand-result').value.trim() || null }),
      'The step is marked as done.',
    ),
  );
  submit('resolve', onOrder('resolve', () => ({ note: $('note').value.trim() }), 'Set aside.'));
  press('dry-run', doing(() => showDryRun(openRef())));
  press('test-email', doing(async () => {
    const { recipients } = await act('test-email');
    say('A test e-mail was sent to ' + recipients + ' recipients.');
  }));

  const inDialog = (id) => (text, isTrouble) => {
    const message = $(id).querySelector('.message');
    message.textContent = text;
    message.classList.toggle('trouble', Boolean(isTrouble));
  };
  const reference = () => $('start-ref').value.trim();
  submit('start', doing(async () => {
    const { orderref } = await act('orders', { orderref: reference() });
    $('start-dialog').close();
    go(orderref);
  }, inDialog('start-dialog')));
  press('start-dry-run', doing(async () => {
    if ($('start').reportValidity()) await showDryRun(reference());
  }, inDialog('start-dialog')));
  submit('window', doing(async () => {
    const answer = await act('orders/retry', {
      state: $('window-state').value,
      from: instant('window-from'),
      to: instant('window-to'),
    });
    inDialog('window-dialog')(inWords(answer));
  }, inDialog('window-dialog')));

  for (const button of document.querySelectorAll('[data-dialog]')) {
    button.addEventListener('click', () => {
      inDialog(button.dataset.dialog)('');
      $(button.dataset.dialog).showModal();
    });
  }
  for (const button of document.querySelectorAll('[data-close]')) {
    button.addEventListener('click', () => button.closest('dialog').close());
  }
}

const instant = (id) => new Date($(id).value).toISOString();

function inWords({ retried, skipped, skippedOrders, left }) {
  const sentences = ['Worked on again: ' + retried + '.'];
  if (skipped) {
    const some = skippedOrders.join(', ') + (skipped > skippedOrders.length ? ' …' : '');
    sentences.push('Left alone because of an unclear step: ' + skipped + ' (' + some + ').');
  }
  if (left) sentences.push('Still waiting: ' + left + '. Press again.');
  return sentences.join(' ');
}
