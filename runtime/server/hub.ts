/**
 * The sessions of an application and the way into them: a visitor with the right credentials joins its session,
 * a stranger gets a fresh one, and who finds no free seat waits in line.
 */
import { CloseCode } from "../protocol/close-codes.js";
import type { SessionHost } from "../session/connection.js";
import { UsageError } from "../session/errors.js";
import { randomId, randomToken, sameToken } from "./credentials.js";
import type { Limits } from "./limits.js";
import { Seats } from "./seats.js";
import { type Desk, type Greeting, type HostedPeer, Visitor } from "./visitor.js";
import type { ServerConnection } from "./websocket.js";

/** What the hub needs of a session. */
export interface HostedSession {
  readonly id: string;
  readonly token: string;
  join(connection: ServerConnection, features: readonly string[]): HostedPeer;
  close(): void;
  destroy(): void;
  onEnded(listener: () => void): unknown;
}

export interface HubSetup<S extends HostedSession> {
  readonly host: SessionHost;
  readonly limits: Limits;
  /** Sessions that may have browsers at the same time; null: no limit. */
  readonly maxSessions: number | null;
  /** Seconds after which a session that its last browser has left is destroyed; null: never. */
  readonly sessionTimeout: number | null;
  make(id: string, token: string): S;
  /** A session was made for a newcomer, who has joined it. */
  arrived(session: S): void;
  /** A browser has left this session. */
  left(session: S): void;
}

interface Waiting {
  readonly visitor: Visitor;
  readonly greeting: Greeting;
}

export class Hub<S extends HostedSession> implements Desk {
  readonly limits: Limits;
  readonly #setup: HubSetup<S>;
  readonly #sessions = new Map<string, S>();
  readonly #seats: Seats<S>;
  readonly #visitors = new Map<Visitor, S | null>();
  readonly #timeouts = new Map<S, () => void>();
  #queue: Waiting[] = [];
  #pending = 0;
  #settling = false;
  #closed = false;

  constructor(setup: HubSetup<S>) {
    this.#setup = setup;
    this.limits = setup.limits;
    this.#seats = new Seats(setup.maxSessions);
  }

  get sessions(): ReadonlyMap<string, S> {
    return this.#sessions;
  }

  /** Makes a session without a browser. Throws UsageError when the id is taken. */
  create(id: string = randomId(), token: string = randomToken()): S {
    if (this.#closed) throw new UsageError("createSession: the application is closed.");
    if (this.#sessions.has(id)) throw new UsageError(`createSession: there is a session "${id}" already.`);
    const session = this.#setup.make(id, token);
    this.#sessions.set(id, session);
    session.onEnded(() => this.#sessionEnded(session));
    return session;
  }

  /**
   * A place among the pending handshakes: the function that gives it back (calling it again does nothing),
   * or null when all are taken.
   */
  reserve(): (() => void) | null {
    if (this.#closed || this.#pending >= this.limits.pendingHandshakes) return null;
    this.#pending++;
    let held = true;
    return () => {
      if (held) this.#pending--;
      held = false;
    };
  }

  /** Takes over a new connection and the place that was reserved for it. */
  accept(connection: ServerConnection, release: () => void, ahead: Greeting | null = null): void {
    const visitor = new Visitor(connection, this, release);
    this.#visitors.set(visitor, null);
    visitor.greet(ahead);
    if (this.#closed) connection.close(CloseCode.goingAway, "The application is closing.");
  }

  /** Sends every browser away with 1001; the sessions live on until `destroyAll`. */
  close(): void {
    this.#closed = true;
    this.#queue = [];
    for (const session of this.#sessions.values()) session.close();
    for (const visitor of this.#visitors.keys())
      visitor.close(CloseCode.goingAway, "The application is closing.");
  }

  destroyAll(): void {
    for (const session of [...this.#sessions.values()]) session.destroy();
  }

  setTimer(ms: number, task: () => void): () => void {
    return this.#setup.host.setTimer(ms, task);
  }

  greeted(visitor: Visitor, greeting: Greeting): void {
    if (this.#closed || !this.#mayPass(visitor, greeting)) return;
    const session = this.#sessionOf(greeting);
    const seated = session !== undefined && this.#seats.has(session);
    if (seated || (this.#queue.length === 0 && this.#seats.free)) this.#enter(visitor, greeting);
    else if (this.#queue.length >= this.limits.waitingConnections) {
      visitor.close(CloseCode.waitingRoomFull, "All seats and the waiting room are taken.");
    } else {
      this.#queue.push({ visitor, greeting });
      visitor.tellPosition(this.#queue.length);
    }
  }

  gone(visitor: Visitor): void {
    const session = this.#visitors.get(visitor) ?? null;
    this.#visitors.delete(visitor);
    this.#queue = this.#queue.filter((waiting) => waiting.visitor !== visitor);
    this.#settleSoon();
    if (session === null) return;
    if (this.#seats.rise(session)) this.#startTimeout(session);
    this.#setup.left(session);
  }

  failed(error: unknown): void {
    this.#setup.host.logger.error(
      "A session failed to take what a browser sent; this is a fault of the server.",
      error,
    );
  }

  #sessionOf({ sessionId }: Greeting): S | undefined {
    return sessionId === null ? undefined : this.#sessions.get(sessionId);
  }

  /** False, and the visitor is sent away, when it names a session whose token it does not have. */
  #mayPass(visitor: Visitor, greeting: Greeting): boolean {
    const session = this.#sessionOf(greeting);
    if (session === undefined || sameToken(greeting.token ?? "", session.token)) return true;
    visitor.close(CloseCode.wrongToken, "The token does not belong to this session.");
    return false;
  }

  /** Joins the session that the visitor knows, or a fresh one with credentials that nobody else has chosen. */
  #enter(visitor: Visitor, greeting: Greeting): void {
    const known = this.#sessionOf(greeting);
    let session = known;
    try {
      session ??= this.create();
      const joined = session;
      this.#visitors.set(visitor, session);
      this.#seats.sit(session);
      this.#stopTimeout(session);
      visitor.join((connection) => joined.join(connection, greeting.features));
      if (known === undefined) this.#setup.arrived(session);
    } catch (error) {
      this.#setup.host.logger.error("A browser could not join its session.", error);
      visitor.close(CloseCode.serverFailed, "The session could not be joined.");
      if (known === undefined) session?.destroy();
    }
  }

  #sessionEnded(session: S): void {
    this.#stopTimeout(session);
    this.#seats.clear(session);
    this.#sessions.delete(session.id);
    this.#settleSoon();
  }

  /** Lets in who has waited, after the present call: one that leaves may be one of many that leave at once. */
  #settleSoon(): void {
    if (this.#settling || this.#queue.length === 0) return;
    this.#settling = true;
    queueMicrotask(() => {
      this.#settling = false;
      this.#settle();
    });
  }

  #settle(): void {
    const queue = this.#queue;
    this.#queue = [];
    for (const waiting of queue) {
      const { visitor, greeting } = waiting;
      // Who is leaving must leave no trace, not even a session.
      if (!visitor.open || !this.#mayPass(visitor, greeting)) continue;
      const session = this.#sessionOf(greeting);
      if (this.#seats.free || (session !== undefined && this.#seats.has(session)))
        this.#enter(visitor, greeting);
      else this.#queue.push(waiting);
    }
    for (const [index, { visitor }] of this.#queue.entries()) visitor.tellPosition(index + 1);
  }

  #startTimeout(session: S): void {
    const seconds = this.#setup.sessionTimeout;
    if (seconds === null || this.#closed || this.#sessions.get(session.id) !== session) return;
    this.#timeouts.set(
      session,
      this.#setup.host.setTimer(seconds * 1000, () => session.destroy()),
    );
  }

  #stopTimeout(session: S): void {
    this.#timeouts.get(session)?.();
    this.#timeouts.delete(session);
  }
}
