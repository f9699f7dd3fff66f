/**
 * Works off what the server sends: in order, in slices that leave room for painting and input.
 * Made from text and binary frames; answers those that ask for an answer.
 */
import { differing, tellDifferences } from "./definitions.js";
import { afterBreath } from "./frame-timing.js";
import { setLook } from "./look.js";
import { openUrl, registerFont, setDefaultFont } from "./page-services.js";
import { loadClass, type Registry } from "./registry.js";
import type { Services } from "./services.js";
import { type Complete, Transfers } from "./transfers.js";
import { BaseWidget } from "./widget.js";
import { integer, isMessage, list, type ServerMessage, text } from "./wire.js";

/** Milliseconds of work before the page gets a turn. */
const SLICE = 8;
/** Slices in a row grow up to so many of them: between two the page may be drawn, which a large interface pays for. */
const LONGEST = 5;
/** Milliseconds where there is nothing to see yet: a turn in between would go into drawing an empty page. */
const BLANK_SLICE = 100;

/** What is not about widgets, and belongs to the connection. */
export interface FrameListener {
  /** The first message: everything shown goes. Fields of the answer. */
  init(): object;
  sessionInfo(id: string, token: string): void;
  waiting(position: number): void;
  /** There is nothing to see of what the server has made. */
  readonly isBlank: boolean;
  /** Everything that came so far has been done. */
  changed(): void;
  rebuildStarted(): void;
  rebuildEnded(): void;
}

/** A frame that is being worked off. */
interface Work {
  readonly messages: readonly unknown[];
  readonly isArray: boolean;
  /** It mentions widgets inside arguments. */
  readonly hasRefs: boolean;
  readonly answers: object[];
  at: number;
}

export class Frames {
  readonly #registry: Registry;
  readonly #services: Services;
  readonly #listener: FrameListener;
  readonly #transfers = new Transfers();
  #queue: (Work | ArrayBuffer)[] = [];
  #running = false;
  /** Slices since all was done last. */
  #slices = 0;
  /** The code of a class is on its way: its first widget, and all that comes after, waits for it. */
  #loading = false;
  /** The message that was waited for. */
  #waited: unknown = null;
  /** Counts connections: an answer that comes late must not reach the next one. */
  #generation = 0;
  /** What is shown belongs to an earlier connection: it goes when the first new thing comes. */
  #stale = false;
  /** The frame under way mentions widgets inside arguments. */
  #hasRefs = true;

  constructor(registry: Registry, services: Services, listener: FrameListener) {
    this.#registry = registry;
    this.#services = services;
    this.#listener = listener;
  }

  /** Forgets what waits: its connection has gone. */
  clear(): void {
    this.#generation++;
    this.#queue = [];
    this.#transfers.clear();
  }

  /** Takes one frame. */
  receive(data: string | ArrayBuffer): void {
    if (typeof data === "string") {
      let parsed: unknown;
      try {
        parsed = JSON.parse(data);
      } catch {
        this.#services.outbox.send({ type: "error", error: "A text frame was not JSON" });
        return;
      }
      const isArray = Array.isArray(parsed);
      const messages: unknown[] = isArray ? (parsed as unknown[]) : [parsed];
      // All at once, and not one after the other when their turn comes.
      for (const message of messages) loadingFor(message);
      this.#queue.push({ messages, isArray, hasRefs: data.includes('"__wid__"'), answers: [], at: 0 });
    } else {
      this.#queue.push(data);
    }
    if (this.#running) return;
    this.#running = true;
    this.#slice();
  }

  #slice(): void {
    this.#slices = Math.min(this.#slices + 1, LONGEST);
    const end = performance.now() + (this.#listener.isBlank ? BLANK_SLICE : SLICE * this.#slices);
    const { outbox, updates } = this.#services;
    updates.hold();
    try {
      while (this.#queue.length > 0 && !this.#loading && performance.now() < end) this.#step(end);
    } finally {
      this.#running = this.#queue.length > 0;
      // Focus and the like, that setters had put off, are no deed of the user.
      outbox.silent = true;
      updates.release(!this.#running);
      outbox.silent = false;
      if (!this.#running) {
        this.#slices = 0;
        this.#listener.changed();
      } else if (!this.#loading) afterBreath(() => this.#slice());
    }
  }

  /** Works on the first frame until it is done or the time is up. */
  #step(end: number): void {
    const work = this.#queue[0] as Work | ArrayBuffer;
    if (work instanceof ArrayBuffer) {
      this.#queue.shift();
      this.#binary(work);
      return;
    }
    this.#hasRefs = work.hasRefs;
    const queue = this.#queue;
    while (work.at < work.messages.length) {
      const message = work.messages[work.at];
      const loading = message === this.#waited ? null : loadingFor(message);
      if (loading !== null) {
        this.#wait(message, loading);
        return;
      }
      work.at++;
      const answer = this.#handle(message);
      if (answer !== null) work.answers.push(answer);
      if (performance.now() >= end) break;
    }
    // A message may have ended the connection, and with it the queue.
    if (queue !== this.#queue || work.at < work.messages.length) return;
    this.#queue.shift();
    const { outbox } = this.#services;
    outbox.worked++;
    if (work.answers.length === 0) return;
    if (work.isArray) outbox.send(work.answers);
    else outbox.send(work.answers[0] as object);
  }

  /** Goes on once the code of a class is there, or cannot be had. */
  #wait(message: unknown, loading: Promise<void>): void {
    this.#loading = true;
    this.#waited = message;
    void loading.then(() => {
      this.#loading = false;
      this.#slice();
    });
  }

  /** The answer to a message; null for none. */
  #handle(message: unknown): object | null {
    if (!isMessage(message)) return { type: "error", error: "A message must be an object with a type" };
    try {
      const handler = this.#handlers[message.type];
      if (handler === undefined) throw new Error(`Unknown message type ${message.type}`);
      const fields = handler(message);
      if (message.id === undefined || fields === null) return null;
      return { type: "result", id: message.id, ...fields };
    } catch (error) {
      return failure(message, error);
    }
  }

  /** By type: does it, and gives the fields of the answer; null when there is none, or not yet. */
  readonly #handlers: Readonly<Record<string, (message: ServerMessage) => object | null>> = {
    init: ({ greeted }) => {
      this.#transfers.clear();
      this.#stale = true;
      // The address of the connection may have said who we are, when the first script of the page made it.
      return greeted === true ? null : this.#listener.init();
    },
    "session-info": (message) => {
      const { features } = message;
      // With this frame server and page begin to count.
      this.#services.outbox.worked = 0;
      this.#registry.reportsTracked = Array.isArray(features) && features.includes("tracking");
      this.#listener.sessionInfo(text(message, "session_id"), text(message, "token"));
      return null;
    },
    "compare-definitions": (message) => {
      this.#later(message, differing(message));
      return null;
    },
    "definitions-differ": (message) => {
      tellDifferences(message);
      return {};
    },
    waiting: (message) => {
      this.#listener.waiting(integer(message, "position"));
      return null;
    },
    create: (message) => {
      this.#noteServer(message);
      if (this.#stale) this.#rebuild();
      const wid = integer(message, "wid");
      this.#registry.create(wid, text(message, "class"), this.#args(message));
      return { wid, next_wid: this.#registry.next };
    },
    call: (message) => {
      this.#noteServer(message);
      const value = this.#call(message, this.#args(message));
      if (!(value instanceof Promise)) return value === undefined ? {} : { value };
      this.#later(message, value);
      return null;
    },
    batch: (message) => ({ value: { errors: this.#batch(list(message, "calls")) } }),
    listen: (message) => {
      this.#noteServer(message);
      this.#registry.get(message.wid).listen(text(message, "action"));
      return {};
    },
    unlisten: (message) => {
      this.#registry.get(message.wid).unlisten(text(message, "action"));
      return {};
    },
    "reconstruct-start": (message) => {
      // What was under way may never be finished: the server starts anew.
      this.#transfers.clear();
      this.#rebuild();
      this.#registry.next = integer(message, "next_wid");
      this.#services.outbox.rebuilding = true;
      return {};
    },
    "reconstruct-end": () => {
      this.#services.outbox.rebuilding = false;
      this.#services.sizes.repeat();
      this.#listener.rebuildEnded();
      return {};
    },
    "binary-call": (message) => {
      this.#transfers.expectCall(message);
      return null;
    },
    "binary-call-chunked": (message) => this.#finish(this.#transfers.open(message)),
    "binary-chunk": (message) => {
      this.#finish(this.#transfers.chunk(message));
      return {};
    },
    "register-font": (message) => {
      const failed = (error: unknown) => this.#services.outbox.send(failure({ type: message.type }, error));
      registerFont(
        {
          family: text(message, "family"),
          weight: String(message.weight ?? "normal"),
          style: String(message.style ?? "normal"),
          url: text(message, "url"),
        },
        failed,
      );
      return {};
    },
    "set-default-font": (message) => {
      setDefaultFont(message.font);
      return {};
    },
    "set-look": (message) => {
      // Borders and padding change with it, inside sizes that stay the same.
      this.#services.sizes.repeat();
      setLook(message);
      return {};
    },
    error: (message) => {
      const { transfer_id: id, limit, most } = message;
      if (id !== undefined) this.#services.uploads.refused(id, { limit, most });
      console.warn("The server refused something:", message.error);
      return null;
    },
    "open-url": (message) => {
      openUrl(text(message, "url"));
      return {};
    },
  };

  #rebuild(): void {
    this.#stale = false;
    this.#listener.rebuildStarted();
  }

  /** A server that sends what nobody answers is one of ours, and reads arrays of callbacks. */
  #noteServer(message: ServerMessage): void {
    if (message.id === undefined) this.#services.outbox.gathers = true;
  }

  #args(message: ServerMessage): readonly unknown[] {
    const args = list(message, "args");
    return this.#hasRefs ? (this.#registry.decode(args) as unknown[]) : args;
  }

  #call(message: ServerMessage, args: readonly unknown[]): unknown {
    const widget = this.#registry.get(message.wid);
    const seen = message.seen;
    // Its user has gone on since the server saw that value: the newer one is on its way there.
    if (typeof seen === "number" && widget.lastInput > seen) {
      widget.overtaken(text(message, "method"), args, seen);
      return undefined;
    }
    const { outbox } = this.#services;
    const resultWid = message.result_wid;
    const next = this.#registry.next;
    outbox.silent = message.silent === true;
    try {
      const value = this.#registry.call(widget, text(message, "method"), args);
      if (typeof resultWid === "number" && value instanceof BaseWidget && value.wid !== resultWid) {
        this.#registry.renumber(value, resultWid);
        // The number it had for a moment is free again.
        if (this.#registry.next === next + 1 && resultWid < next) this.#registry.next = next;
      }
      return value;
    } finally {
      outbox.silent = false;
    }
  }

  /** Answers by itself once the page knows. */
  #later(message: ServerMessage, value: Promise<unknown>): void {
    const generation = this.#generation;
    const send = (answer: object) => {
      if (generation === this.#generation) this.#services.outbox.send(answer);
    };
    value.then(
      (known) => {
        if (message.id !== undefined) send({ type: "result", id: message.id, value: known });
      },
      (error: unknown) => send(failure(message, error)),
    );
  }

  #batch(calls: readonly unknown[]): object[] {
    const errors: object[] = [];
    calls.forEach((call, index) => {
      try {
        const message = { type: "call", ...(call as object) } as ServerMessage;
        this.#call(message, this.#args(message));
      } catch (error) {
        const { wid, method } = (call ?? {}) as Record<string, unknown>;
        errors.push({ index, wid, method, error: reason(error) });
      }
    });
    return errors;
  }

  #binary(bytes: ArrayBuffer): void {
    try {
      this.#finish(this.#transfers.binary(bytes));
    } catch (error) {
      this.#services.outbox.send({ type: "error", error: reason(error) });
    }
  }

  /** Calls the method whose bytes are there. The answer goes out by itself, since it may come late. */
  #finish(complete: Complete | null): null {
    if (complete === null) return null;
    const { opener, bytes } = complete;
    const { outbox } = this.#services;
    try {
      const value = this.#call(opener, [
        bytes,
        ...(this.#registry.decode(list(opener, "args")) as unknown[]),
      ]);
      if (value instanceof Promise) this.#later(opener, value);
      else if (opener.id !== undefined) outbox.send({ type: "result", id: opener.id, value });
    } catch (error) {
      outbox.send(failure(opener, error));
    }
    return null;
  }
}

/** What a message has to wait for: the code of the class that it makes a widget of. */
function loadingFor(message: unknown): Promise<void> | null {
  return isMessage(message) && message.type === "create" && typeof message.class === "string"
    ? loadClass(message.class)
    : null;
}

function failure(message: ServerMessage, error: unknown): object {
  const { id, wid, method } = message;
  return { type: "error", id, wid, method, error: reason(error) };
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
