/**
 * One text with all that belongs to it: tags, positions, caret, history, version. Plain data; it knows no browser.
 * The one primitive that every change but a load goes through is `edit`.
 */
import { type Change, inverse, type Replacement } from "../../../protocol/text-changes.js";
import { EditLog } from "./crossing.js";
import { type Caret, caretAt, History } from "./history.js";
import { Places } from "./places.js";
import { TextStore } from "./store.js";
import { Tags } from "./tags.js";

export interface EditOptions {
  /** The caret afterwards. Default: behind the first stretch. */
  readonly caret?: Caret;
  /** Tags for the text of the only stretch. */
  readonly tags?: readonly string[];
  /** The editor whose user made it; empty for the program. */
  readonly editor?: string;
  /** Steps to undo: one, one for each stretch, or none. Default: one. */
  readonly steps?: "one" | "each" | "none";
}

export class TextDocument {
  text: TextStore;
  readonly tags = new Tags();
  readonly places = new Places();
  readonly history = new History();
  readonly log = new EditLog();
  caret: Caret = caretAt(0);
  modified = false;
  /** The constructor text is no longer that of the widget's state. */
  detached = false;
  /** Browsers that know no other way will be sent all applied tags. */
  resending = false;

  constructor(text: string) {
    this.text = new TextStore(text);
  }

  /** Says whether the text is another one now. */
  edit(change: Change, { caret, tags = [], editor = "", steps = "one" }: EditOptions = {}): boolean {
    const removed = change.map(([start, end]) => this.text.slice(start, end));
    const differs = change.some(([, , insert], i) => insert !== removed[i]);
    const before = this.caret;
    this.text.apply(change);
    this.tags.changed(change);
    this.places.changed(change);
    const [first] = change;
    if (first !== undefined && first[2] !== "") {
      for (const tag of tags) this.tags.apply(tag, first[0], first[0] + first[2].length);
    }
    this.caret = caret ?? (first === undefined ? before : behind(first));
    this.log.record(change, editor);
    if (!differs) return false;
    this.modified = true;
    if (steps === "one") {
      this.history.record({ change, inverse: inverse(change, removed), before, after: this.caret });
    } else if (steps === "each") this.#recordEach(change, removed, before);
    return true;
  }

  /** As if the stretches had been edited one after another, from the last to the first. */
  #recordEach(change: Change, removed: readonly string[], before: Caret): void {
    let caret = before;
    for (let i = change.length - 1; i >= 0; i--) {
      const one = [change[i] as Replacement];
      const after = behind(one[0] as Replacement);
      this.history.record({
        change: one,
        inverse: inverse(one, [removed[i] as string]),
        before: caret,
        after,
      });
      caret = after;
    }
  }

  /** Another text; positions are the caller's to end. */
  load(text: string): void {
    this.text = new TextStore(text);
    this.tags.clearRanges();
    this.history.clear();
    this.log.load();
    this.caret = caretAt(0);
    this.modified = false;
  }
}

function behind([start, , insert]: Replacement): Caret {
  return caretAt(start + insert.length);
}
