/**
 * What a session has to tell its browsers. Changes gather during a turn of the event loop and leave
 * as one array frame per connection; a state that changes many times in between is sent once.
 */
import type { Item } from "./binary.js";
import { Completion } from "./completion.js";
import { frames } from "./frames.js";
import { lateLast, runsOf } from "./late.js";
import type { WidgetNode } from "./node.js";
import {
  type CreateEntry,
  type Entry,
  knownBefore,
  type Message,
  Outgoing,
  type PendingState,
  type Recipients,
} from "./outgoing.js";
import type { Peer } from "./peer.js";
import type { Outcome, Questions } from "./questions.js";
import { type Call, createArgs, stateCalls } from "./render.js";
import type { ChangeOptions } from "./state.js";
import { encoded } from "./values.js";
import type { StateInfo } from "./widget-class.js";

export interface CallOptions {
  /** What it changes must not come back as a callback. */
  readonly silent?: boolean;
  /** A user's browser drops it when that user has gone on since. */
  readonly seen?: boolean;
  /** A widget that the call makes in the browser; the call carries its present state. */
  readonly made?: WidgetNode | null;
  /** Default: all. */
  readonly to?: Recipients;
}

export class Outbox {
  #queue: Entry[] = [];
  #scheduled = false;
  /** Batches under way. */
  #holds = 0;
  /** Somebody waits for an answer to what is in the queue: it cannot be kept back. */
  #urgent = false;
  #completion: Completion | null = null;
  readonly #questions: Questions;
  readonly #peers: () => readonly Peer[];
  readonly #defer: (task: () => void) => void;
  readonly #send: (peer: Peer, frames: readonly Item[]) => void;
  #transfers = 0;
  /** What has gathered, by the widget that it is about. */
  readonly #gathered = new Map<WidgetNode, Entry[]>();
  /** Widgets that are still to be made in the browsers: what makes them will carry their present state. */
  readonly #unsent = new Map<WidgetNode, CreateEntry | null>();
  /** States that an entry will tell, with the value that they have by then. */
  readonly #changed = new Map<WidgetNode, Set<StateInfo>>();
  /** The last entries with states that name widgets: one before them might name a widget too early. */
  readonly #naming = new Map<WidgetNode, Map<StateInfo, PendingState>>();

  constructor(
    questions: Questions,
    peers: () => readonly Peer[],
    defer: (task: () => void) => void,
    send: (peer: Peer, frames: readonly Item[]) => void,
  ) {
    this.#questions = questions;
    this.#peers = peers;
    this.#defer = defer;
    this.#send = send;
  }

  /** From now to `end()`, what the program asks for is followed: `done` is settled when a browser has done it all. */
  track(): { readonly done: Promise<void>; end(): void } {
    const outer = this.#completion;
    const completion = new Completion();
    this.#completion = completion;
    return {
      done: completion.promise,
      end: () => {
        this.#completion = outer;
        completion.closed();
      },
    };
  }

  created(node: WidgetNode): void {
    if (!this.#wanted(node)) return;
    const entry: CreateEntry = { kind: "create", node, args: null, done: this.#join() };
    this.#unsent.set(node, entry);
    this.#add(entry);
  }

  /** A `create` that is still to be sent carries what it would now: calls that follow count from there. */
  fixCreate(node: WidgetNode): void {
    const entry = this.#unsent.get(node);
    if (entry === undefined || entry === null) return;
    entry.args = createArgs(node, knownBefore(node));
    this.#unsent.delete(node);
  }

  /** What changes of a widget from now on is told after all that has gathered so far, also of other widgets. */
  separate(node: WidgetNode): void {
    node.pending = null;
  }

  stateChanged(node: WidgetNode, state: StateInfo, { origin }: ChangeOptions): void {
    if (state.setter === undefined || state.replay === "never" || !this.#wanted(node)) return;
    let except = origin ?? null;
    if (state.refs === true) except = this.#withdrawn(node, state, except);
    if (node.pending?.names.has(state) !== true) {
      const changed = this.#changed.get(node);
      if (changed === undefined) this.#changed.set(node, new Set([state]));
      else changed.add(state);
    }
    // A value that names widgets must come after those widgets.
    if (state.refs === true || node.pending === null) {
      const entry: PendingState = {
        kind: "state",
        node,
        names: new Map([[state, except]]),
        done: this.#join(),
      };
      node.pending = entry;
      if (state.refs === true)
        this.#naming.set(node, (this.#naming.get(node) ?? new Map()).set(state, entry));
      this.#add(entry);
      return;
    }
    const { names } = node.pending;
    names.set(state, names.has(state) && names.get(state) !== except ? null : except);
    node.pending.done = this.#join(node.pending.done);
  }

  /** Takes a state out of the entry that would send it too early; says which browser has its value already. */
  #withdrawn(node: WidgetNode, state: StateInfo, except: object | null): object | null {
    const names = this.#naming.get(node)?.get(state)?.names;
    const before = names?.get(state);
    return names?.delete(state) === true && before !== except ? null : except;
  }

  /**
   * Who is told what a user did: all but the browser of that user, which shows it already. It is told as well where
   * something else about the widget was on its way when its user acted: it shows that now.
   * @param origin - The browser of the user; null for the program
   */
  others(node: WidgetNode, origin: object | null): Recipients {
    return origin === null || this.crosses(node, origin) ? null : (peer) => peer !== origin;
  }

  /** Whether a browser has been, or will be, told something about a widget that its user did not know of. */
  crosses(node: WidgetNode, origin: object): boolean {
    const peer = origin as Peer;
    if (peer.crossing.crosses(node)) return true;
    return (this.#gathered.get(node) ?? []).some((entry) => {
      if (entry.kind === "state") return [...entry.names.values()].some((except) => except !== origin);
      return entry.kind === "call" && (entry.to === null || entry.to(peer));
    });
  }

  /**
   * Before something that a user did with a widget is taken up: what the program made of the widget until then leaves,
   * also out of a batch, as an answer to what that user had done before. Told later, it would stand for an answer to
   * this as well, and the page would take what its user has just done for settled.
   */
  settle(node: WidgetNode, origin: Peer): void {
    const isAnswer = (entry: Entry) =>
      entry.kind === "state" &&
      [...entry.names].some(([{ input }, except]) => input === true && except !== origin);
    if (this.#gathered.get(node)?.some(isAnswer) === true) this.flush();
  }

  /** Tells a browser the states again that its page drops because its user did something else with the widget. */
  retell(node: WidgetNode, peer: Peer, states: readonly StateInfo[]): void {
    const calls = states.flatMap((state) => stateCalls(node, state, () => false));
    this.called(node, calls, { silent: true, seen: true, to: (each) => each === peer });
  }

  /** Whether the present value of a state is on its way, so that a change of a part of it need not be told. */
  willSend(node: WidgetNode, state: StateInfo): boolean {
    if (!this.#wanted(node)) return true;
    return this.#changed.get(node)?.has(state) === true || (state.inCreate && this.#unsent.has(node));
  }

  /** A call that is sent as it is, after everything that was asked for before. */
  called(node: WidgetNode, calls: readonly Call[], options: CallOptions = {}): void {
    if (calls.length === 0 || !this.#wanted(node)) return;
    node.pending = null;
    const { made = null } = options;
    if (made !== null) this.#unsent.set(made, null);
    for (const { late, run } of runsOf(calls)) {
      this.#add({
        kind: "call",
        node,
        calls: run.map(([method, args]) => [method, args.map(encoded)]),
        late,
        silent: options.silent === true,
        seen: options.seen === true,
        made,
        to: options.to ?? null,
        done: this.#join(),
        settle: null,
      });
    }
  }

  /** A question to one browser. */
  asked(node: WidgetNode, call: Call, peer: Peer, settle: (outcome: Outcome) => void): void {
    node.pending = null;
    this.#urgent = true;
    const calls: Call[] = [[call[0], call[1].map(encoded)]];
    this.#add({
      kind: "call",
      node,
      calls,
      late: false,
      silent: false,
      seen: false,
      made: null,
      to: (each) => each === peer,
      done: null,
      settle,
    });
  }

  /** A message that is not a call: listen, open-url ... */
  raw(message: object, to: Recipients = null): void {
    if (this.#peers().length > 0) this.#add({ kind: "raw", message, to });
  }

  /** A number for bytes that go in chunks: no connection of the session sees it twice. */
  nextTransfer(): number {
    return ++this.#transfers;
  }

  /** Keeps everything back until the result is called; holds may be nested. */
  hold(): () => void {
    this.#holds++;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.#holds--;
      if (this.#holds === 0) this.flush();
    };
  }

  /** Sends what has gathered. */
  flush(): void {
    this.#scheduled = false;
    this.#urgent = false;
    if (this.#queue.length === 0) return;
    const queue = lateLast(this.#queue);
    this.#queue = [];
    const peers = this.#peers();
    const outgoing = new Outgoing(peers, this.#questions, (node) => this.#unsent.has(node));
    for (const entry of queue) outgoing.add(entry);
    const { messages } = outgoing;
    this.#unsent.clear();
    this.#naming.clear();
    this.#changed.clear();
    this.#gathered.clear();
    if (messages.some((message) => message.seen || message.to !== null)) {
      for (const peer of peers) {
        const own = messages.filter((message) => message.to === null || message.to(peer));
        this.#sendAll(
          [peer],
          own.flatMap((message) => [forPeer(message, peer), ...message.tail]),
        );
        note(peer, own);
      }
    } else {
      this.#sendAll(
        peers,
        messages.flatMap((message) =>
          message.tail.length === 0 ? message.text : [message.text, ...message.tail],
        ),
      );
      for (const peer of peers) note(peer, messages);
    }
  }

  #sendAll(peers: readonly Peer[], items: readonly Item[]): void {
    const sent = [...frames(items)];
    for (const peer of peers) this.#send(peer, sent);
  }

  #wanted(node: WidgetNode): boolean {
    return node.cls.remote && this.#peers().length > 0;
  }

  /** The present call waits for an entry as well. */
  #join(done: Set<Completion> | null = null): Set<Completion> | null {
    if (this.#completion === null || done?.has(this.#completion)) return done;
    this.#completion.opened();
    this.#urgent = true;
    return (done ?? new Set()).add(this.#completion);
  }

  #add(entry: Entry): void {
    this.#queue.push(entry);
    if ("node" in entry && isUsed(entry.node)) {
      const gathered = this.#gathered.get(entry.node);
      if (gathered === undefined) this.#gathered.set(entry.node, [entry]);
      else gathered.push(entry);
    }
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.#defer(() => {
      if (this.#holds === 0 || this.#urgent) this.flush();
      else this.#scheduled = false;
    });
  }
}

/** Whether users change the widget: what is on its way to it can cross what they do. */
function isUsed(node: WidgetNode): boolean {
  return node.cls.tracked.length > 0;
}

/** The frames sent last held these messages. */
function note(peer: Peer, messages: readonly Message[]): void {
  for (const { node, state } of messages) {
    if (node !== null && isUsed(node)) peer.crossing.told(node, state);
  }
}

function forPeer(message: Message, peer: Peer): string {
  return message.seen && peer.features.has("input")
    ? `${message.text.slice(0, -1)},"seen":${peer.inputs}}`
    : message.text;
}
