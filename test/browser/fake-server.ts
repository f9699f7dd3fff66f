/**
 * A server that knows nothing: it serves a built page and says on its WebSocket what a test tells it to.
 * Made from node:http and ws, so that the page can be tried without sessions.
 */
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { type RawData, type WebSocket, WebSocketServer } from "ws";
import { inlineScripts } from "../../runtime/server/page.js";

export type Message = { readonly type: string; readonly [field: string]: unknown };

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".map": "application/json",
};

/** What a page may do besides running its scripts. */
const policy =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: http: https:; " +
  "font-src 'self' data:; connect-src 'self' ws:; base-uri 'none'; form-action 'none'";

export class FakeServer {
  readonly url: string;
  /** What browsers have said, oldest first. */
  readonly received: Message[] = [];
  /** Where browsers have asked for a WebSocket, oldest first. */
  readonly addresses: string[] = [];
  /** Present connections. */
  readonly sockets = new Set<WebSocket>();
  readonly #http: Server;
  readonly #waiting: {
    readonly fits: (message: Message) => boolean;
    readonly found: (message: Message) => void;
  }[] = [];
  #id = 0;
  /** What a connection is greeted with after its answer to `init`; null: nothing. */
  greeting: (() => readonly Message[]) | null = null;
  /** A browser has introduced itself and was greeted: what is sent now comes after that. */
  readonly greeted: Promise<void>;
  #greeted: () => void = () => {};
  /** It knows newcomers by their addresses, and does not ask them. */
  readsAhead = false;
  /** New connections are refused. */
  hold = false;
  /** It says nothing before that. */
  silence: Promise<unknown> | null = null;
  /** What becomes of the text of index.html before it is served. */
  alter = (html: string): string => html;
  /** Its policy knows of scripts that stand in index.html itself. */
  letsInline = true;

  private constructor(http: Server, port: number, folder: string) {
    this.#http = http;
    http.on("request", (request, response) => this.#serve(folder, request, response));
    this.greeted = new Promise((resolve) => {
      this.#greeted = resolve;
    });
    this.url = `http://127.0.0.1:${port}/`;
    const sockets = new WebSocketServer({ noServer: true });
    http.on("upgrade", (request, socket, head) => {
      const { url = "" } = request;
      this.addresses.push(url);
      if (this.hold) socket.destroy();
      else {
        const isGreeted = this.readsAhead && url.includes("?");
        sockets.handleUpgrade(request, socket, head, (accepted) => this.#connected(accepted, isGreeted));
      }
    });
  }

  static async start(folder: string, port = 0): Promise<FakeServer> {
    const http = createServer();
    await new Promise<void>((resolve) => http.listen(port, "127.0.0.1", resolve));
    return new FakeServer(http, (http.address() as AddressInfo).port, folder);
  }

  #serve(folder: string, request: IncomingMessage, response: ServerResponse): void {
    const name = new URL(request.url ?? "/", "http://host").pathname.slice(1) || "index.html";
    if (name === "favicon.ico") {
      response.writeHead(204).end();
      return;
    }
    try {
      const content = readFileSync(join(folder, name));
      const isIndex = name === "index.html";
      const body = isIndex ? this.alter(String(content)) : content;
      const inline = isIndex && this.letsInline ? inlineScripts(String(body)) : [];
      response.writeHead(200, {
        "content-type": types[extname(name)] ?? "application/octet-stream",
        "content-security-policy": `${policy}; ${["script-src 'self'", ...inline].join(" ")}`,
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  }

  /** Sends messages to all browsers, as one array frame. */
  send(...messages: readonly Message[]): void {
    for (const socket of this.sockets) socket.send(JSON.stringify(messages));
  }

  sendBinary(bytes: Uint8Array): void {
    for (const socket of this.sockets) socket.send(bytes);
  }

  /** Calls a method and waits for its answer. */
  async ask(wid: number, method: string, ...args: readonly unknown[]): Promise<Message> {
    const id = ++this.#id;
    const answer = this.next((message) => message.id === id);
    this.send({ type: "call", id, wid, method, args });
    return answer;
  }

  /** The next message that fits, from now on. */
  next(fits: (message: Message) => boolean, timeout = 5000): Promise<Message> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("No such message came in time.")), timeout);
      this.#waiting.push({
        fits,
        found: (message) => {
          clearTimeout(timer);
          resolve(message);
        },
      });
    });
  }

  /** The arguments of every callback of an action so far. */
  callbacks(action: string, wid?: number): unknown[][] {
    return this.received
      .filter((message) => message.type === "callback" && message.action === action)
      .filter((message) => wid === undefined || message.wid === wid)
      .map((message) => message.args as unknown[]);
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.terminate();
    await new Promise<void>((resolve) => {
      this.#http.close(() => resolve());
      // A browser connects in advance; what it never used would be waited for.
      this.#http.closeAllConnections();
    });
  }

  #connected(socket: WebSocket, isGreeted: boolean): void {
    this.sockets.add(socket);
    socket.on("close", () => this.sockets.delete(socket));
    socket.on("message", (data: RawData, isBinary: boolean) => {
      if (isBinary) return;
      const parsed = JSON.parse(String(data)) as Message | Message[];
      for (const message of Array.isArray(parsed) ? parsed : [parsed]) this.#heard(message, socket);
    });
    const begin = () => {
      socket.send(JSON.stringify({ type: "init", id: 0, ...(isGreeted && { greeted: true }) }));
      if (isGreeted) this.#greet(socket);
    };
    if (this.silence === null) begin();
    else void this.silence.then(begin);
  }

  #greet(socket: WebSocket): void {
    if (this.greeting !== null) socket.send(JSON.stringify(this.greeting()));
    this.#greeted();
  }

  #heard(message: Message, socket: WebSocket): void {
    this.received.push(message);
    if (message.id === 0 && message.type === "result") this.#greet(socket);
    const at = this.#waiting.findIndex((waiting) => waiting.fits(message));
    if (at >= 0) this.#waiting.splice(at, 1)[0]?.found(message);
  }
}

/** A session's first messages around a whole interface. */
export function replayOf(messages: readonly Message[], id = "s1"): Message[] {
  return [
    { type: "session-info", session_id: id, token: `token of ${id}` },
    { type: "reconstruct-start", next_wid: 2 ** 30 },
    ...messages,
    { type: "reconstruct-end" },
  ];
}

export function create(wid: number, className: string, ...args: readonly unknown[]): Message {
  return { type: "create", wid, class: className, args };
}

export function call(wid: number, method: string, ...args: readonly unknown[]): Message {
  return { type: "call", wid, method, args, silent: true };
}

export function listen(wid: number, ...actions: readonly string[]): Message[] {
  return actions.map((action) => ({ type: "listen", wid, action }));
}

export function ref(wid: number): { __wid__: number } {
  return { __wid__: wid };
}
