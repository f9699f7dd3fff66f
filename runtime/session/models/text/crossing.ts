/**
 * How server and browsers edit one text at the same time: the edits of a text in the order in which the server
 * took them up, and the rule by which an edit made to an older text is brought to the present one.
 *
 * ## The rule
 *
 * The server has the text, with a **version**: a number that grows with each edit and each load. Every edit that
 * it takes up gets the next one, wherever it came from, and is told to all browsers in that order. A browser
 * shows its user's edits at once, before the server knows of them; what may differ for a moment is only that.
 *
 * An editor in a browser keeps
 * - `id`: a name that it makes up when it is made, and again in 4 (at random, never used twice);
 * - `version`: that of the text that it last got from the server; 0 when it is made with its constructor text;
 * - `sent`: edits that it has sent and that have not come back, at most one message of them;
 * - `waiting`: edits that it has not sent yet.
 * Its text is always the server's text of `version`, then `sent`, then `waiting`.
 *
 * 1. **The user edits.** Put the edit (a change, see `runtime/protocol/text-changes.ts`, and the caret after it) at the end of
 *    `waiting`. While `sent` is empty and `waiting` is not: send `text-edited(version, waiting, id)`; they are
 *    `sent` now. One entry for each edit that shall be a step of its own to undo. Nothing is sent (here and below)
 *    while the page is being rebuilt: an editor that is made then begins with what waits when the end has come.
 * 2. **`_editText(version, changes, {editor})` comes, with `editor` equal to `id`.** It is the first of `sent`,
 *    as the server took it up: drop that one from `sent`; nothing changes on the page. Take over `version`;
 *    then go on as in 1. (It comes for each edit that was sent, also for one that became empty on the way.)
 * 3. **It comes with another `editor`, or none** (the program, which counts as the empty name). Take over
 *    `version`. For each edit `own` of `sent`, then of `waiting`, in order: with `other` for the change that
 *    came, `first = editor < id` (by UTF-16 units),
 *      `own' = transformed(own, other, !first)`, `other' = transformed(other, own, first)`,
 *    put `own'` in its place, and go on with `other'`. What is left of `other` at the end is applied to the page;
 *    the user's caret moves by `mapped`. The page's own undo must not know of any of this.
 * 4. **`set_text(text)` comes, and `_restoreTagIntervals(intervals, version)` behind it.** The text is another
 *    one: drop `sent`, `waiting`, icons and tags, but for the tags' definitions; show `text`, caret to 0; make up
 *    a new `id`, as what was sent under the old one may still come and is a stranger's now; with the second call
 *    take over `version`. Between the two nothing is sent: what the user does there waits. It also
 *    comes when the server refused an edit, with all that is there instead.
 * 5. **`_restoreTagIntervals`, `_addTagIntervals`, `_cutTagIntervals`, `_setIcons`, `_putIcon`, `_moveIcon`,
 *    `_setCursorOffset`, `_setSelectionOffsets`, `_scrollToOffset`** count in the server's text of that moment.
 *    Keep tags and icons for that text: they move by each change as it came (2 and 3, before it is transformed;
 *    in 2 that change is in the message). To show them, move them by `sent` and `waiting` as well. A caret or
 *    place to scroll to is moved by `sent` and `waiting` and then used; a caret ends up behind what its user writes
 *    there, and as the edits under way bring another one to the server, it is told then as in 6. A caret that is
 *    `idle` follows from an edit of the program: it is not used where the user is in the editor. One of a `step`
 *    follows from 7: it is not used where the user has edited or moved the caret since.
 * 6. **The user moves the caret** and nothing is `sent` or `waiting`: send `caret-moved(version, anchor, focus)`.
 *    Otherwise wait until that is so, and send where it is then; but in front of a step that the user asks for next.
 * 7. **The user asks for undo or redo**: when nothing is `sent` or `waiting`, send `undo-asked` or `redo-asked`;
 *    otherwise it waits in its place behind the edits that are waiting, and those made after it wait behind it.
 *    What it does comes as an edit of the program. The history is the server's.
 * 8. **The page is left, or no longer seen**, which may be its end, and something is `waiting`: send
 *    `text-edited(version, sent + waiting, id)` at once, up to the first step that waits; all of it is `sent` now.
 *    The server leaves out what it has taken up before: the edits in the log since `version` under that `id`.
 * 9. **The connection breaks.** What its user goes on to write waits. When it is back, in the same session, the page
 *    sends `text-edited(version, sent + waiting, id, true)` as in 8 before anything is built again. The editor that
 *    is built then gets the edits as a stranger's, and the caret behind them.
 *
 * Tags and icons take a change stretch by stretch, from the last to the first, each as two steps: deletion, then
 * insert. A tag's range never grows at its ends and is dropped when a deletion empties it; an icon moves as a
 * position of its gravity does. A range of a tag that is not defined is kept and not shown.
 *
 * ## Why all texts end up the same
 *
 * `transformed` gives, for two changes of the same text and opposite `inFront`, the same text either way round.
 * The server brings an edit of version v past all that it took up since (`EditLog.rebase`), pair by pair; the
 * browser brings those same ones past its own, pair by pair, with the same two functions. So each browser's text
 * is the server's of its version and its own edits behind that, and once every message has arrived there are none.
 * A message holds only edits that come right behind its version and one another, as a browser waits for the last
 * one to come back before it sends more, or sends it again; so nothing must be kept for each browser.
 */
import type { Change } from "../../../protocol/text-changes.js";
import { fits, growth, mapped, shapeOf, transformed } from "../../../protocol/text-changes.js";
import type { Caret } from "./history.js";

/** An edit as a browser tells it. */
export interface UserEdit extends Caret {
  readonly changes: Change;
}

/** Stretches of edits that are remembered, for browsers whose edits are on their way. */
const REMEMBERED = 100_000;
/** The same while no browser is connected, for those whose connection broke. */
const AWAY = 10_000;

interface Entry {
  readonly change: Change<number>;
  readonly editor: string;
}

/** Why an edit cannot be taken up: made to a text that is gone, or it makes no sense for the present one. */
export type Rejection = "outdated" | "refused";

export class EditLog {
  #version = 0;
  /** Version of the text as it was loaded. */
  #loaded = 0;
  /** Edits since the version `#version - #entries.length`. */
  #entries: Entry[] = [];
  #stretches = 0;

  get version(): number {
    return this.#version;
  }

  /** The text was edited. `editor` is empty for the program. */
  record(change: Change, editor: string): void {
    this.#version++;
    this.#entries.push({ change: shapeOf(change), editor });
    this.#stretches += 1 + change.length;
    this.#keep(REMEMBERED);
  }

  /** Another text took its place. */
  load(): void {
    this.#version++;
    this.#loaded = this.#version;
    this.#entries = [];
    this.#stretches = 0;
  }

  /** No browser is connected. */
  shorten(): void {
    this.#keep(AWAY);
  }

  /** Forgets the oldest when there are far more than so many stretches. */
  #keep(most: number): void {
    if (this.#stretches <= 2 * most) return;
    while (this.#stretches > most && this.#entries.length > 1) {
      const half = this.#entries.splice(0, Math.ceil(this.#entries.length / 2));
      for (const { change } of half) this.#stretches -= 1 + change.length;
    }
  }

  /**
   * Edits of a browser, made one after another to the text of a version, as edits of the present text. Those that
   * were taken up before are left out.
   * @param length - Length of the present text.
   */
  rebase(
    version: number,
    edits: readonly UserEdit[],
    editor: string,
    length: number,
  ): readonly UserEdit[] | Rejection {
    if (version < this.#loaded) return "outdated";
    const missed = this.#since(version);
    if (missed === null) return "refused";
    let own = missed.reduce((sum, entry) => sum - growth(entry.change), length);
    for (const { changes, anchor, focus } of edits) {
      if (!fits(changes, own)) return "refused";
      own += growth(changes);
      if (anchor > own || focus > own) return "refused";
    }
    const news: UserEdit[] = [];
    for (const edit of edits) {
      let { changes, anchor, focus } = edit;
      // What is behind an edit that was taken up before was made to a text with it.
      const taken = missed.findIndex((entry) => entry.editor === editor);
      for (const [i, other] of (taken === -1 ? missed : missed.slice(0, taken)).entries()) {
        const first = other.editor < editor;
        const change = transformed(other.change, changes, first);
        changes = transformed(changes, other.change, !first);
        missed[i] = { ...other, change };
        anchor = mapped(anchor, change);
        focus = mapped(focus, change);
      }
      if (taken === -1) news.push({ changes, anchor, focus });
      else if (!sameShape(changes, (missed[taken] as Entry).change)) return "refused";
      else missed.splice(taken, 1);
    }
    return news;
  }

  /** A caret of a browser in the text of a version, in the present text; null if that text is gone. */
  rebaseCaret(version: number, { anchor, focus }: Caret, length: number): Caret | null {
    const missed = version < this.#loaded ? null : this.#since(version);
    if (missed === null) return null;
    const own = missed.reduce((sum, entry) => sum - growth(entry.change), length);
    if (anchor > own || focus > own) return null;
    const moved = (offset: number) => missed.reduce((at, entry) => mapped(at, entry.change), offset);
    return { anchor: moved(anchor), focus: moved(focus) };
  }

  /** The edits since a version; null when they are not remembered, or there never was such a version. */
  #since(version: number): Entry[] | null {
    const count = this.#version - version;
    if (count < 0 || count > this.#entries.length) return null;
    return count === 0 ? [] : this.#entries.slice(-count);
  }
}

function sameShape(one: Change, two: Change<number>): boolean {
  const shape = shapeOf(one);
  return shape.length === two.length && shape.every((each, i) => each.every((n, k) => n === two[i]?.[k]));
}
