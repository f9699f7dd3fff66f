/**
 * One browser of a session: what is known of it, and what it is asked.
 * All of this hangs on the connection, so that the late end of an old one cannot touch a new one.
 */
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
    this.uploads = new Uploads(session, this);
  }

  /** Sends a text frame. */
  send(text: string): void {
    this.crossing.sent();
    this.connection.send(text);
  }

  /** Takes one message, or a list of them, that came from the browser. Never throws. */
  receive(message: unknown): void {
    this.#session.received(this, message);
  }

  /** Takes the bytes of a binary frame. Never throws. */
  receiveBinary(data: Uint8Array): void {
    this.#session.receivedBinary(this, data);
  }

  /** The connection has gone. */
  ended(_code: number, _reason: string): void {
    this.#session.left(this);
  }
}
