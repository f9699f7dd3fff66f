/**
 * One connection on its way: greeted with `init`, perhaps waiting for a seat, then a browser of a session.
 * Its state hangs on the connection, so the late end of an old one cannot touch a new one.
 */
import { CloseCode } from "../protocol/close-codes.js";
import { AHEAD } from "../protocol/greeting.js";
import { readFrame } from "./frames.js";
import type { Limits } from "./limits.js";
import type { ServerConnection } from "./websocket.js";

/** A browser of a session, as the session hands it out. */
export interface HostedPeer {
  receive(message: unknown): void;
  receiveBinary(data: Uint8Array): void;
  ended(code: number, reason: string): void;
}

/** What the browser said in its answer to `init`. */
export interface Greeting {
  readonly sessionId: string | null;
  readonly token: string | null;
  readonly features: readonly string[];
}

/** Who receives visitors. */
export interface Desk {
  readonly limits: Limits;
  setTimer(ms: number, task: () => void): () => void;
  /** It has answered `init`. */
  greeted(visitor: Visitor, greeting: Greeting): void;
  /** Its connection is gone. */
  gone(visitor: Visitor): void;
  /** A session failed to take a message, which it should never do. */
  failed(error: unknown): void;
}

const INIT_ID = 1;
const FEATURES = 64;
const NAME_LENGTH = 256;

export class Visitor {
  readonly #connection: ServerConnection;
  readonly #desk: Desk;
  readonly #release: () => void;
  #stage: "greeting" | "waiting" | "joined" | "gone" = "greeting";
  #peer: HostedPeer | null = null;
  #faults = 0;
  #position = 0;
  readonly #cancelTimer: () => void;

  /** @param release gives back the place among the pending handshakes */
  constructor(connection: ServerConnection, desk: Desk, release: () => void) {
    this.#connection = connection;
    this.#desk = desk;
    this.#release = release;
    this.#cancelTimer = desk.setTimer(desk.limits.handshakeTime, () =>
      connection.close(CloseCode.tooLate, "No answer to init in time."),
    );
    connection.listen({
      text: (text) => this.#text(text),
      binary: (data) => this.#binary(data),
      ended: (code, reason) => this.#ended(code, reason),
    });
  }

  /** Greets it. `ahead`: it has said who it is before it was asked. */
  greet(ahead: Greeting | null): void {
    const isGreeted = ahead !== null;
    this.#connection.send(JSON.stringify({ type: "init", id: INIT_ID, ...(isGreeted && { greeted: true }) }));
    if (isGreeted) this.#greeted(ahead);
  }

  /** False from the moment that its connection began to close. */
  get open(): boolean {
    return this.#connection.open;
  }

  /** Tells the place in the queue, from 1, when it is another than last time. */
  tellPosition(position: number): void {
    if (position === this.#position) return;
    this.#position = position;
    this.#connection.send(JSON.stringify({ type: "waiting", position }));
  }

  /** Joins a session: `enter` hands the connection to it. */
  join(enter: (connection: ServerConnection) => HostedPeer): void {
    this.#connection.admitted();
    this.#stage = "joined";
    this.#peer = enter(this.#connection);
  }

  close(code: CloseCode, reason: string): void {
    this.#connection.close(code, reason);
  }

  #text(text: string): void {
    // What a page sends while it waits (the size of its window) is not for anybody yet.
    if (this.#stage === "waiting") return;
    const frame = readFrame(text, this.#desk.limits);
    if (this.#stage === "greeting") {
      const greeting = frame.ok ? greetingOf(frame.value) : null;
      if (greeting === null) this.#violated("The first message must be the answer to init.");
      else this.#greeted(greeting);
    } else if (frame.ok) this.#pass((peer) => peer.receive(frame.value));
    else this.#fault(frame.fault);
  }

  #binary(data: Uint8Array): void {
    if (this.#stage === "joined") this.#pass((peer) => peer.receiveBinary(data));
    else this.#violated("A binary frame came before a session was joined.");
  }

  #pass(deliver: (peer: HostedPeer) => void): void {
    if (this.#peer === null) return;
    try {
      deliver(this.#peer);
    } catch (error) {
      this.#desk.failed(error);
      this.close(CloseCode.serverFailed, "The server failed at a message.");
    }
  }

  #greeted(greeting: Greeting): void {
    this.#cancelTimer();
    this.#release();
    this.#stage = "waiting";
    this.#desk.greeted(this, greeting);
  }

  #fault(error: string): void {
    this.#faults++;
    if (this.#faults > this.#desk.limits.protocolErrors) this.#violated(error);
    else this.#connection.send(JSON.stringify({ type: "error", error }));
  }

  #violated(reason: string): void {
    this.close(CloseCode.protocolViolated, reason);
  }

  #ended(code: number, reason: string): void {
    this.#cancelTimer();
    this.#release();
    this.#stage = "gone";
    const peer = this.#peer;
    this.#peer = null;
    try {
      peer?.ended(code, reason);
    } catch (error) {
      this.#desk.failed(error);
    }
    this.#desk.gone(this);
  }
}

/**
 * What a newcomer says ahead in the query of its WebSocket's address, where the key to a session must not stand; null
 * when it says nothing. It saves the newcomer the way of a question and its answer.
 */
export function greetingAhead(query: URLSearchParams): Greeting | null {
  const features = query.get(AHEAD);
  return features === null ? null : { sessionId: null, token: null, features: namesOf(features.split(",")) };
}

/** Reads the answer to `init`, alone or as the only member of a list; null when it is none. */
function greetingOf(frame: unknown): Greeting | null {
  const message: unknown = Array.isArray(frame) && frame.length === 1 ? frame[0] : frame;
  if (typeof message !== "object" || message === null) return null;
  const { type, id, session_id, token, features } = message as { readonly [field: string]: unknown };
  if ((type !== "result" && type !== "ack") || id !== INIT_ID) return null;
  return { sessionId: nameOf(session_id), token: nameOf(token), features: namesOf(features) };
}

function namesOf(features: unknown): string[] {
  const names: unknown[] = Array.isArray(features) ? features.slice(0, FEATURES) : [];
  return names.filter((name): name is string => typeof name === "string" && name.length <= NAME_LENGTH);
}

function nameOf(value: unknown): string | null {
  const text = typeof value === "number" ? String(value) : value;
  return typeof text === "string" && text !== "" && text.length <= NAME_LENGTH ? text : null;
}
