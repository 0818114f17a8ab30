/** Small pieces of the page. */

export const $ = (id) => document.getElementById(id);

const CLOCK = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/**
 * Puts what the service wrote into an element, unless it is what stands there already: nothing on
 * the screen moves without need, and the keyboard stays where it is.
 */
export function show(element, html) {
  if (element.shown === html) return;
  element.shown = html;
  const focused = element.contains(document.activeElement) ? mark(document.activeElement) : null;
  element.innerHTML = html;
  for (const time of element.querySelectorAll('time')) {
    time.textContent = CLOCK.format(new Date(time.dateTime));
  }
  if (!focused) return;
  const again = [...element.querySelectorAll('a, button, [tabindex]')].find((it) => mark(it) === focused);
  if (again) again.focus();
}

/** What an element is, whenever it was made. */
const mark = (element) =>
  element.id || element.dataset.account || element.dataset.post || element.dataset.dialog;

export function say(text, isTrouble = false) {
  $('message').textContent = text;
  $('message').classList.toggle('trouble', isTrouble);
}
