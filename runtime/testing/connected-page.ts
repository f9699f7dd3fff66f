/**
 * A page's side of a connection in memory: it greets, joins, waits, comes back, and keeps what it is told.
 */
import type { AppSession } from "../server/app-session.js";
import type { ApplicationBase } from "../server/application.js";
import { UsageError } from "../session/errors.js";
import { MemoryConnection } from "./memory-connection.js";
import { Mirror, type Upstream, type WireMessage } from "./mirror.js";
import { quiet } from "./settling.js";

/** What proves that a browser belongs to a session. */
export interface PageCredentials {
  readonly sessionId: string;
  readonly token: string;
}

export interface PageSetup {
  readonly credentials: PageCredentials | null;
  readonly size: readonly [width: number, height: number];
  readonly patience: number;
}

const INIT_ID = 1;
const FEATURES = ["input", "tracking", "text", "rows"];
/** The code of a browser that goes: the tab was closed. */
const GONE = 1001;

export abstract class ConnectedPage<S extends AppSession> {
  readonly #app: ApplicationBase<S>;
  /** How long to wait for handlers, in milliseconds. */
  readonly #patience: number;
  #size: readonly [width: number, height: number];
  #credentials: PageCredentials | null;
  #connection: MemoryConnection | null = null;
  #session: S | null = null;
  #waiting: number | null = null;
  #closed: { readonly code: number; readonly reason: string } | null = null;
  readonly #faults: Error[] = [];
  readonly #opened: string[] = [];
  #frames = 0;
  /** What the page was told: made anew with each connection. */
  protected mirror: Mirror<Upstream>;
  protected readonly answers = new Map<string, unknown>();

  /** @internal Use {@link openPage}. */
  constructor(app: ApplicationBase<S>, { credentials, size, patience }: PageSetup) {
    this.#app = app;
    this.#credentials = credentials;
    this.#size = size;
    this.#patience = patience;
    this.mirror = this.#newMirror();
  }

  /** The session that it has joined. Throws UsageError while it waits for a seat, or when it was turned away. */
  get session(): S {
    if (this.#session !== null) return this.#session;
    throw new UsageError(`The page has joined no session: ${this.whyNot()}`);
  }

  /** Whether it has joined a session and is connected now. */
  get isConnected(): boolean {
    return this.#session !== null && this.#connection?.open === true;
  }

  /** Its place in the queue for a seat, from 1; null when it does not wait. */
  get waiting(): number | null {
    return this.#waiting;
  }

  /** Why its connection ended; null while it is open. Codes from 4000 on are final for a browser. */
  get closed(): { readonly code: number; readonly reason: string } | null {
    return this.#closed;
  }

  /** What it joins its session with when it comes back; null before it has joined one. */
  get credentials(): PageCredentials | null {
    return this.#credentials;
  }

  /** @internal */
  async connect(): Promise<void> {
    const mirror = this.#newMirror();
    const connection = new MemoryConnection({
      text: (text) => {
        this.#frames++;
        mirror.send(text);
      },
      binary: (data) => {
        this.#frames++;
        mirror.sendBinary(data);
      },
      ended: (code, reason) => {
        if (this.#connection !== connection) return;
        this.#closed = { code, reason };
        this.#waiting = null;
      },
    });
    mirror.peer = {
      receive: (message) => connection.text(message),
      receiveBinary: (data) => connection.binary(data),
      ended: () => {},
    };
    this.mirror = mirror;
    this.#connection = connection;
    this.#closed = null;
    this.#waiting = null;
    this.#session = null;
    if (!this.#app.accept(connection)) {
      this.#connection = null;
      throw new UsageError(
        "The application takes no page: it has been closed, or too many are on their way in.",
      );
    }
    await this.settle();
  }

  /**
   * The connection breaks: the browser was closed, or the network has gone. The session lives on, and the page keeps
   * what it showed last.
   */
  async disconnect(): Promise<void> {
    this.#connection?.leave(GONE);
    await this.settle();
  }

  /** Connects again with its credentials, as a browser that is reloaded does, and is built anew. */
  async reconnect(): Promise<void> {
    if (this.#connection?.open === true) await this.disconnect();
    await this.connect();
  }

  /** @internal What a second page on the same session is made of. */
  protected get setup(): readonly [app: ApplicationBase<S>, setup: PageSetup] {
    const { id: sessionId, token } = this.session;
    return [this.#app, { credentials: { sessionId, token }, size: this.#size, patience: this.#patience }];
  }

  /**
   * Waits until handlers and turns have run and nothing is on its way. Gestures do this by themselves, and go on when
   * a handler takes longer than the patience of the page; this rejects then, and also when the page was told something
   * that it could not do.
   */
  async settle(): Promise<void> {
    const isQuiet = await this.#quiet();
    this.#throwFaults();
    if (!isQuiet)
      throw new UsageError(`settle: handlers still run after ${this.#patience} ms (option patience).`);
  }

  /** Addresses that the program has opened in new tabs, in order. */
  get openedUrls(): readonly string[] {
    return this.#opened;
  }

  /** Changes the inner size of the page, in CSS pixels. */
  async resize(width: number, height: number): Promise<void> {
    this.#size = [width, height];
    this.#tellSize();
    await this.calm();
  }

  /** Why it is in no session, or not connected. */
  protected whyNot(): string {
    if (this.#waiting !== null) return `it waits for a seat, at place ${this.#waiting} (option maxSessions).`;
    if (this.#closed === null) return "it was never connected.";
    return `it was closed with ${this.#closed.code}${this.#closed.reason && `, ${this.#closed.reason}`}`;
  }

  #newMirror(): Mirror<Upstream> {
    const mirror = new Mirror<Upstream>((name) => this.#session?.tableOf(name), this.answers);
    mirror.onOther = (message) => this.#told(mirror, message);
    mirror.onFault = (message, error) => {
      this.#faults.push(error);
      const { id, wid, method } = message;
      mirror.peer?.receive({ type: "error", id, wid, method, error: error.message });
    };
    return mirror;
  }

  /** What is for the page as a whole. */
  #told(mirror: Mirror<Upstream>, message: WireMessage): void {
    switch (message.type) {
      case "init": {
        const { sessionId, token } = this.#credentials ?? {};
        const known = sessionId === undefined ? {} : { session_id: sessionId, token };
        mirror.peer?.receive({ type: "result", id: INIT_ID, ...known, features: FEATURES });
        return;
      }
      case "session-info": {
        const sessionId = String(message.session_id);
        this.#credentials = { sessionId, token: String(message.token) };
        this.#session = this.#app.sessions.get(sessionId) ?? null;
        this.#waiting = null;
        this.#tellSize();
        return;
      }
      case "waiting":
        this.#waiting = message.position as number;
        return;
      case "open-url":
        this.#opened.push(String(message.url));
        return;
      case "error":
        this.#faults.push(new Error(`The server refused what the page sent: ${String(message.error)}`));
    }
  }

  #tellSize(): void {
    const [width, height] = this.#size;
    this.#connection?.text({ type: "viewport", width, height });
  }

  #quiet(): Promise<boolean> {
    const session = this.#session;
    return quiet(
      () =>
        (this.#session !== null && this.#app.isBusy(this.#session)) ||
        (session === null && this.#frames === 0),
      () => this.#frames,
      this.#patience,
    );
  }

  /** Waits as {@link settle} does, but not for handlers that take long. */
  protected async calm(): Promise<void> {
    await this.#quiet();
    this.#throwFaults();
  }

  #throwFaults(): void {
    const [first] = this.#faults.splice(0);
    if (first !== undefined) throw first;
  }
}
