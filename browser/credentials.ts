/**
 * Who this page is: the session it belongs to and the key to it.
 * Read from the page's address first, then from the storage of its tab.
 */

export interface Credentials {
  readonly id: string;
  readonly token: string;
}

const KEY = `pgwidgets ${location.pathname}`;

function fromParams(params: URLSearchParams): Credentials | null {
  const id = params.get("session");
  const token = params.get("token");
  return id !== null && token !== null ? { id, token } : null;
}

function fragment(): URLSearchParams {
  return new URLSearchParams(location.hash.slice(1));
}

/** The credentials that this page holds, null for none. */
export function readCredentials(): Credentials | null {
  return fromParams(fragment()) ?? fromParams(new URLSearchParams(location.search)) ?? stored();
}

function stored(): Credentials | null {
  try {
    return fromParams(new URLSearchParams(sessionStorage.getItem(KEY) ?? ""));
  } catch {
    // Storage is switched off: a reload will start a new session.
    return null;
  }
}

/** Keeps what the server has said. An address that names another session has lost its meaning, and is cleaned. */
export function keepCredentials({ id, token }: Credentials): void {
  try {
    sessionStorage.setItem(KEY, new URLSearchParams({ session: id, token }).toString());
  } catch {
    // As above.
  }
  const link = fromParams(fragment());
  const query = fromParams(new URLSearchParams(location.search));
  if (link !== null && link.id === id) return;
  // A key in the query would reach logs and referrers; the fragment stays here.
  if (query !== null && query.id === id) rewrite({ id, token });
  else if (link !== null || query !== null) rewrite(null);
}

/** Forgets the session: the next connection starts a new one. */
export function forgetCredentials(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // As above.
  }
  rewrite(null);
}

/** Writes the credentials into the fragment, or takes them out of the address. */
function rewrite(credentials: Credentials | null): void {
  const url = new URL(location.href);
  const hash = fragment();
  for (const name of ["session", "token"]) {
    url.searchParams.delete(name);
    hash.delete(name);
  }
  if (credentials !== null) {
    hash.set("session", credentials.id);
    hash.set("token", credentials.token);
  }
  url.hash = hash.toString();
  history.replaceState(history.state, "", url);
}
