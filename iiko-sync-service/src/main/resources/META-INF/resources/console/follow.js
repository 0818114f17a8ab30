/** The run that is being worked on, as it goes: one stream at a time, browsers have few. */

import { stream } from './api.js';

let following = null; // { key, abort }

/**
 * @param account the one that is open, or null
 * @param changed called when a run has ended
 */
export function follow(account, changed) {
  const run = account && runToFollow();
  const key = run ? account + ' ' + run.dataset.follow : null;
  if (following && following.key === key) return;
  if (following) following.abort.abort();
  following = key ? { key, abort: new AbortController() } : null;
  if (following) listen(following, account, run.dataset.follow, changed);
}

const runToFollow = () =>
  document.querySelector('[data-follow][data-state="RUNNING"]') ||
  document.querySelector('[data-follow]');

async function listen(mine, account, id, changed) {
  try {
    const body = await stream(account, '/runs/' + id + '/events', mine.abort.signal);
    for await (const run of events(body)) {
      if (following !== mine) return;
      showProgress(run);
    }
  } catch (trouble) {
    // the page's next round tries it again: at once would be a storm
    if (following === mine) following = null;
    return;
  }
  if (following !== mine) return;
  following = null;
  changed();
}

async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const all = (text + value).split('\n\n');
    text = all.pop();
    for (const event of all) {
      const data = event.split('\n').filter((line) => line.startsWith('data:'));
      if (data.length) yield JSON.parse(data.map((line) => line.slice(5)).join('\n'));
    }
  }
}

function showProgress(run) {
  for (const part of run.parts) {
    const line = document.querySelector(
      '#run-' + run.id + ' [data-entity="' + part.entity_type + '"]',
    );
    const bar = line && line.querySelector('progress');
    if (!bar) continue;
    if (part.state === 'RUNNING' && !part.progress) bar.removeAttribute('value');
    else bar.value = part.progress;
    const { created, updated, gone, failed } = part.counts;
    line.querySelector('.counts').textContent =
      part.seen_so_far + ' seen, ' + created + ' new, ' + updated + ' changed, ' + gone + ' gone, ' + failed + ' failed';
  }
}
