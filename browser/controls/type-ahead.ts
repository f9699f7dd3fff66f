/**
 * Finding an entry of a list by typing how it begins.
 * Made from typed characters; those that follow each other quickly belong together.
 */

/** Milliseconds within which they do. */
const TOGETHER = 700;

export class TypeAhead {
  #typed = "";
  #at = Number.NEGATIVE_INFINITY;

  /** Whether a word is being typed, so that a space belongs to it. */
  isTyping(now: number): boolean {
    return this.#typed !== "" && now - this.#at < TOGETHER;
  }

  /** The entry that one more character leads to from `present` (-1 for none); -1 when none begins so. */
  find(character: string, now: number, entries: readonly string[], present: number): number {
    this.#typed = this.isTyping(now) ? this.#typed + character : character;
    this.#at = now;
    const typed = this.#typed.toLowerCase();
    const [first = ""] = typed;
    // One character again and again goes through all that begin with it.
    const wanted = typed === first.repeat(typed.length) ? first : typed;
    const from = wanted.length === 1 ? present + 1 : Math.max(0, present);
    for (let i = 0; i < entries.length; i++) {
      const at = (from + i) % entries.length;
      if (entries[at]?.toLowerCase().startsWith(wanted) === true) return at;
    }
    return -1;
  }
}
