// The API's description as a page to read; /docs is the one to try things on.

import {el, rows} from './dom.js';
import {example, fields, kind, resolve} from './schema.js';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

function operations(api) {
  return Object.entries(api.paths ?? {}).flatMap(([path, item]) =>
    METHODS.filter(method => item[method]).map(method => ({
      ...item[method], path, method,
      parameters: [...item.parameters ?? [], ...item[method].parameters ?? []],
      id: `${method}${path}`.replace(/[^A-Za-z0-9]+/g, '-'),
      tag: item[method].tags?.[0] ?? 'Other',
    })));
}

/** In the order that the description gives to its tags. */
function byTag(api) {
  const groups = new Map((api.tags ?? []).map(tag => [tag.name, []]));
  for (const operation of operations(api)) {
    if (!groups.has(operation.tag)) groups.set(operation.tag, []);
    groups.get(operation.tag).push(operation);
  }
  return [...groups].filter(([, members]) => members.length > 0);
}

const title = operation => operation.summary ?? `${operation.method.toUpperCase()} ${operation.path}`;
const method = operation => el('span', {class: `method ${operation.method}`}, operation.method);
const name = (text, required) =>
  [el('code', {}, text), required && el('span', {class: 'required'}, ' required')];

function signIn(operation, api) {
  const ways = (operation.security ?? api.security ?? []).flatMap(Object.keys);
  return ways.length > 0 && el('p', {class: 'soft'}, `Sign in with ${[...new Set(ways)].join(' or ')}.`);
}

function parameters(operation, api) {
  const all = operation.parameters.map(parameter => resolve(parameter, api));
  return all.length > 0 && [
    el('h4', {}, 'Parameters'),
    rows(all.map(it => [
      name(it.name, it.required),
      `${it.in}: ${kind(it.schema, api)}`,
      [it.description ?? '', it.example === undefined ? '' : ` Example: ${it.example}`],
    ])),
  ];
}

function body(content, api) {
  return Object.entries(content ?? {}).map(([type, it]) => {
    const shape = fields(it.schema, api);
    const sample = example(it, api);
    return [
      el('p', {class: 'soft'}, shape.length > 0 ? type : `${type}: ${kind(it.schema, api)}`),
      shape.length > 0 && rows(shape.map(field =>
        [name(field.name, field.required), field.kind, field.description])),
      sample !== undefined && el('pre', {}, JSON.stringify(sample, null, 2)),
    ];
  });
}

function request(operation, api) {
  const content = resolve(operation.requestBody, api).content;
  return content && [el('h4', {}, 'Request body'), body(content, api)];
}

function responses(operation, api) {
  return [
    el('h4', {}, 'Answers'),
    Object.entries(operation.responses ?? {}).map(([status, given]) => {
      const response = resolve(given, api);
      const head = [el('code', {}, status), ` ${response.description ?? ''}`];
      return response.content
        ? el('details', {}, el('summary', {}, head), body(response.content, api))
        : el('p', {}, head);
    }),
  ];
}

const article = (operation, api) => el('article', {id: operation.id},
  el('h3', {}, title(operation)),
  el('div', {class: 'address'}, method(operation), el('code', {}, operation.path)),
  operation.description && el('p', {}, operation.description),
  signIn(operation, api), parameters(operation, api), request(operation, api), responses(operation, api));

function show(api) {
  document.title = api.info.title;
  const groups = byTag(api);
  document.querySelector('nav').replaceChildren(...groups.flatMap(([tag, members]) => [
    el('h2', {}, tag),
    ...members.map(it => el('a', {href: `#${it.id}`}, method(it), title(it))),
  ]));
  document.querySelector('main').replaceChildren(
    el('h1', {}, api.info.title, ' ', el('small', {}, api.info.version)),
    el('p', {}, api.info.description ?? ''),
    el('p', {}, el('a', {href: '/docs'}, 'Try it'), ' · ', el('a', {href: '/q/openapi?format=json'}, 'OpenAPI document')),
    ...groups.flatMap(([tag, members]) => [el('h2', {}, tag), ...members.map(it => article(it, api))]));
  document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
}

try {
  const answer = await fetch('/q/openapi?format=json');
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  show(await answer.json());
} catch (failure) {
  document.querySelector('main').replaceChildren(
    el('p', {}, `The API's description cannot be read: ${failure.message}`));
}
