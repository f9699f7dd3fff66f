/**
 * What the page tells the server: callbacks, in order, and no more often than they are worth.
 * Made from the callbacks of widgets; knows when none may be sent.
 */
import { onNextFrame } from "./frame-timing.js";

/** every: each one; frame: at most one in a frame, and the last one always. */
export type Rate = "every" | "frame";

/** A widget, as the sender of callbacks. */
export interface Source {
  readonly wid: number;
  /** Number of the last input that its user made, 0 for none. */
  lastInput: number;
}

export interface Transport {
  send(text: string): void;
  sendBytes(bytes: ArrayBuffer): void;
  /** Bytes that wait for the network. */
  readonly buffered: number;
}

interface Callback {
  readonly type: "callback";
  readonly wid: number;
  readonly action: string;
  readonly args: readonly unknown[];
  readonly n: number;
  readonly m: number;
}

/** Callbacks that can be skipped wait while more than this many bytes wait for the network. */
const BUSY = 256 * 1024;
/** About how many characters one gathered frame holds. */
const FRAME = 64 * 1024;

export class Outbox {
  /** What runs now was told silently: it must not come back. */
  silent = false;
  /** A replay is under way: nothing but `map` is reported. */
  rebuilding = false;
  /** Text frames of the server that were worked off since it said which session this is. */
  worked = 0;
  /** The server reads arrays of messages, so many callbacks of one moment leave in one frame. */
  gathers = false;
  #transport: Transport | null = null;
  #inputs = 0;
  /** Waiting for the frame, by widget and action, the latest last. */
  #waiting = new Map<string, Callback>();
  #cancelFrame: (() => void) | null = null;
  #gathered: string[] = [];

  /** Sends over this connection from now on; its inputs are counted from 0. null: over none. */
  connect(transport: Transport | null): void {
    this.#transport = transport;
    this.#inputs = 0;
    this.#waiting.clear();
    this.#gathered = [];
    this.silent = false;
    this.rebuilding = false;
    this.gathers = false;
    this.worked = 0;
  }

  /**
   * Sends a callback. With `input` its user made it by hand, which counts as one more input.
   * False when nothing may be sent now.
   */
  post(source: Source, action: string, args: readonly unknown[], rate: Rate, input: boolean): boolean {
    if (this.#transport === null || this.silent || (this.rebuilding && action !== "map")) return false;
    if (input) source.lastInput = ++this.#inputs;
    const callback: Callback = {
      type: "callback",
      wid: source.wid,
      action,
      args,
      n: this.#inputs,
      m: this.worked,
    };
    if (rate === "frame") {
      const key = `${source.wid} ${action}`;
      this.#waiting.delete(key);
      this.#waiting.set(key, callback);
      this.#cancelFrame ??= onNextFrame(() => this.#frame());
    } else {
      // Those that wait came first.
      this.#sendWaiting();
      this.#gather(callback);
    }
    return true;
  }

  /** Sends what waits for the frame or for others now: the page may be about to end. */
  flush(): void {
    this.#sendWaiting();
    this.#ship();
  }

  /** Sends any other message, after the callbacks so far. */
  send(message: object): void {
    this.#ship();
    this.#transport?.send(JSON.stringify(message));
  }

  /** Sends a message and, right behind it, the bytes that it announces. */
  sendBytes(message: object, bytes: ArrayBuffer): void {
    this.send(message);
    this.#transport?.sendBytes(bytes);
  }

  /** There is a connection. */
  get isOpen(): boolean {
    return this.#transport !== null;
  }

  /** Bytes that wait for the network. */
  get buffered(): number {
    return this.#transport?.buffered ?? 0;
  }

  #frame(): void {
    this.#cancelFrame = null;
    if (this.#transport !== null && this.#transport.buffered > BUSY) {
      this.#cancelFrame = onNextFrame(() => this.#frame());
      return;
    }
    this.#sendWaiting();
  }

  #sendWaiting(): void {
    if (this.#waiting.size === 0) return;
    const callbacks = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const callback of callbacks) this.#gather(callback);
  }

  #gather(callback: Callback): void {
    const text = JSON.stringify(callback);
    if (!this.gathers) {
      this.#transport?.send(text);
      return;
    }
    if (this.#gathered.length === 0) queueMicrotask(() => this.#ship());
    this.#gathered.push(text);
  }

  #ship(): void {
    const texts = this.#gathered;
    if (texts.length === 0) return;
    this.#gathered = [];
    if (texts.length === 1) {
      this.#transport?.send(texts[0] as string);
      return;
    }
    let from = 0;
    let size = 0;
    texts.forEach((text, i) => {
      size += text.length + 1;
      if (size < FRAME && i < texts.length - 1) return;
      this.#transport?.send(`[${texts.slice(from, i + 1).join(",")}]`);
      from = i + 1;
      size = 0;
    });
  }
}
