/**
 * What answers on one server: the page and the WebSocket below a path, to those whom the gate lets in.
 */
import { type IncomingMessage, type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { CloseCode } from "../protocol/close-codes.js";
import type { SessionHost } from "../session/connection.js";
import { messageOf } from "../session/errors.js";
import type { Gate } from "./gate.js";
import { type PageServer, sendText } from "./http.js";
import { type Greeting, greetingAhead } from "./visitor.js";
import type { ServerConnection, SocketServer } from "./websocket.js";

/** Who takes over the connections. */
export interface Reception {
  reserve(): (() => void) | null;
  accept(connection: ServerConnection, release: () => void, ahead: Greeting | null): void;
}

export interface EndpointSetup {
  /** Path of the page, with a slash at both ends. The WebSocket is at `ws` below it. */
  readonly path: string;
  /** The server speaks TLS. */
  readonly secure: boolean;
  /** null on a port that is for WebSockets only. They may then ask for the path itself too. */
  readonly page: PageServer | null;
  /** Port of the WebSocket when it is another than that of the page. */
  readonly socketPort: number | null;
  readonly gate: Gate;
  readonly sockets: SocketServer;
  readonly reception: Reception;
  readonly host: SessionHost;
  readonly maxConnections: number;
}

/** Headers that a reverse proxy adds. */
const PROXY_HEADERS = [
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "forwarded",
  "via",
] as const;

export class Endpoint {
  readonly #setup: EndpointSetup;

  constructor(setup: EndpointSetup) {
    this.#setup = setup;
  }

  /** Whether an upgrade at this path is for the application. */
  takesUpgrade(request: IncomingMessage): boolean {
    const { path, page } = this.#setup;
    const asked = pathOf(request);
    return asked === `${path}ws` || (page === null && asked === path);
  }

  /** Whether there is an answer to this request; a server of the program's own keeps all others. */
  takesRequest(request: IncomingMessage): boolean {
    const asked = pathOf(request);
    const { path, page } = this.#setup;
    if (page === null) return false;
    if (asked === path.slice(0, -1)) return true;
    return asked.startsWith(path) && page.has(asked.slice(path.length));
  }

  /** Answers a request. Never throws. */
  request(request: IncomingMessage, response: ServerResponse): void {
    this.#request(request, response).catch((error: unknown) => {
      this.#setup.host.logger.error(`A request for ${request.url} failed: ${messageOf(error)}`, error);
      if (response.headersSent) response.destroy();
      else sendText(request, response, 500, "The server failed.");
    });
  }

  /** Answers an upgrade. Never throws. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on("error", () => socket.destroy());
    this.#upgrade(request, socket, head).catch((error: unknown) => {
      this.#setup.host.logger.error(`An upgrade failed: ${messageOf(error)}`, error);
      socket.destroy();
    });
  }

  async #request(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { path, page, gate, secure, socketPort } = this.#setup;
    const checked = gate.checkHeaders(request, secure);
    if (!checked.ok) return sendText(request, response, checked.status, checked.text);
    const refusal = await gate.authenticate(request);
    if (refusal !== null) return sendText(request, response, refusal.status, refusal.text, refusal.headers);
    const asked = pathOf(request);
    if (page === null) {
      return sendText(request, response, 426, "This port is for WebSockets only.", { Upgrade: "websocket" });
    }
    if (asked === path.slice(0, -1)) {
      // Relative, so that it holds behind a proxy with a prefix of its own.
      const Location = `${path.split("/").at(-2)}/`;
      return sendText(request, response, 308, "The page is one level below.", { Location });
    }
    if (asked === `${path}ws`) {
      return sendText(request, response, 426, "This address is for WebSockets.", { Upgrade: "websocket" });
    }
    // A proxy forwards this port; whether it forwards another one, only its own configuration knows.
    const proxied = !checked.host.own || PROXY_HEADERS.some((name) => request.headers[name] !== undefined);
    const meta = socketPort === null || proxied ? "" : String(socketPort);
    const below = asked.startsWith(path) ? asked.slice(path.length) : null;
    page.answer(request, response, below, {
      meta,
      hostName: checked.host.name,
      host: request.headers.host ?? checked.host.name,
    });
  }

  async #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const { gate, secure, sockets, reception, maxConnections } = this.#setup;
    if (!this.takesUpgrade(request)) return refuse(socket, 404, "There is no WebSocket at this address.");
    const checked = gate.checkHeaders(request, secure);
    if (!checked.ok) return refuse(socket, checked.status, checked.text);
    const release = sockets.size < maxConnections ? reception.reserve() : null;
    if (release === null) return refuse(socket, 503, "Too many connections. Try again later.");
    const refusal = await gate.authenticate(request);
    // The reservation must not outlive a socket that never becomes a connection.
    socket.once("close", release);
    if (socket.destroyed) release();
    sockets.upgrade(request, socket, head, (connection) => {
      if (refusal === null) reception.accept(connection, release, greetingAhead(queryOf(request)));
      // A page is told nothing of a refused upgrade, only of a close code.
      else connection.close(CloseCode.notAdmitted, refusal.text);
    });
  }
}

/** Answers an upgrade request with an error and ends its connection. */
export function refuse(socket: Duplex, status: number, text: string): void {
  const body = Buffer.from(`${text}\n`);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? "Refused"}`,
    "Connection: close",
    "Content-Type: text/plain; charset=utf-8",
    "X-Content-Type-Options: nosniff",
    `Content-Length: ${body.length}`,
  ];
  socket.once("finish", () => socket.destroy());
  socket.end(Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), body]));
}

function queryOf({ url = "" }: IncomingMessage): URLSearchParams {
  return new URLSearchParams(/\?.*/s.exec(url)?.[0]);
}

/** The path of a request, decoded; an undecodable one is left as it is, and nothing is found there. */
function pathOf(request: IncomingMessage): string {
  const [path = "/"] = (request.url ?? "/").split("?", 1);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
