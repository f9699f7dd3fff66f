/**
 * One browser of a session: what is known of it, and what it is asked.
 * All of this hangs on the connection, so that the late end of an old one cannot touch a new one.
 */
import { Aliases } from "./aliases.js";
import type { Item } from "./binary.js";
import type { Connection } from "./connection.js";
import { Crossing } from "./crossing.js";
import type { SessionCore } from "./session.js";
import { Uploads } from "./uploads.js";

export class Peer {
  readonly connection: Connection;
  readonly features: ReadonlySet<string>;
  readonly #session: SessionCore;
  /** Told of every change; false until its first replay has been sent. */
  live = false;
  /** It reads too slowly: nothing is queued for it until it has caught up. */
  lagging = false;
  /** Number of the last of its user's inputs that has been handled. */
  inputs = 0;
  /** What is on its way to it while its user acts. */
  readonly crossing = new Crossing();
  /** For a browser that numbers by itself what its calls make; null for one that takes our numbers. */
  readonly #aliases: Aliases | null;
  /** Inner size of its page in CSS pixels, null until it said so. */
  viewport: readonly [width: number, height: number] | null = null;
  /** Faulty messages so far. */
  faults = 0;
  /** What its user is sending. */
  readonly uploads: Uploads;

  constructor(session: SessionCore, connection: Connection, features: readonly string[]) {
    this.#session = session;
    this.connection = connection;
    this.features = new Set(features);
    const deadline = (task: () => void) => session.host.setTimer(session.limits.questionDeadline, task);
    this.#aliases = features.length === 0 ? new Aliases((item) => this.#put(item), deadline) : null;
    this.uploads = new Uploads(session, this);
  }

  /** Sends a text frame, or bytes that belong to the one before. */
  send(item: Item): void {
    if (typeof item === "string") this.crossing.sent();
    if (this.#aliases !== null) this.#aliases.pass(item);
    else this.#put(item);
  }

  #put(item: Item): void {
    if (typeof item === "string") this.connection.send(item);
    else this.connection.sendBinary(item);
  }

  /** Bytes that it was sent and has not read yet. */
  get unsent(): number {
    return this.connection.buffered + (this.#aliases?.held ?? 0);
  }

  /** Takes one message, or a list of them, that came from the browser. Never throws. */
  receive(message: unknown): void {
    this.#session.received(this, this.#aliases === null ? message : (this.#aliases.taken(message) ?? []));
  }

  /** Takes the bytes of a binary frame. Never throws. */
  receiveBinary(data: Uint8Array): void {
    this.#session.receivedBinary(this, data);
  }

  /** @internal It has left: what it was about to send or to be told ends. */
  end(): void {
    this.#aliases?.end();
    this.uploads.end();
  }

  /** The connection has gone. */
  ended(_code: number, _reason: string): void {
    this.#session.browsers.left(this);
  }
}
