/**
 * A session: the truth about one interface. It owns widgets, state and handlers, lives on without a browser,
 * and serves any number of browsers at once.
 */
import { CloseCode } from "../protocol/close-codes.js";
import { Browsers } from "./browsers.js";
import type { Connection, SessionHost } from "./connection.js";
import { type Dispatcher, isPromise } from "./dispatcher.js";
import { BrowserError, UsageError } from "./errors.js";
import { Handlers } from "./handlers.js";
import { receive, withWidgets } from "./inbound.js";
import { modelOf } from "./models/index.js";
import type { Model } from "./models/model.js";
import { type Face, WidgetNode } from "./node.js";
import { Outbox } from "./outbox.js";
import type { Peer } from "./peer.js";
import { Questions } from "./questions.js";
import { FIRST_BROWSER_WID } from "./replay.js";
import { end, walk } from "./structure.js";
import type { ClassTable, StackMove } from "./table.js";
import type { UploadLimits } from "./uploads.js";
import { type WidgetClass, widgetClass } from "./widget-class.js";

/** The limits that a session keeps; the server's table of limits has them all. */
export interface SessionLimits extends UploadLimits {
  /** How long a question to a browser may stay unanswered, in milliseconds. */
  readonly questionDeadline: number;
  /** Bytes that may wait for a slow browser before its queue is dropped. */
  readonly unsentBytes: number;
  /** Faulty messages that a browser may send before it is sent away. */
  readonly protocolErrors: number;
  /** Callbacks that may wait for their handlers. */
  readonly pendingEvents: number;
}

/** A class of widget objects of one face. */
export interface FaceClass {
  new (...args: never): Face;
  readonly table: ClassTable;
}

export interface SessionInit {
  readonly id: string;
  readonly token: string;
  readonly host: SessionHost;
  readonly app: unknown;
  readonly dispatcher: Dispatcher;
  readonly limits: SessionLimits;
  /** Messages that every page gets before its first widget. Default: none. */
  readonly greetings?: () => readonly object[];
}

export class SessionCore {
  /** Names the session in links. */
  readonly id: string;
  /** Proves that a browser may join it. Keep it secret. */
  readonly token: string;
  /** @internal */
  readonly host: SessionHost;
  /** @internal Widgets by number. */
  readonly widgets = new Map<number, WidgetNode>();
  /** @internal Widgets without a parent, the topmost window last. */
  readonly roots = new Set<WidgetNode>();
  /** @internal */
  readonly outbox: Outbox;
  /** @internal */
  readonly questions: Questions;
  /** @internal */
  readonly browsers = new Browsers(this);
  /** @internal */
  readonly handlers = new Handlers(this);
  /** @internal */
  readonly dispatcher: Dispatcher;
  /** @internal */
  readonly limits: SessionLimits;
  readonly #greetings: () => readonly object[];
  readonly #endedListeners = new Set<() => void>();
  #nextWid = 1;
  #destroyed = false;
  #quiet = false;
  #making = false;
  protected readonly appObject: unknown;

  constructor(init: SessionInit) {
    this.id = init.id;
    this.token = init.token;
    this.host = init.host;
    this.appObject = init.app;
    this.dispatcher = init.dispatcher;
    this.limits = init.limits;
    this.#greetings = init.greetings ?? (() => []);
    this.questions = new Questions((ms, task) => this.host.setTimer(ms, task), init.limits.questionDeadline);
    this.outbox = new Outbox(
      this.questions,
      () => this.browsers.live,
      (task) => this.host.defer(task),
      (peer, frames) => this.browsers.send(peer, frames),
    );
  }

  // ---- Browsers

  /** Whether a browser shows it now. */
  get isConnected(): boolean {
    return this.browsers.count > 0;
  }

  /** The browsers that show it now, in the order in which they came. */
  get connections(): readonly Peer[] {
    return this.browsers.all;
  }

  /** Joins a browser: it is told which session this is and gets a full replay; from then on it hears of each change. */
  join(connection: Connection, features: readonly string[]): Peer {
    return this.browsers.join(connection, features);
  }

  /** Sends every browser the whole interface anew. */
  reconstruct(): void {
    this.browsers.rebuild();
  }

  /** @internal The look of all pages of the application has changed, and with `isText` what stands in them. */
  lookChanged(_isText: boolean): void {}

  /** @internal What a browser is told before its first widget. */
  greetings(_peer: Peer): readonly object[] {
    return this.#greetings();
  }

  /** @internal */
  received(peer: Peer, message: unknown): void {
    if (this.browsers.has(peer)) receive(this, peer, message);
  }

  /** @internal */
  receivedBinary(peer: Peer, data: Uint8Array): void {
    if (this.browsers.has(peer)) peer.uploads.binary(data);
  }

  /** @internal A message was wrong: its sender is told, and sent away when there are too many. */
  faulty(peer: Peer, error: string, details: { wid?: number | undefined; transfer_id?: number }): void {
    peer.faults++;
    peer.send(JSON.stringify({ type: "error", error, ...details }));
    this.host.logger.warn(`Session ${this.id}: a browser sent something wrong: ${error}`);
    if (peer.faults > this.limits.protocolErrors)
      peer.connection.close(CloseCode.protocolViolated, "Too many faulty messages.");
  }

  /** @internal A call that nobody waits for failed in a browser. */
  browserFailed(wid: number | undefined, method: string | undefined, error: string): void {
    const node = wid === undefined ? undefined : this.widgets.get(wid);
    const label = `${node ?? "a widget"}${method === undefined ? "" : `.${method}`}`;
    this.host.logger.error(`Session ${this.id}: ${label} failed in a browser.`, new BrowserError(error));
  }

  // ---- Widgets

  /** @internal */
  addNode(cls: WidgetClass, face: Face): WidgetNode {
    const node = new WidgetNode(this, this.#nextWid++, cls, face);
    this.widgets.set(node.wid, node);
    this.roots.add(node);
    return node;
  }

  /** @internal */
  forget(node: WidgetNode): void {
    this.widgets.delete(node.wid);
    this.roots.delete(node);
  }

  /** @internal Whether a number belongs, or belonged, to a widget of this session. */
  wasGivenOut(wid: number): boolean {
    return (wid >= 1 && wid < this.#nextWid) || wid >= FIRST_BROWSER_WID;
  }

  /** @internal Makes a widget of a class by name; options by their wire names. */
  make(className: string, init: Readonly<Record<string, unknown>>): Face {
    const Class = this.faceClass(className);
    const cls = widgetClass(Class.table);
    const named = Object.fromEntries(
      [...cls.args, ...cls.options]
        .filter((param) => init[param.name] !== undefined)
        .map((param) => [param.property, init[param.name]]),
    );
    const outer = this.#making;
    this.#making = true;
    try {
      return new (Class as unknown as new (session: SessionCore, named: object) => Face)(this, named);
    } finally {
      this.#making = outer;
    }
  }

  /** @internal Whether the runtime makes a widget now, and not the program. */
  get isMaking(): boolean {
    return this.#making;
  }

  /** @internal The named model that a definition asks for. */
  modelOf(name: string): Model {
    return modelOf(name);
  }

  /** @internal The class of widget objects with this name. The faces know them. */
  protected faceClass(className: string): FaceClass {
    throw new Error(`This session makes no ${className}.`);
  }

  /** @internal Moves a window in the stacking order. */
  restack(node: WidgetNode, to: StackMove): void {
    if (!this.roots.delete(node)) return;
    if (to === "raise") {
      this.roots.add(node);
      return;
    }
    const others = [...this.roots];
    this.roots.clear();
    for (const each of [node, ...others]) this.roots.add(each);
  }

  /** @internal */
  requireOpen(call: string): void {
    if (this.#destroyed) throw new UsageError(`${call}: the session has been destroyed.`);
  }

  /** @internal A value of the wire with widget objects in place of references. */
  decoded(value: unknown): unknown {
    return withWidgets(this, value);
  }

  /** @internal Runs a change that reaches the browsers in another way. */
  quietly(task: () => void): void {
    const before = this.#quiet;
    this.#quiet = true;
    try {
      task();
    } finally {
      this.#quiet = before;
    }
  }

  /** @internal */
  get isQuiet(): boolean {
    return this.#quiet;
  }

  /**
   * Calls `visit` for every widget, parents before children; roots first to last in stacking order.
   * @param visit - Gets the widget object and its depth, 0 for roots.
   */
  walkWidgetTree(visit: (widget: Face, depth: number) => void): void {
    for (const root of [...this.roots]) walk(root, (node, depth) => visit(node.face, depth));
  }

  // ---- The program

  /** Runs a function in the session's turn, as if it were a handler. An error in it is logged. */
  guiDo<A extends unknown[]>(task: (...args: A) => unknown, ...args: A): void {
    this.requireOpen("guiDo");
    this.dispatcher.post(this, () => task(...args));
  }

  /**
   * Runs a function in the session's turn and gives its value or its error.
   * Inside a handler of the same session it runs at once.
   */
  guiCall<A extends unknown[], T>(task: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    this.requireOpen("guiCall");
    return this.dispatcher.run(this, () => task(...args));
  }

  /**
   * Runs a task whose changes leave together, when it has ended, also when it takes several turns.
   * What is awaited inside it, a question to a browser, and a user who goes on with what it changes, send what has
   * gathered until then.
   * @returns What the task returns
   */
  batch<T>(task: () => T): T {
    this.requireOpen("batch");
    const release = this.outbox.hold();
    let result: T;
    try {
      result = task();
    } catch (error) {
      release();
      throw error;
    }
    if (isPromise(result)) void result.then(release, release);
    else release();
    return result;
  }

  /** Inner size of the page of the browser whose user acted last, in CSS pixels; null without a browser. */
  getScreenSize(): readonly [width: number, height: number] | null {
    return this.browsers.acting?.viewport ?? null;
  }

  /**
   * Opens an address in a new tab of the browser whose user acted last; nothing happens without one.
   * @param url - http: or https: only
   */
  openUrl(url: string): void {
    this.requireOpen("openUrl");
    if (!/^https?:\/\/\S+$/i.test(url)) {
      throw new UsageError(`openUrl: url: expected an http: or https: address, not ${JSON.stringify(url)}.`);
    }
    this.outbox.flush();
    this.browsers.acting?.send(JSON.stringify({ type: "open-url", url }));
  }

  // ---- The end

  /** Whether `destroy` was called. */
  get isDestroyed(): boolean {
    return this.#destroyed;
  }

  /** Closes the connections of all its browsers, which try to come back; the session lives on. */
  close(): void {
    this.outbox.flush();
    for (const peer of this.connections)
      peer.connection.close(CloseCode.goingAway, "The server closed the connection.");
  }

  /** Ends the session with all its widgets; its browsers are told that it is over. A second call does nothing. */
  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    for (const peer of this.connections) {
      peer.connection.close(CloseCode.sessionEnded, "The session has ended.");
      this.browsers.left(peer);
    }
    for (const root of [...this.roots]) end(root);
    for (const listener of this.#endedListeners) listener();
    this.#endedListeners.clear();
  }

  /** @internal Told when the session has ended. */
  onEnded(listener: () => void): () => void {
    this.#endedListeners.add(listener);
    return () => this.#endedListeners.delete(listener);
  }
}
