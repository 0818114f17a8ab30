// Text only ever becomes text here: nothing that a partner or a service said is read as HTML.

export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'onclick') element.addEventListener('click', value);
    else if (value !== false && value != null) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children);
  return element;
}

/** A text or attribute is only touched when it changes, so that focus and selection stay. */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * Shows items as children of a parent and keeps the element of each key, with what is open and
 * focused in it. `make(item)` builds `{element, update(item)}`.
 */
export function keyedList(parent, key, make) {
  const shown = new Map();
  return items => {
    const wanted = new Set(items.map(key));
    for (const [gone, entry] of shown) {
      if (!wanted.has(gone)) {
        entry.element.remove();
        shown.delete(gone);
      }
    }
    let before = null;
    for (const item of [...items].reverse()) {
      const id = key(item);
      if (!shown.has(id)) shown.set(id, make(item));
      const entry = shown.get(id);
      entry.update?.(item);
      const placed = entry.element.parentNode === parent && entry.element.nextSibling === before;
      if (!placed) parent.insertBefore(entry.element, before);
      before = entry.element;
    }
  };
}

export function section(title, {wide = false, tools = []} = {}) {
  const note = el('span', {class: 'note'});
  const head = el('div', {class: 'head'}, el('h2', {}, title), note, ...tools);
  const element = el('section', {class: wide ? 'wide' : '', 'aria-label': title}, head);
  return {element, note};
}

export function list(section, emptyText) {
  const empty = el('div', {class: 'empty'}, emptyText);
  const box = el('div', {class: 'list', tabindex: '0', role: 'group', 'aria-label': emptyText});
  section.element.append(empty, box);
  return {box, count: n => { empty.hidden = n > 0; box.hidden = n === 0; }};
}

export const time = iso => new Date(iso).toLocaleTimeString([], {hour12: false});

export function pretty(body) {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

export function statusChip(status) {
  const kind = status == null ? 'bad' : status < 300 ? 'good' : status < 500 ? 'warn' : 'bad';
  return el('span', {class: `chip ${kind}`}, status == null ? 'no answer' : String(status));
}
