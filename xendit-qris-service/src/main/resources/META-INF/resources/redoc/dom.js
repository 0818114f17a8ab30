// Text only ever becomes text here: nothing of the description is read as HTML.

export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat(Infinity).filter(child => child != null && child !== false));
  return element;
}

export const rows = cells => el('table', {}, el('tbody', {},
  cells.map(row => el('tr', {}, row.map(cell => el('td', {}, cell))))));
