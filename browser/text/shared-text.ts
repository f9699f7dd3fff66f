/**
 * One text that its user and others edit at the same time, by the rule that the server's model tells in seven
 * steps: what is on its way, what waits, and what becomes of an edit that comes from elsewhere.
 * Made from a way to send; it knows neither the page nor the editor that shows the text.
 */
import { type Change, mapped, transformed } from "../../runtime/protocol/text-changes.js";
import { Marks } from "./marks.js";

export interface Caret {
  /** End of the selection that stays. */
  readonly anchor: number;
  /** End that moves, with the cursor. */
  readonly focus: number;
}

export interface UserEdit extends Caret {
  readonly changes: Change;
}

/** A step in the history that the user asked for. */
export type Ask = "undo" | "redo";

export interface ServerLine {
  /** Nothing may be sent now. */
  readonly isClosed: boolean;
  /**
   * Sends edits; false when there is nobody to take them.
   * @param rejoined - They were made before the connection broke, by an editor that is about to be replaced.
   */
  edited(version: number, edits: readonly UserEdit[], editor: string, rejoined?: boolean): boolean;
  caretMoved(version: number, caret: Caret): void;
  asked(ask: Ask): void;
}

export class SharedText {
  /** Tags and icons, in the server's text. */
  readonly marks = new Marks();
  readonly #line: ServerLine;
  #id = freshId();
  #version = 0;
  #sent: UserEdit[] = [];
  /** "caret": where it is, which is to be told before the step that follows. */
  #waiting: (UserEdit | Ask | "caret")[] = [];
  /** Where the caret is. */
  #caret: () => Caret = () => ({ anchor: 0, focus: 0 });
  /** The server has not heard where the caret is. */
  #untold = false;
  /** Another text has come, its version has not. */
  #loading = false;
  /** The last one waiting is still being written: an input method composes it. */
  #open = false;

  constructor(line: ServerLine) {
    this.#line = line;
  }

  /** The user's changes that the server has not taken up yet, one after another. */
  get own(): Change[] {
    const waiting = this.#waiting.filter((each) => typeof each !== "string");
    return [...this.#sent, ...waiting].map(({ changes }) => changes);
  }

  /** Nothing of the user's is on its way or waits. */
  get isQuiet(): boolean {
    return this.#sent.length === 0 && this.#waiting.length === 0;
  }

  /** An offset in the server's text, on the page. */
  toPage(offset: number): number {
    return this.own.reduce((at, change) => mapped(at, change), offset);
  }

  /**
   * A caret in the server's text, on the page. What the user has written at its place is in front of it, as if it had
   * been written there; a selection holds none of it.
   */
  caretToPage({ anchor, focus }: Caret): Caret {
    const at = (offset: number, behind: boolean) =>
      this.own.reduce((present, change) => mapped(present, change, behind), offset);
    if (anchor === focus) return { anchor: at(anchor, true), focus: at(focus, true) };
    return { anchor: at(anchor, anchor < focus), focus: at(focus, focus < anchor) };
  }

  // ---- The user

  /** @param composing - An input method has not finished; it grows with the edits that follow, until `close`. */
  edited(edit: UserEdit, composing: boolean): void {
    const last = this.#waiting.at(-1);
    const joined = this.#open && typeof last === "object" ? inOne(last.changes, edit.changes) : null;
    if (joined === null) this.#waiting.push(edit);
    else this.#waiting[this.#waiting.length - 1] = { ...edit, changes: joined };
    this.#open = composing;
    this.#untold = false;
  }

  /** What was being composed is finished. */
  close(): void {
    this.#open = false;
  }

  /** The caret was moved; `where` is asked when it is told. */
  moved(where: () => Caret): void {
    this.#caret = where;
    this.#untold = true;
  }

  ask(ask: Ask): void {
    this.#open = false;
    // The step brings the caret elsewhere: told after it, the place before it would be taken for a later one.
    if (this.#untold) this.#waiting.push("caret");
    this.#untold = false;
    this.#waiting.push(ask);
  }

  /** Sends what can be sent. To be called after all of the above, and after the calls below. */
  pump(): void {
    while (this.#sent.length === 0 && !this.#loading && !this.#line.isClosed) {
      const [head] = this.#waiting;
      if (head === undefined) {
        if (this.#untold) this.#line.caretMoved(this.#version, this.#caret());
        this.#untold = false;
        return;
      }
      if (typeof head === "string") {
        this.#waiting.shift();
        if (head !== "caret") this.#line.asked(head);
        // An edit that waits tells of its own.
        else if (this.own.length === 0) this.#line.caretMoved(this.#version, this.#caret());
        continue;
      }
      const stop = this.#waiting.findIndex((each) => typeof each === "string");
      const ready = stop === -1 ? this.#waiting.length - (this.#open ? 1 : 0) : stop;
      if (ready === 0) return;
      this.#send(this.#waiting.splice(0, ready) as UserEdit[]);
    }
  }

  /** Sends what waits without waiting: the page may be about to end. The server knows which of it it has got before. */
  leave(): void {
    if (this.#loading || this.#line.isClosed) return;
    const ready = this.#untilStep();
    if (ready.length > 0) this.#send([...this.#sent, ...ready]);
    this.#open = false;
  }

  /** The connection is back, and another editor will take the place of this one: sends what the server may not have. */
  handOver(): void {
    const edits = [...this.#sent, ...this.#untilStep()];
    if (edits.length > 0 && !this.#loading) this.#line.edited(this.#version, edits, this.#id, true);
    this.#sent = edits;
    this.#open = false;
  }

  /** Takes out the edits that wait, up to the first step in the history. */
  #untilStep(): UserEdit[] {
    const stop = this.#waiting.findIndex((each) => typeof each === "string");
    return this.#waiting.splice(0, stop === -1 ? this.#waiting.length : stop) as UserEdit[];
  }

  #send(edits: UserEdit[]): void {
    if (this.#line.edited(this.#version, edits, this.#id)) this.#sent = edits;
    // A server of an older protocol never hears of it: then the page alone has that text.
    else for (const { changes } of edits) this.marks.changed(changes);
  }

  // ---- The server

  /** Another text has come. */
  loaded(): void {
    this.#id = freshId();
    this.#sent = [];
    this.#waiting = [];
    this.#open = false;
    this.#untold = false;
    this.#loading = true;
    this.marks.clear();
  }

  /** The version of that text has come. */
  began(version: number): void {
    this.#version = version;
    this.#loading = false;
  }

  /**
   * The server took an edit up. Answers what of it is to be done to the page, and nothing for what came from there.
   * @param editor - Whose user made it; empty for the program.
   */
  took(version: number, changes: Change, editor: string, tags: readonly string[]): Change {
    this.#version = version;
    this.#mark(changes, tags);
    if (editor !== this.#id) return this.#bring(changes, editor);
    this.#sent.shift();
    return [];
  }

  /** As `took`, from a server that counts no versions. */
  replaced(changes: Change, tags: readonly string[]): Change {
    this.#mark(changes, tags);
    return this.#bring(changes, "");
  }

  #mark(changes: Change, tags: readonly string[]): void {
    this.marks.changed(changes);
    const [first] = changes;
    if (first === undefined) return;
    const [start, , insert] = first;
    this.marks.addTags(tags.map((name) => ({ name, start, end: start + insert.length })));
  }

  #bring(changes: Change, editor: string): Change {
    let other = changes;
    const first = editor < this.#id;
    const past = (own: UserEdit): UserEdit => {
      const result = transformed(own.changes, other, !first);
      other = transformed(other, own.changes, first);
      return { changes: result, anchor: mapped(own.anchor, other), focus: mapped(own.focus, other) };
    };
    this.#sent = this.#sent.map(past);
    this.#waiting = this.#waiting.map((each) => (typeof each === "string" ? each : past(each)));
    return other;
  }
}

/** A name that no other editor has. */
function freshId(): string {
  const numbers = crypto.getRandomValues(new Uint32Array(3));
  return [...numbers].map((number) => number.toString(36).padStart(7, "0")).join("");
}

/** Two changes of one stretch each as one, where the second reaches into or touches what the first left; else null. */
function inOne(one: Change, two: Change): Change | null {
  const [a, ...moreOfA] = one;
  const [b, ...moreOfB] = two;
  if (a === undefined || b === undefined || moreOfA.length > 0 || moreOfB.length > 0) return null;
  const [start, end, text] = a;
  const [from, to, insert] = b;
  const behind = start + text.length;
  if (to < start || from > behind) return null;
  const kept = text.slice(0, Math.max(0, from - start));
  const rest = text.slice(Math.min(text.length, Math.max(0, to - start)));
  return [[Math.min(start, from), end + Math.max(0, to - behind), kept + insert + rest]];
}
