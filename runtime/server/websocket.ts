/**
 * Connections over WebSockets: made of upgraded requests by the `ws` library, kept alive by pings.
 */
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { type RawData, type WebSocket, WebSocketServer } from "ws";
import { CloseCode } from "../protocol/close-codes.js";
import type { Connection } from "../session/connection.js";
import type { Limits } from "./limits.js";

/** What a connection tells whoever took it over. */
export interface ConnectionListener {
  text(text: string): void;
  binary(data: Uint8Array): void;
  /** The socket is gone; told once. */
  ended(code: number, reason: string): void;
}

/** A connection that can be listened to, and is watched until it has joined a session. */
export interface ServerConnection extends Connection {
  listen(listener: ConnectionListener): void;
  /** False from the moment that either side began to close it. */
  readonly open: boolean;
  /** It has joined a session: from now on only the ordinary limits hold. */
  admitted(): void;
}

export type SocketLimits = Pick<Limits, "messageBytes" | "handshakeBytes" | "heartbeatTime" | "closeTime">;

/** A close frame holds 125 bytes, two of which are the code. */
const REASON_BYTES = 123;

class SocketConnection implements ServerConnection {
  readonly #ws: WebSocket;
  readonly #socket: Duplex;
  #listener: ConnectionListener | null = null;
  #closing = false;
  #heard = true;
  #drained = 0;
  readonly #guard: (chunk: Buffer) => void;

  constructor(ws: WebSocket, socket: Duplex, limits: SocketLimits) {
    this.#ws = ws;
    this.#socket = socket;
    let left = limits.handshakeBytes;
    // The library gathers a whole message before it hands it over, so a stranger's bytes are counted below it.
    this.#guard = (chunk) => {
      left -= chunk.length;
      if (left >= 0) return;
      this.close(CloseCode.protocolViolated, "Too many bytes before a session was joined.");
      setImmediate(() => ws.terminate());
    };
    socket.on("data", this.#guard);
    ws.on("message", (data, isBinary) => this.#message(data, isBinary));
    ws.on("pong", () => {
      this.#heard = true;
    });
    // The library closes by itself after an error; without a listener the process would end.
    ws.on("error", () => {});
  }

  get open(): boolean {
    return !this.#closing && this.#ws.readyState === this.#ws.OPEN;
  }

  get buffered(): number {
    return this.#ws.bufferedAmount;
  }

  listen(listener: ConnectionListener): void {
    this.#listener = listener;
    this.#ws.on("close", (code, reason) => listener.ended(code, reason.toString()));
  }

  admitted(): void {
    this.#socket.off("data", this.#guard);
  }

  send(text: string): void {
    if (this.#ws.readyState === this.#ws.OPEN) this.#ws.send(text);
  }

  sendBinary(data: Uint8Array): void {
    if (this.#ws.readyState === this.#ws.OPEN) this.#ws.send(data, { binary: true });
  }

  close(code: number, reason: string): void {
    if (this.#closing) return;
    this.#closing = true;
    this.#ws.close(code, shortened(reason));
  }

  terminate(): void {
    this.#ws.terminate();
  }

  /** Ends a connection that was silent since the last ping, unless it is still taking what it was sent. */
  heartbeat(): void {
    const drained = drainedBytes(this.#socket);
    const reading = this.#ws.bufferedAmount > 0 && drained > this.#drained;
    if (!this.#heard && !reading) {
      this.#ws.terminate();
      return;
    }
    this.#heard = false;
    this.#drained = drained;
    if (this.#ws.readyState === this.#ws.OPEN) this.#ws.ping();
  }

  #message(data: RawData, isBinary: boolean): void {
    this.#heard = true;
    if (this.#closing || this.#listener === null) return;
    const bytes = Buffer.isBuffer(data)
      ? data
      : Array.isArray(data)
        ? Buffer.concat(data)
        : Buffer.from(data);
    if (isBinary) this.#listener.binary(bytes);
    else this.#listener.text(bytes.toString());
  }
}

/** All WebSockets of an application, whatever port they came in on. */
export class SocketServer {
  readonly #server: WebSocketServer;
  readonly #limits: SocketLimits;
  readonly #connections = new Set<SocketConnection>();
  #heartbeat: NodeJS.Timeout | null = null;
  #emptied: (() => void) | null = null;
  #closing = false;

  constructor(limits: SocketLimits) {
    this.#limits = limits;
    const options = {
      noServer: true,
      clientTracking: false,
      maxPayload: limits.messageBytes,
      closeTimeout: limits.closeTime,
    };
    this.#server = new WebSocketServer(options);
  }

  /** How many are open. */
  get size(): number {
    return this.#connections.size;
  }

  /** Answers an upgrade request; a malformed one is answered with its error and `use` is not called. */
  upgrade(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    use: (connection: ServerConnection) => void,
  ): void {
    if (this.#closing) {
      socket.destroy();
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (ws) => {
      const connection = new SocketConnection(ws, socket, this.#limits);
      this.#connections.add(connection);
      this.#beat();
      ws.on("close", () => this.#ended(connection));
      use(connection);
    });
  }

  /** Takes no more. Resolves when every connection has gone; those that do not close in time are cut off. */
  async close(): Promise<void> {
    this.#closing = true;
    if (this.#connections.size === 0) return;
    const emptied = new Promise<void>((resolve) => {
      this.#emptied = resolve;
    });
    const cut = setTimeout(() => {
      for (const connection of this.#connections) connection.terminate();
    }, this.#limits.closeTime);
    await emptied;
    clearTimeout(cut);
  }

  #beat(): void {
    this.#heartbeat ??= setInterval(() => {
      for (const connection of this.#connections) connection.heartbeat();
    }, this.#limits.heartbeatTime).unref();
  }

  #ended(connection: SocketConnection): void {
    this.#connections.delete(connection);
    if (this.#connections.size > 0) return;
    if (this.#heartbeat !== null) clearInterval(this.#heartbeat);
    this.#heartbeat = null;
    this.#emptied?.();
  }
}

/** Bytes that the network has taken so far. */
function drainedBytes(socket: Duplex): number {
  const { bytesWritten = 0 } = socket as Partial<Socket>;
  return bytesWritten - socket.writableLength;
}

function shortened(reason: string): string {
  const bytes = Buffer.from(reason);
  if (bytes.length <= REASON_BYTES) return reason;
  // Decoding in stream mode leaves out a character that the cut has split.
  return new TextDecoder().decode(bytes.subarray(0, REASON_BYTES), { stream: true });
}
