/**
 * What has gathered in an outbox as messages: made at the end of a turn, from the state that there is by then.
 */
import { camelCase } from "../protocol/names.js";
import { callForm, type Form, type Item } from "./binary.js";
import { type Completion, closed } from "./completion.js";
import type { WidgetNode } from "./node.js";
import type { Peer } from "./peer.js";
import { isInPieces } from "./pieces.js";
import { leftBefore, type Outcome, type Questions } from "./questions.js";
import { type Call, createArgs, stateCalls, withOptions } from "./render.js";
import type { StateInfo } from "./widget-class.js";

/** States of one widget that wait to be sent, with the browser that has each new value already. */
export interface PendingState {
  readonly kind: "state";
  readonly node: WidgetNode;
  readonly names: Map<StateInfo, object | null>;
  done: Set<Completion> | null;
}
export interface CreateEntry {
  readonly kind: "create";
  readonly node: WidgetNode;
  /** Arguments that were fixed before it is sent. */
  args: unknown[] | null;
  readonly done: Set<Completion> | null;
}
export type Entry =
  | PendingState
  | CreateEntry
  | {
      readonly kind: "call";
      readonly node: WidgetNode;
      readonly calls: readonly Call[];
      /** Lets all else go first, but for what is about the same widget. */
      readonly late: boolean;
      readonly silent: boolean;
      readonly seen: boolean;
      /** What the call makes in the browser. */
      readonly made: WidgetNode | null;
      readonly to: Recipients;
      readonly done: Set<Completion> | null;
      readonly settle: ((outcome: Outcome) => void) | null;
    }
  | { readonly kind: "raw"; readonly message: object; readonly to: Recipients };

/** Which browsers a message is for; null is all. */
export type Recipients = ((peer: Peer) => boolean) | null;

export interface Message {
  readonly text: string;
  /** The widget that it is about; null for none, and for one that is made with it. */
  readonly node: WidgetNode | null;
  /** A state that the browser drops when its user has gone on since. */
  readonly state: StateInfo | null;
  /** Carries the number of the user's last input that was seen, where the browser understands it. */
  readonly seen: boolean;
  readonly to: Recipients;
  /** What must follow right behind it. */
  readonly tail: readonly Item[];
}

const NOTHING: readonly Item[] = [];
/** What most messages are. */
const PLAIN = { seen: false, to: null, tail: NOTHING, node: null, state: null } as const;

export class Outgoing {
  readonly messages: Message[] = [];
  readonly #peers: readonly Peer[];
  readonly #questions: Questions;
  readonly #isUnsent: (node: WidgetNode) => boolean;

  /** @param isUnsent - Whether a widget is still to be made in the browsers, with its present state */
  constructor(peers: readonly Peer[], questions: Questions, isUnsent: (node: WidgetNode) => boolean) {
    this.#peers = peers;
    this.#questions = questions;
    this.#isUnsent = isUnsent;
  }

  /** Adds the messages of an entry. */
  add(entry: Entry): void {
    switch (entry.kind) {
      case "raw":
        this.messages.push({ ...PLAIN, text: JSON.stringify(entry.message), to: entry.to });
        return;
      case "create": {
        const { node } = entry;
        const args = entry.args ?? createArgs(node, knownBefore(node));
        const message = { type: "create", wid: node.wid, class: node.cls.name, args };
        this.#push(entry, [{ message, tail: NOTHING }], PLAIN);
        this.#trackedListens(node);
        return;
      }
      case "state": {
        if (entry.node.pending === entry) entry.node.pending = null;
        const states = [...entry.names].sort(([a], [b]) => a.order - b.order);
        const rendered = states.filter(
          ([state]) =>
            !(state.inCreate && state.refs !== true && this.#isUnsent(entry.node)) ||
            isInPieces(entry.node, state.name),
        );
        const isTold = (other: StateInfo) => entry.names.has(other);
        const told = rendered
          .map(([state, except]) => ({ state, except, calls: stateCalls(entry.node, state, isTold) }))
          .filter(({ calls }) => calls.length > 0);
        if (told.length === 0) closed(entry.done);
        told.forEach(({ state, except, calls }, i) => {
          const to: Recipients = except === null ? null : (peer) => peer !== except;
          const last = i === told.length - 1;
          this.#push(
            last ? entry : { ...entry, done: null },
            calls.map((call) => callForm(entry.node, call, true)),
            { seen: state.input === true, to, node: entry.node, state: state.input === true ? state : null },
          );
        });
        return;
      }
      case "call": {
        const { node, made } = entry;
        const calls = entry.calls.map((call) =>
          callForm(node, withOptions(node, call, made), entry.silent, made),
        );
        this.#push(entry, calls, { seen: entry.seen, to: entry.to, node, state: null });
        if (made !== null) this.#trackedListens(made);
      }
    }
  }

  /** Adds messages; the last one is a question where somebody waits. */
  #push(
    entry: Exclude<Entry, { kind: "raw" }>,
    rendered: readonly Form[],
    about: Omit<Message, "text" | "tail">,
  ): void {
    const { done } = entry;
    const { to } = about;
    const settled = (outcome: Outcome) => {
      for (const each of done ?? []) each.settle(outcome);
    };
    const settle =
      entry.kind === "call" && entry.settle !== null ? entry.settle : done === null ? null : settled;
    if (rendered.length === 0) closed(done);
    rendered.forEach(({ message, tail }, i) => {
      let full = message;
      if (settle !== null && i === rendered.length - 1) {
        const label = `${entry.node}.${camelCase(String(message.method ?? "create"))}`;
        const asked = this.#peers.filter((peer) => to === null || to(peer));
        if (asked.length === 0) {
          if (entry.kind === "call" && entry.settle !== null) settle(leftBefore(label));
          else closed(done);
        } else full = { ...message, id: this.#questions.ask(label, asked, settle) };
      }
      this.messages.push({ ...about, text: JSON.stringify(full), tail });
    });
  }

  /** Browsers that do not know by themselves which callbacks the state depends on are told to report them. */
  #trackedListens(node: WidgetNode): void {
    const untold = (peer: Peer) => !peer.features.has("tracking");
    if (!this.#peers.some(untold)) return;
    for (const action of node.cls.tracked) {
      this.messages.push({
        ...PLAIN,
        text: JSON.stringify({ type: "listen", wid: node.wid, action }),
        to: untold,
      });
    }
  }
}

/** The widgets that a browser knows when it is told to make this one. */
export function knownBefore(node: WidgetNode): (other: WidgetNode) => boolean {
  return (other) => other.wid < node.wid && !other.destroyed;
}
