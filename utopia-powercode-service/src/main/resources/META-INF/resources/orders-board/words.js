/** What people call things, and small pieces of the page. Texts are never markup. */

export const $ = (id) => document.getElementById(id);

export const STATES = {
  NEEDS_ATTENTION: 'Needs attention',
  DEAD: 'Given up',
  RECEIVED: 'Received',
  IN_PROGRESS: 'In progress',
  DONE: 'Done',
  NOT_OURS: 'Not ours',
  RESOLVED: 'Resolved',
};

const STEP_STATES = {
  WAITING: 'waiting',
  STARTED: 'being done',
  UNCLEAR: 'unclear',
  FAILED: 'failed',
  DONE: 'done',
};

const STEPS = {
  lookup: 'Look-up at UTOPIA',
  customer: 'Customer',
  ticket: 'Install ticket',
  tags: 'Tags',
  mail: 'E-mail to the office',
};

const EVENTS = {
  RECEIVED: 'UTOPIA called',
  STARTED_BY_HAND: 'Started by hand',
  RETRIED: 'Retried',
  RESOLVED: 'Set aside',
  STEP_BY_HAND: 'Done by hand',
  TRY_FAILED: 'A try failed',
};

export const stepName = (name) => STEPS[name] || name.replace(/^service:/, 'Service ');

export const stepState = (step) => STEP_STATES[step.state] || step.state;

export const eventName = (event) => EVENTS[event] || STATES[event] || event;

const CLOCK = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

export const time = (instant) => (instant ? CLOCK.format(new Date(instant)) : '');

/** An element with a text, or with elements in it; what is null is left out. */
export function make(tag, className, ...content) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...content.filter((it) => it !== null && it !== undefined && it !== ''));
  return element;
}

/** A link that leaves the page as it is; null when it does not lead to a web page. */
export function link(address, text) {
  if (!/^https?:\/\//.test(address || '')) return null;
  const element = make('a', null, text);
  element.href = address;
  element.target = '_blank';
  element.rel = 'noopener noreferrer';
  return element;
}

/** True when the content is another than the last time: nothing on the screen moves without need. */
export function isNews(element, content) {
  const text = JSON.stringify(content);
  if (element.shown === text) return false;
  element.shown = text;
  return true;
}
