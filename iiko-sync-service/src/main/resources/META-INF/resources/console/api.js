/** The service, with the token of whoever signed in. */

export class Trouble extends Error {
  constructor(status, message) {
    super(message);
    this.status = status; // 0: there was no answer
  }
}

let token = sessionStorage.getItem('token');

export const isSignedIn = () => Boolean(token);

export function signIn(newToken) {
  token = newToken;
  sessionStorage.setItem('token', newToken);
}

export function signOut() {
  token = null;
  sessionStorage.removeItem('token');
}

/** A piece of the page. */
export const piece = async (path) => (await call('GET', path)).text();

/** Something that is done to an account; its answer, if it has one. */
export async function act(method, account, path, body) {
  const response = await call(method, ofAccount(account, path), body);
  const text = await response.text();
  return text ? JSON.parse(text) : {};
}

/** The body of an answer, as it comes. */
export const stream = async (account, path, signal) =>
  (await call('GET', ofAccount(account, path), undefined, signal)).body;

const ofAccount = (account, path) =>
  '../api/v1/accounts/' + encodeURIComponent(account) + '/integrations/iiko' + path;

async function call(method, path, body, signal) {
  // no other character can stand in a token
  if (!/^[\w.~+/=-]+$/.test(token || '')) throw new Trouble(401, 'This token is not valid.');
  const headers = { Authorization: 'Bearer ' + token };
  if (body) headers['Content-Type'] = 'application/json';
  let response;
  try {
    response = await fetch(path, {
      method,
      headers,
      body: body && JSON.stringify(body),
      cache: 'no-store',
      signal,
    });
  } catch (failure) {
    throw new Trouble(0, 'The service does not answer.');
  }
  if (response.ok) return response;
  throw new Trouble(response.status, await sentence(response));
}

async function sentence(response) {
  if (response.status === 401) return 'This token is not valid, or no longer.';
  const answer = await response.json().catch(() => ({}));
  const fields = (answer.errors || []).map((error) => error.field + ' ' + error.message);
  return [answer.detail || 'Something went wrong (' + response.status + ').', fields.join('; ')]
    .join(' ')
    .trim();
}
