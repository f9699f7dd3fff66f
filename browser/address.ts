/**
 * Where the WebSocket of a page is.
 * Made from the page's address and, where the server put one, the `pgwidgets-ws` meta element.
 */

/**
 * The address of the WebSocket. `meta` is empty for the page's own origin, a number for another port of its
 * host, or a whole address.
 */
export function socketAddress(page: URL, meta: string): string {
  if (/^wss?:\/\//.test(meta)) return meta;
  const scheme = page.protocol === "https:" ? "wss:" : "ws:";
  if (/^\d+$/.test(meta)) return `${scheme}//${page.hostname}:${meta}/ws`;
  return `${scheme}//${page.host}${page.pathname.replace(/[^/]*$/, "")}ws`;
}

/** The address of this page's WebSocket. */
export function ownAddress(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="pgwidgets-ws"]')?.content ?? "";
  return socketAddress(new URL(location.href), meta.trim());
}
