/**
 * The lines that were entered in a text field, for bringing them back.
 * Made from what Enter confirmed; kept in the page only.
 */
export class LineHistory {
  readonly #limit: number;
  readonly #lines: string[] = [];
  /** Line that is shown, counted from the oldest; null while the user's own text is. */
  #at: number | null = null;
  #draft = "";

  /** @param limit - Most lines that are kept; 0 for none. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Takes a line in. Repeats are kept, empty lines are not; beyond the limit the oldest goes. */
  add(line: string): void {
    this.leave();
    if (line === "" || this.#limit <= 0) return;
    this.#lines.push(line);
    if (this.#lines.length > this.#limit) this.#lines.shift();
  }

  /** The next older line; null when there is none. `present` comes back when all have been gone through again. */
  older(present: string): string | null {
    const at = (this.#at ?? this.#lines.length) - 1;
    if (at < 0) return null;
    if (this.#at === null) this.#draft = present;
    this.#at = at;
    return this.#lines[at] ?? null;
  }

  /** The next newer line, behind the newest what was typed at first; null when that is shown already. */
  newer(): string | null {
    if (this.#at === null) return null;
    const at = this.#at + 1;
    if (at < this.#lines.length) {
      this.#at = at;
      return this.#lines[at] ?? null;
    }
    this.#at = null;
    return this.#draft;
  }

  /** The next step begins at the newest line again. */
  leave(): void {
    this.#at = null;
  }
}
