/**
 * A text as an editor in a page keeps it, by the rule in `runtime/session/models/text/crossing.ts` and in plain
 * code: lists that are walked from end to end. With a way to send, its user can edit too.
 */
import { applied, type Change, mapped, transformed } from "../../protocol/text-changes.js";
import type { UserEdit } from "../../session/models/text/crossing.js";
import type { Caret } from "../../session/models/text/history.js";
import type { Gravity } from "../../session/models/text/places.js";

export interface Interval {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

interface PageIcon {
  readonly id: number;
  readonly offset: number;
  readonly gravity: Gravity;
  readonly url: string;
}

type Send = (action: string, ...args: unknown[]) => void;

/** Where a place is after a change: stretch by stretch from the last, deletion and then insert. */
export function placeAfter(offset: number, change: Change, gravity: Gravity): number {
  let at = offset;
  for (const [start, end, insert] of change.toReversed()) {
    if (at >= end) at -= end - start;
    else if (at > start) at = start;
    if (at > start || (at === start && gravity === "right")) at += insert.length;
  }
  return at;
}

export function intervalsAfter(intervals: readonly Interval[], change: Change): Interval[] {
  let result = [...intervals];
  for (const [start, end, insert] of change.toReversed()) {
    const deletion: Change = [[start, end, ""]];
    result = result
      .map((each) => ({
        name: each.name,
        start: placeAfter(each.start, deletion, "right"),
        end: placeAfter(each.end, deletion, "left"),
      }))
      .filter((each) => each.start < each.end)
      .map((each) => ({
        name: each.name,
        start: placeAfter(each.start, [[start, start, insert]], "right"),
        end: placeAfter(each.end, [[start, start, insert]], "left"),
      }));
  }
  return result;
}

export function cut(intervals: readonly Interval[], name: string, start: number, end: number): Interval[] {
  return intervals.flatMap((each) => {
    if (each.name !== name || each.end <= start || each.start >= end) return [each];
    const parts = [
      { name, start: each.start, end: start },
      { name, start: end, end: each.end },
    ];
    return parts.filter((part) => part.start < part.end);
  });
}

const toldOf = ({ changes, anchor, focus }: UserEdit): UserEdit => ({ changes, anchor, focus });

let pages = 0;

export class TextPage {
  id = `page-${++pages}`;
  version = 0;
  /** The page is being rebuilt. */
  paused = false;
  /** A text has come, its version has not. */
  #loading = false;
  /** What is on the page. */
  text: string;
  caret: Caret = { anchor: 0, focus: 0 };
  sent: UserEdit[] = [];
  waiting: (UserEdit | "undo" | "redo")[] = [];
  /** The server's text of `version`, and what counts in it. */
  base: string;
  intervals: readonly Interval[] = [];
  icons: readonly PageIcon[] = [];
  readonly definitions = new Map<string, unknown>();
  readonly #send: Send | null;
  #caretUntold = false;

  /** @param state - What `create` carried; the text is taken out of it. */
  constructor(state: Record<string, unknown>, send: Send | null = null) {
    this.base = (state.text as string | null | undefined) ?? "";
    this.text = this.base;
    delete state.text;
    this.#send = send;
  }

  snapshot(): unknown {
    return {
      text: this.base,
      intervals: this.intervals,
      icons: this.icons,
      definitions: [...this.definitions],
    };
  }

  /** Tags where the page shows them. */
  get shownIntervals(): Interval[] {
    return this.#own().reduce<Interval[]>(
      (list, own) => intervalsAfter(list, own.changes),
      [...this.intervals],
    );
  }

  // ---- The user

  value(): string {
    return this.text;
  }

  /** The whole text becomes another one: what is the same at both ends is left alone. */
  user(_operation: string, given: unknown): void {
    const next = String(given);
    const { text } = this;
    const most = Math.min(text.length, next.length);
    let start = 0;
    while (start < most && text[start] === next[start]) start++;
    let end = 0;
    while (end < most - start && text.at(-1 - end) === next.at(-1 - end)) end++;
    if (text !== next) this.edit([[start, text.length - end, next.slice(start, next.length - end)]]);
  }

  edit(changes: Change, caret?: Caret): void {
    this.text = applied(this.text, changes);
    this.caret = caret ?? this.#caretBehind(changes);
    this.waiting.push({ changes, ...this.caret });
    this.#caretUntold = false;
    this.#pump();
  }

  /** Types at the caret, in place of what is selected. */
  type(text: string): void {
    const { anchor, focus } = this.caret;
    this.edit([[Math.min(anchor, focus), Math.max(anchor, focus), text]]);
  }

  move(anchor: number, focus = anchor): void {
    this.caret = { anchor, focus };
    this.#caretUntold = true;
    this.#pump();
  }

  undo(): void {
    this.waiting.push("undo");
    this.#pump();
  }

  redo(): void {
    this.waiting.push("redo");
    this.#pump();
  }

  /** The page has been rebuilt. */
  resume(): void {
    this.paused = false;
    this.#pump();
  }

  /** The connection is back: tells over it what the server may not have, before another page takes the place of this. */
  handOver(send: Send): void {
    const stop = this.waiting.findIndex((each) => typeof each === "string");
    const ready = this.waiting.slice(0, stop === -1 ? this.waiting.length : stop) as UserEdit[];
    const edits = [...this.sent, ...ready];
    if (edits.length > 0 && !this.#loading)
      send("text-edited", this.version, edits.map(toldOf), this.id, true);
  }

  get isQuiet(): boolean {
    return this.sent.length === 0 && this.waiting.length === 0;
  }

  #caretBehind(changes: Change): Caret {
    const [start, , insert] = changes[0] ?? [0, 0, ""];
    return { anchor: start + insert.length, focus: start + insert.length };
  }

  #pump(): void {
    const send = this.#send;
    if (send === null) throw new Error("this page has no user");
    while (this.sent.length === 0 && !this.#loading && !this.paused) {
      const [head] = this.waiting;
      if (head === undefined) {
        if (this.#caretUntold) send("caret-moved", this.version, this.caret.anchor, this.caret.focus);
        this.#caretUntold = false;
        return;
      }
      if (typeof head === "string") {
        this.waiting.shift();
        send(`${head}-asked`);
        continue;
      }
      const stop = this.waiting.findIndex((each) => typeof each === "string");
      this.sent = this.waiting.splice(0, stop === -1 ? this.waiting.length : stop) as UserEdit[];
      send("text-edited", this.version, this.sent.map(toldOf), this.id);
    }
  }

  #own(): UserEdit[] {
    return [...this.sent, ...this.waiting.filter((each) => typeof each !== "string")];
  }

  // ---- The server

  /** Does what a call says; false for a call that is not about the text. */
  call(method: string, args: readonly unknown[]): boolean {
    const task = (this as unknown as Record<string, ((...args: readonly unknown[]) => void) | undefined>)[
      `do_${method}`
    ];
    if (task === undefined) return false;
    task.apply(this, args as unknown[]);
    return true;
  }

  do_set_text(text: string | null): void {
    this.id = `page-${++pages}`;
    this.base = text ?? "";
    this.text = this.base;
    this.caret = { anchor: 0, focus: 0 };
    this.sent = [];
    this.waiting = [];
    this.intervals = [];
    this.icons = [];
    this.#caretUntold = false;
    this.#loading = true;
  }

  do__editText(
    version: number,
    changes: Change,
    { editor = "", tags = [] }: { editor?: string; tags?: string[] },
  ): void {
    if (version <= this.version) throw new Error(`version ${version} comes after ${this.version}`);
    this.version = version;
    this.#takeUp(changes, tags);
    if (editor === this.id) {
      if (this.sent.shift() === undefined) throw new Error("an edit comes back that was not sent");
      this.#pump();
    } else this.#bring(changes, editor);
  }

  do__replaceRange(start: number, end: number, text: string, { tags = [] }: { tags?: string[] }): void {
    this.#takeUp([[start, end, text]], tags);
    this.#bring([[start, end, text]], "");
  }

  #takeUp(changes: Change, tags: readonly string[]): void {
    this.base = applied(this.base, changes);
    this.intervals = intervalsAfter(this.intervals, changes);
    this.icons = this.icons.map((icon) => ({
      ...icon,
      offset: placeAfter(icon.offset, changes, icon.gravity),
    }));
    const [start, , insert] = changes[0] ?? [0, 0, ""];
    const added = tags.map((name) => ({ name, start, end: start + insert.length }));
    this.intervals = [...this.intervals, ...added];
  }

  #bring(changes: Change, editor: string): void {
    let other = changes;
    const first = editor < this.id;
    const past = (own: UserEdit): UserEdit => {
      const result = transformed(own.changes, other, !first);
      other = transformed(other, own.changes, first);
      return { ...own, changes: result, anchor: mapped(own.anchor, other), focus: mapped(own.focus, other) };
    };
    this.sent = this.sent.map(past);
    this.waiting = this.waiting.map((each) => (typeof each === "string" ? each : past(each)));
    this.text = applied(this.text, other);
    this.caret = { anchor: mapped(this.caret.anchor, other), focus: mapped(this.caret.focus, other) };
  }

  do__restoreTagIntervals(intervals: readonly Interval[], version: number): void {
    this.intervals = intervals;
    this.version = version;
    this.#loading = false;
    if (this.#send !== null) this.#pump();
  }

  do__addTagIntervals(intervals: readonly Interval[]): void {
    this.intervals = [...this.intervals, ...intervals];
  }

  do__cutTagIntervals(name: string, start: number, end: number): void {
    this.intervals = cut(this.intervals, name, start, end);
  }

  do_create_tag(name: string, attributes: unknown): void {
    this.definitions.set(name, attributes);
  }

  do_remove_tag_def(name: string): void {
    this.definitions.delete(name);
    this.intervals = this.intervals.filter((each) => each.name !== name);
  }

  do__setIcons(icons: readonly PageIcon[]): void {
    this.icons = icons;
  }

  do__putIcon(id: number, offset: number, gravity: Gravity, url: string): void {
    this.icons = [...this.icons.filter((each) => each.id !== id), { id, offset, gravity, url }];
  }

  do__moveIcon(id: number, offset: number): void {
    this.#icon(id);
    this.icons = this.icons.map((each) => (each.id === id ? { ...each, offset } : each));
  }

  do__dropIcon(id: number): void {
    this.#icon(id);
    this.icons = this.icons.filter((each) => each.id !== id);
  }

  #icon(id: number): void {
    if (!this.icons.some((each) => each.id === id)) throw new Error(`the page has no icon ${id}`);
  }

  do__setCursorOffset(offset: number): void {
    this.do__setSelectionOffsets(offset, offset);
  }

  do__setSelectionOffsets(start: number, end: number): void {
    const now = (offset: number) => this.#own().reduce((at, own) => mapped(at, own.changes), offset);
    if (Math.max(start, end) > this.base.length) throw new Error(`the caret ${start}, ${end} is outside`);
    this.caret = { anchor: now(start), focus: now(end) };
    this.#caretUntold = false;
  }

  // Nothing of these stays.
  do__scrollToOffset(): void {}
  do__showTooltip(): void {}
}
