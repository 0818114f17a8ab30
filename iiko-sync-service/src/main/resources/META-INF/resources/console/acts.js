/** What people do to the open account. */

import { act } from './api.js';
import { $, say } from './words.js';

/**
 * @param open gives the account that is open
 * @param refresh reads everything anew
 */
export function listenToActs(open, refresh) {
  $('account').addEventListener('click', async ({ target }) => {
    const button = target.closest('button');
    if (!button) return;
    if (button.dataset.dialog) return openDialog($(button.dataset.dialog), button.dataset);
    if (!button.dataset.post || button.disabled) return;
    button.disabled = true;
    say('');
    try {
      const account = open();
      await act('POST', account, button.dataset.post, button.dataset.post.startsWith('/sync/') ? {} : undefined);
      if (account === open()) say(button.dataset.done);
    } catch (trouble) {
      say(trouble.message, true);
    } finally {
      button.disabled = false;
      refresh();
    }
  });

  submit('connect', async (account, form) => {
    const fields = typed(form);
    if (form.about.mode === 'change') {
      await act('PUT', account, '/credentials', fields);
      return say('The connection is changed.');
    }
    if (!fields.alert_email) delete fields.alert_email;
    await act('POST', account, '/connect', fields);
    say('Connected. The first import has begun.');
  });
  submit('shrink', async (account, { about }) => {
    await act('POST', account, '/sync/' + about.entity, JSON.parse(about.body));
    say('The sync has begun.');
  });
  submit('disconnect', async (account) => {
    await act('DELETE', account, '/connect');
    say('Disconnected.');
  });

  function submit(id, work) {
    $(id).addEventListener('submit', async (event) => {
      event.preventDefault();
      const form = event.currentTarget;
      if (form.busy) return;
      form.busy = true;
      tell(form, 'One moment …');
      try {
        await work(form.account, form);
        form.closest('dialog').close();
      } catch (trouble) {
        tell(form, trouble.message, true);
      } finally {
        form.busy = false;
        refresh();
      }
    });
  }

  function openDialog(dialog, { ...about }) {
    const form = dialog.querySelector('form');
    form.account = open(); // whichever is open when the answer comes
    form.about = about; // as it was when the dialog was opened
    tell(form, '');
    for (const choice of form.querySelectorAll('[data-mode]')) {
      choice.hidden = choice.dataset.mode !== about.mode;
    }
    for (const [name, value] of Object.entries(about)) {
      if (form.elements[name]) form.elements[name].value = value;
    }
    if (about.to) $('shrink-numbers').textContent = fall(about);
    if (form.elements.time_zone && !form.elements.time_zone.value) {
      form.elements.time_zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
    }
    dialog.showModal();
  }

  for (const button of document.querySelectorAll('[data-close]')) {
    button.addEventListener('click', () => button.closest('dialog').close());
  }
  // what was typed, a password above all, does not outlive its dialog
  for (const dialog of document.querySelectorAll('dialog')) {
    dialog.addEventListener('close', () => dialog.querySelector('form').reset());
  }
}

const fall = ({ entity, from, to, since }) =>
  'Of the ' + from + ' ' + entity + ' that we have' + (since && ' from ' + since + ' on') +
  ', iiko has ' + to + '. The other ' + (from - to) + ' would be marked as gone.';

const typed = (form) => Object.fromEntries(new FormData(form).entries());

function tell(form, text, isTrouble = false) {
  const message = form.querySelector('.message');
  message.textContent = text;
  message.classList.toggle('trouble', isTrouble);
}
