/**
 * An editor on the page in step with the server's text: what the user does goes to `SharedText`, what comes from
 * there goes to the view, once per batch.
 * Made on CodeMirror, which takes keys, pointers and input methods; it keeps no history of its own.
 */
import {
  Annotation,
  type ChangeSet,
  type EditorSelection,
  EditorState,
  type Extension,
  type Transaction,
  type TransactionSpec,
} from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { ScrollAlign } from "../../generated/browser/types.js";
import { type Change, mapped, type Replacement } from "../../runtime/protocol/text-changes.js";
import { whenLeft } from "../when-left.js";
import type { Ask, Caret, SharedText } from "./shared-text.js";
import { marksChanged } from "./tag-looks.js";
import { LineScroll } from "./view-scroll.js";

/** On what the program did: it is no edit of the user's. */
const byProgram = Annotation.define<true>();

/** Milliseconds until it is looked again whether a composition has ended. */
const LOOK_AGAIN = 40;

export interface SyncedViewOptions {
  /** Dispatches `back` and `ready`; see `Services`. */
  readonly connection: EventTarget;
  readonly parent: HTMLElement;
  readonly text: string;
  readonly extensions: Extension;
  readonly shared: SharedText;
  /** Has `render` called at the end of the batch. */
  readonly requestRender: () => void;
}

export class SyncedView {
  readonly view: EditorView;
  readonly #shared: SharedText;
  readonly #requestRender: () => void;
  readonly #lineScroll = new LineScroll();
  /** What the program did and the page does not show yet, one after another. */
  #pending: Transaction[] = [];
  #marksChanged = false;
  #scrollTo: { readonly offset: number; readonly align: ScrollAlign } | null = null;
  /** To ask for a step in the history was the last that the user did: its place comes into view. */
  #awaitsStep = false;
  #pumping = false;
  #watching: ReturnType<typeof setTimeout> | undefined;
  readonly #end = new AbortController();

  constructor({ connection, parent, text, extensions, shared, requestRender }: SyncedViewOptions) {
    this.#requestRender = requestRender;
    this.#shared = shared;
    this.view = new EditorView({
      parent,
      state: EditorState.create({
        doc: text,
        extensions: [EditorState.lineSeparator.of("\n"), this.#lineScroll.extension, extensions],
      }),
      dispatchTransactions: (transactions) => this.#dispatch(transactions),
    });
    this.view.contentDOM.addEventListener("compositionend", () => setTimeout(() => this.#watch()));
    const { signal } = this.#end;
    connection.addEventListener("back", () => shared.handOver(), { signal });
    connection.addEventListener("ready", () => this.pumpSoon(), { signal });
    whenLeft(() => shared.leave(), signal);
  }

  /** As it will be once all that the program did is shown. */
  get state(): EditorState {
    return this.#pending.at(-1)?.state ?? this.view.state;
  }

  // ---- The program

  /** Changes text, selection or settings at the end of the batch. */
  say(spec: TransactionSpec): void {
    this.#pending.push(this.state.update({ ...spec, annotations: byProgram.of(true), filter: false }));
    this.#requestRender();
  }

  /** Shows what is left of an edit that came from elsewhere; the user's caret moves along. */
  bring(change: Change): void {
    if (!this.#shared.marks.isEmpty) this.remark();
    this.pumpSoon();
    if (change.length === 0) return;
    const { anchor, head } = this.state.selection.main;
    this.say({
      changes: change.map(([from, to, insert]) => ({ from, to, insert })),
      selection: { anchor: mapped(anchor, change), head: mapped(head, change) },
    });
    const goal = this.#scrollTo;
    if (goal !== null) this.#scrollTo = { ...goal, offset: mapped(goal.offset, change) };
  }

  /** Shows another text. */
  load(text: string): void {
    this.#shared.loaded();
    this.#scrollTo = null;
    this.remark();
    this.say({ changes: { from: 0, to: this.state.doc.length, insert: text }, selection: { anchor: 0 } });
  }

  /** Tags or icons are others now, or look different. */
  remark(): void {
    this.#marksChanged = true;
    this.#requestRender();
  }

  /**
   * Moves the caret; the offsets are those of the server's text.
   * @param idle - Only when the user is not in the editor: where somebody writes, the caret stays in its text.
   * @param step - It follows from a step in the history: only when the user who asked for it has not gone on since.
   */
  setCaret(anchor: number, focus: number, idle: boolean, step: boolean): void {
    if (idle && this.view.root.activeElement === this.view.contentDOM) return;
    if (step && !this.#awaitsStep) return;
    // The server will take the caret of the edits under way for the present one, and hears of this one after them.
    if (this.#isComposing || !this.#shared.isQuiet) this.#shared.moved(() => this.#caret);
    // An input method would be cut short: the caret stays where its user writes.
    if (this.#isComposing) return;
    const { length } = this.state.doc;
    const caret = this.#shared.caretToPage({ anchor, focus });
    this.say({
      selection: { anchor: Math.min(caret.anchor, length), head: Math.min(caret.focus, length) },
      scrollIntoView: step,
    });
  }

  /** Brings the line of an offset on the page into view, as soon as it is displayed; null: no longer. */
  scrollTo(offset: number | null, align: ScrollAlign = "nearest"): void {
    this.#scrollTo = offset === null ? null : { offset, align };
    if (offset !== null) this.#requestRender();
  }

  /** Shows what the program did. Without a display a place to scroll to waits for the next call. */
  render(): void {
    if (this.#marksChanged) this.say({ effects: marksChanged.of(null) });
    this.#marksChanged = false;
    const pending = this.#pending.splice(0);
    if (pending.length > 0) this.view.update(pending);
    const goal = this.#scrollTo;
    if (goal === null || this.view.scrollDOM.clientHeight === 0) return;
    this.#scrollTo = null;
    const offset = Math.min(goal.offset, this.view.state.doc.length);
    this.view.update([
      this.view.state.update({
        effects: this.#lineScroll.to(offset, goal.align),
        annotations: byProgram.of(true),
      }),
    ]);
  }

  /** Sends what waits once the page has done what it is at: within a call of the server nothing may be sent. */
  pumpSoon(): void {
    if (this.#pumping) return;
    this.#pumping = true;
    queueMicrotask(() => {
      this.#pumping = false;
      if (!this.#end.signal.aborted) this.#shared.pump();
    });
  }

  dispose(): void {
    this.#end.abort();
    clearTimeout(this.#watching);
    this.view.destroy();
  }

  // ---- The user

  ask(ask: Ask): void {
    if (this.view.state.readOnly) return;
    this.#awaitsStep = true;
    this.#shared.ask(ask);
    this.pumpSoon();
  }

  #dispatch(transactions: readonly Transaction[]): void {
    if (this.#pending.length > 0) {
      // They begin at a text that the program has changed; the editor reads the page again after this.
      this.render();
      return;
    }
    for (const each of transactions) if (each.annotation(byProgram) !== true) this.#userDid(each);
    this.view.update(transactions);
  }

  #userDid(transaction: Transaction): void {
    const { changes, docChanged, newSelection, startState } = transaction;
    if (docChanged) {
      const composing = this.#isComposing || transaction.isUserEvent("input.type.compose");
      this.#shared.edited({ changes: listOf(changes), ...caretOf(newSelection) }, composing);
      if (composing) this.#watchSoon();
    } else if (!newSelection.eq(startState.selection)) this.#shared.moved(() => this.#caret);
    else return;
    this.#awaitsStep = false;
    this.pumpSoon();
  }

  get #isComposing(): boolean {
    return this.view.composing || this.view.compositionStarted;
  }

  get #caret(): Caret {
    return caretOf(this.state.selection);
  }

  #watchSoon(): void {
    clearTimeout(this.#watching);
    this.#watching = setTimeout(() => this.#watch(), LOOK_AGAIN);
  }

  #watch(): void {
    if (this.#end.signal.aborted) return;
    if (this.#isComposing) {
      this.#watchSoon();
      return;
    }
    this.#shared.close();
    this.pumpSoon();
  }
}

function caretOf({ main: { anchor, head } }: EditorSelection): Caret {
  return { anchor, focus: head };
}

function listOf(changes: ChangeSet): Change {
  const list: Replacement[] = [];
  changes.iterChanges((from, to, _fromNew, _toNew, text) => list.push([from, to, text.sliceString(0)]));
  return list;
}
