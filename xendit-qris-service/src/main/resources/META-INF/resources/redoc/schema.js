// How the shape of a body or a parameter is told to people.

const DEEPEST = 6;

/** Follows references, and puts together what a schema consists of. */
export function resolve(schema, api) {
  if (schema?.$ref) {
    const named = schema.$ref.split('/').slice(1).reduce((part, name) => part?.[name], api);
    return resolve(named, api);
  }
  if (schema?.allOf) {
    const parts = schema.allOf.map(part => resolve(part, api));
    return {...Object.assign({}, ...parts), ...schema, allOf: undefined};
  }
  return schema ?? {};
}

/** In a few words: `integer, 1 to 1000`. */
export function kind(schema, api) {
  const is = resolve(schema, api);
  if (is.items) return `list of ${kind(is.items, api)}`;
  const choice = is.enum ?? (is.const === undefined ? null : [is.const]);
  const words = [[is.type ?? (is.properties ? 'object' : 'any')].flat().join(' or ')];
  if (is.format) words.push(is.format);
  if (choice) words.push(choice.join(' | '));
  if (is.minimum != null || is.maximum != null) words.push(`${is.minimum ?? '…'} to ${is.maximum ?? '…'}`);
  if (is.maxLength) words.push(`at most ${is.maxLength} characters`);
  if (is.maxItems) words.push(`at most ${is.maxItems}`);
  if (is.pattern) words.push(`like ${is.pattern}`);
  if (is.default !== undefined) words.push(`else ${JSON.stringify(is.default)}`);
  return words.join(', ');
}

/** Fields with the fields below them: `{name, kind, required, description}`. */
export function fields(schema, api, path = '', depth = 0) {
  const is = resolve(schema, api);
  if (depth > DEEPEST) return [];
  if (is.items) return fields(is.items, api, `${path}[]`, depth + 1);
  return Object.entries(is.properties ?? {}).flatMap(([name, property]) => {
    const below = path ? `${path}.${name}` : name;
    const resolved = resolve(property, api);
    const description = property.description ?? resolved.description ?? '';
    const required = is.required?.includes(name) ?? false;
    return [{name: below, kind: kind(property, api), required, description},
      ...fields(property, api, below, depth + 1)];
  });
}

export function example(content, api) {
  const schema = resolve(content.schema, api);
  return content.example ?? Object.values(content.examples ?? {})[0]?.value
    ?? schema.example ?? schema.examples?.[0];
}
