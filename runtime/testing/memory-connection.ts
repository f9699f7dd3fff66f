/**
 * A connection in memory: the server's end of it is what a WebSocket is elsewhere, the page's end is two functions.
 */
import type { ConnectionListener, ServerConnection } from "../server/websocket.js";

/** The end of the page. */
export interface PageEnd {
  text(text: string): void;
  binary(data: Uint8Array): void;
  /** Told once: either side has closed it. */
  ended(code: number, reason: string): void;
}

export class MemoryConnection implements ServerConnection {
  readonly buffered = 0;
  readonly #page: PageEnd;
  #listener: ConnectionListener | null = null;
  #open = true;
  /** Whether the server still takes what comes. */
  #listens = true;

  constructor(page: PageEnd) {
    this.#page = page;
  }

  get open(): boolean {
    return this.#open;
  }

  listen(listener: ConnectionListener): void {
    this.#listener = listener;
  }

  admitted(): void {}

  send(text: string): void {
    if (this.#open) this.#page.text(text);
  }

  /** The bytes are copied: what the program does with its own afterwards is not what was sent. */
  sendBinary(data: Uint8Array): void {
    if (this.#open) this.#page.binary(data.slice());
  }

  /** Both ends hear of it behind the present call, as from a socket; what comes from the page is passed over. */
  close(code: number, reason: string): void {
    this.#end(code, reason, false);
  }

  /** The page goes; what it has sent before still arrives. */
  leave(code: number): void {
    this.#end(code, "", true);
  }

  #end(code: number, reason: string, listens: boolean): void {
    if (!this.#open) return;
    this.#open = false;
    this.#listens = listens;
    queueMicrotask(() => {
      this.#listener?.ended(code, reason);
      this.#page.ended(code, reason);
    });
  }

  /** The page sends a text frame, which arrives behind the present call. */
  text(message: unknown): void {
    const text = JSON.stringify(message);
    this.#deliver((listener) => listener.text(text));
  }

  /** The page sends a binary frame. */
  binary(data: Uint8Array): void {
    const copy = data.slice();
    this.#deliver((listener) => listener.binary(copy));
  }

  #deliver(to: (listener: ConnectionListener) => void): void {
    if (!this.#open) return;
    queueMicrotask(() => {
      if (this.#listens && this.#listener !== null) to(this.#listener);
    });
  }
}
