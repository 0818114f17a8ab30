/** The service's API, with the key of whoever signed in. */

export class Trouble extends Error {
  constructor(status, message) {
    super(message);
    this.status = status; // 0: there was no answer
  }
}

let key = sessionStorage.getItem('key');

export const isSignedIn = () => Boolean(key);

export function signIn(newKey) {
  key = newKey;
  sessionStorage.setItem('key', newKey);
}

export function signOut() {
  key = null;
  sessionStorage.removeItem('key');
}

export const read = (path) => call('GET', path);

export const act = (path, body) => call('POST', path, body || {});

async function call(method, path, body) {
  // no other character can stand in a header
  if (!/^[\x21-\x7e]+$/.test(key || '')) throw new Trouble(401, 'This key is not known.');
  const headers = { 'X-API-Key': key };
  if (body) headers['Content-Type'] = 'application/json';
  let response;
  let answer;
  try {
    response = await fetch('../' + path, {
      method,
      headers,
      body: body && JSON.stringify(body),
      cache: 'no-store',
    });
    answer = await response.json();
  } catch (failure) {
    throw new Trouble(response ? response.status : 0, 'The service does not answer.');
  }
  if (response.ok) return answer;
  throw new Trouble(response.status, sentence(response.status, answer));
}

function sentence(status, answer) {
  if (status === 401) return 'This key is not known.';
  const fields = (answer.errors || []).map((error) => error.field + ' ' + error.message);
  return [answer.detail || 'Something went wrong (' + status + ').', fields.join('; ')]
    .join(' ')
    .trim();
}
