/**
 * Answers requests for the page: index.html, the built files, the icon. Everything comes from memory,
 * by exact name, so there is no path on the disk that a request could reach.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { FAVICON, type Favicon } from "./favicon.js";
import type { Asset, Page } from "./page.js";

const COMMON_HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Resource-Policy": "same-origin",
} as const;

/** Where the page that is asked for finds its WebSocket. */
export interface SocketPlace {
  /** For the page: a port of its own host, or "" for `ws` beside it. */
  readonly meta: string;
  /** Name part of the Host header, IPv6 in brackets. */
  readonly hostName: string;
  /** The whole Host header. */
  readonly host: string;
}

export class PageServer {
  readonly page: Page;
  readonly #favicon: Favicon;

  constructor(page: Page, favicon: Favicon) {
    this.page = page;
    this.#favicon = favicon;
  }

  /** True when there is something at this path, which is relative to that of the page. */
  has(path: string): boolean {
    return path === "" || path === "index.html" || path === FAVICON || this.page.asset(path) !== undefined;
  }

  /** Answers a request that has been admitted. `path` is null when it is not below that of the page. */
  answer(request: IncomingMessage, response: ServerResponse, path: string | null, socket: SocketPlace): void {
    if (request.method !== "GET" && request.method !== "HEAD") {
      sendText(request, response, 405, "Only GET and HEAD are answered here.", { Allow: "GET, HEAD" });
    } else if (path === "" || path === "index.html") {
      this.#index(request, response, socket);
    } else {
      const asset = path === FAVICON ? this.#favicon.asset(this.page) : this.page.asset(path ?? "..");
      if (asset !== undefined) sendAsset(request, response, asset);
      else
        sendText(
          request,
          response,
          404,
          "There is nothing here. The page of the application is at its root.",
        );
    }
  }

  #index(request: IncomingMessage, response: ServerResponse, socket: SocketPlace): void {
    const html = Buffer.from(this.page.html(socket.meta, this.#favicon.address));
    const forms = { body: html, encoded: new Map([["gzip", gzipSync(html)]]) };
    const [encoding, body] = bestForm(forms, request.headers["accept-encoding"]);
    response.writeHead(200, {
      ...COMMON_HEADERS,
      ...openerPolicy(request),
      ...(encoding !== null && { "Content-Encoding": encoding }),
      Vary: "Accept-Encoding, Sec-Fetch-Site",
      "Content-Type": "text/html; charset=utf-8",
      "Content-Length": body.length,
      "Cache-Control": "no-cache",
      "Content-Security-Policy": contentSecurityPolicy(socket, this.page.inlineScripts),
    });
    response.end(request.method === "HEAD" ? undefined : body);
  }
}

/**
 * A foreign page that opens this one gets no hold of its window. Where no other page had a part in it, as behind an
 * address that was typed or a bookmark, there is nobody to keep out; and for the policy a browser gives up the process
 * that it has begun to show the page in, and starts another one, which the user waits for.
 */
function openerPolicy(request: IncomingMessage): Record<string, string> {
  const site = request.headers["sec-fetch-site"];
  return site === "none" || site === "same-origin" ? {} : { "Cross-Origin-Opener-Policy": "same-origin" };
}

/**
 * The policy of the page. No script but its own files, and what stood in the built page before anybody asked for it.
 * Styles may be inline: the HTML that a program shows, and the editor, bring style attributes and elements of their own.
 */
function contentSecurityPolicy(socket: SocketPlace, inlineScripts: readonly string[]): string {
  return [
    "default-src 'none'",
    ["script-src 'self'", ...inlineScripts].join(" "),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob: http: https:",
    "font-src 'self' data:",
    "media-src 'self' data: blob: http: https:",
    `connect-src 'self' ${socketSources(socket)}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "frame-ancestors 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function socketSources({ meta, host, hostName }: SocketPlace): string {
  // A policy cannot name an IPv6 address: only the schemes are left.
  if (hostName.startsWith("[")) return "ws: wss:";
  const place = meta === "" ? host : `${hostName}:${meta}`;
  return `ws://${place} wss://${place}`;
}

/** Answers with a line of text that says what to do. */
export function sendText(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  const body = Buffer.from(`${text}\n`);
  response.writeHead(status, {
    ...COMMON_HEADERS,
    "Content-Type": "text/plain; charset=utf-8",
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    ...headers,
    "Content-Length": body.length,
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

function sendAsset(request: IncomingMessage, response: ServerResponse, asset: Asset): void {
  const headers: Record<string, string | number> = {
    ...COMMON_HEADERS,
    "Content-Type": asset.type,
    "Cache-Control": asset.hashed ? "public, max-age=31536000, immutable" : "no-cache",
    ETag: asset.etag,
    Vary: "Accept-Encoding",
  };
  // Opened by themselves these are documents; a policy on anything else would bind the page's workers.
  if (/svg|html/.test(asset.type)) {
    headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
  }
  if (request.headers["if-none-match"]?.includes(asset.etag)) {
    response.writeHead(304, headers);
    response.end();
    return;
  }
  const [encoding, body] = bestForm(asset, request.headers["accept-encoding"]);
  if (encoding !== null) headers["Content-Encoding"] = encoding;
  headers["Content-Length"] = body.length;
  response.writeHead(200, headers);
  response.end(request.method === "HEAD" ? undefined : body);
}

function bestForm(
  asset: Pick<Asset, "body" | "encoded">,
  accepted: string | string[] | undefined,
): [string | null, Buffer] {
  const list = String(accepted ?? "").toLowerCase();
  const qualities = new Map<string, number>();
  for (const part of list.split(",")) {
    const [name = "", ...parameters] = part.trim().split(/\s*;\s*/);
    const q = parameters.find((parameter) => parameter.startsWith("q="));
    qualities.set(name, q === undefined ? 1 : Number(q.slice(2)) || 0);
  }
  for (const [encoding, body] of asset.encoded) {
    if ((qualities.get(encoding) ?? qualities.get("*") ?? 0) > 0) return [encoding, body];
  }
  return [null, asset.body];
}
