/**
 * The browsers of a session: who is there, who is told of changes, and whose user acted last.
 */
import type { Item } from "./binary.js";
import type { Connection } from "./connection.js";
import { messageOf } from "./errors.js";
import { frames } from "./frames.js";
import type { WidgetNode } from "./node.js";
import { Peer } from "./peer.js";
import { replay } from "./replay.js";
import type { SessionCore } from "./session.js";

/** How often a browser that reads too slowly is looked at, in milliseconds. */
const LAG_POLL = 100;

export class Browsers {
  readonly #session: SessionCore;
  readonly #peers = new Set<Peer>();
  #live: readonly Peer[] = [];
  #acting: Peer | null = null;

  constructor(session: SessionCore) {
    this.#session = session;
  }

  /** All of them, in the order in which they came. */
  get all(): readonly Peer[] {
    return [...this.#peers];
  }

  get count(): number {
    return this.#peers.size;
  }

  /** Those that are told of every change. */
  get live(): readonly Peer[] {
    return this.#live;
  }

  has(peer: Peer): boolean {
    return this.#peers.has(peer);
  }

  /** A browser joins: it is told which session this is and gets a full replay. */
  join(connection: Connection, features: readonly string[]): Peer {
    const session = this.#session;
    session.outbox.flush();
    const peer = new Peer(session, connection, features);
    this.#peers.add(peer);
    const used = peer.features.has("tracking") ? { features: ["tracking"] } : {};
    const { id: session_id, token } = session;
    peer.send(JSON.stringify({ type: "session-info", session_id, token, ...used }));
    for (const message of session.greetings(peer)) peer.send(JSON.stringify(message));
    this.#replay(peer);
    return peer;
  }

  left(peer: Peer): void {
    if (!this.#peers.delete(peer)) return;
    peer.live = false;
    if (this.#acting === peer) this.#acting = null;
    this.#updateLive();
    this.#session.questions.gone(peer);
    peer.end();
  }

  /** Sends all of them the whole interface anew. */
  rebuild(): void {
    this.#session.outbox.flush();
    for (const peer of this.#live) this.#replay(peer);
  }

  #replay(peer: Peer): void {
    const source = {
      roots: this.#session.roots,
      failed: (node: WidgetNode, error: unknown) =>
        this.#session.host.logger.error(`${node} could not be replayed: ${messageOf(error)}`, error),
    };
    for (const frame of frames(replay(source, peer))) peer.send(frame);
    peer.crossing.replayed();
    peer.live = true;
    peer.lagging = false;
    this.#updateLive();
  }

  #updateLive(): void {
    this.#live = [...this.#peers].filter((peer) => peer.live && !peer.lagging);
  }

  /** What one turn has to say goes as a whole: a browser that reads well may well be sent one large picture. */
  send(peer: Peer, frames: readonly Item[]): void {
    if (peer.lagging) return;
    if (peer.unsent > this.#session.limits.unsentBytes) this.#lag(peer);
    else for (const frame of frames) peer.send(frame);
  }

  /** A browser that reads too slowly gets nothing more until it has caught up, and then the present state. */
  #lag(peer: Peer): void {
    const { host, limits, outbox, questions, id } = this.#session;
    peer.lagging = true;
    this.#updateLive();
    questions.gone(peer);
    host.logger.warn(`Session ${id}: a browser reads too slowly; it is replayed when it has caught up.`);
    const look = () => {
      if (!this.#peers.has(peer)) return;
      if (peer.unsent > limits.unsentBytes / 4) host.setTimer(LAG_POLL, look);
      else {
        outbox.flush();
        this.#replay(peer);
      }
    };
    host.setTimer(LAG_POLL, look);
  }

  /** The one whose user acted last; without one the first that is live. */
  get acting(): Peer | null {
    return this.#acting !== null && this.#live.includes(this.#acting)
      ? this.#acting
      : (this.#live[0] ?? null);
  }

  /** Its user has done something. */
  acted(peer: Peer): void {
    this.#acting = peer;
  }
}
