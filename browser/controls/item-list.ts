/**
 * The items of a combo box, and which of them is picked.
 * Made from the same rules as the model of the server; a test holds the two together.
 */

import { atFirstUse } from "../at-first-use.js";

/** One order for server and browser, whatever the language of the page. */
const order = atFirstUse(() => new Intl.Collator("en"));
/** The width follows so many of the longest items: the longest of all need not be the widest. */
const WIDE = 4;

export class ItemList {
  /** Whether the first item that comes into the empty list is picked by itself. */
  picksFirst = true;
  /** Place of the item that was picked last; -1 for none. */
  picked = -1;
  readonly #items: string[] = [];
  #longest: readonly string[] | null = null;

  get all(): readonly string[] {
    return this.#items;
  }

  get length(): number {
    return this.#items.length;
  }

  at(index: number): string | null {
    return this.#items[index] ?? null;
  }

  /** Place of the first item with this text; -1 when there is none. */
  indexOf(text: string): number {
    return this.#items.indexOf(text);
  }

  /** As `indexOf`, but of equal items the one that was picked. */
  placeOf(text: string): number {
    return this.#items[this.picked] === text ? this.picked : this.indexOf(text);
  }

  /** In front of the first item that sorts after the text, else the end. */
  alphabeticalPlace(text: string): number {
    const { compare } = order();
    const at = this.#items.findIndex((item) => compare(item, text) > 0);
    return at < 0 ? this.#items.length : at;
  }

  insert(text: string, at: number): void {
    this.#items.splice(at, 0, text);
    if (this.picked >= at) this.picked++;
    this.#longest = null;
  }

  /** Takes the first item with this text out. False when there is none. */
  delete(text: string): boolean {
    const at = this.indexOf(text);
    if (at < 0) return false;
    this.#items.splice(at, 1);
    if (this.picked === at) this.picked = -1;
    else if (this.picked > at) this.picked--;
    this.#longest = null;
    return true;
  }

  clear(): void {
    this.#items.length = 0;
    this.picked = -1;
    this.picksFirst = true;
    this.#longest = null;
  }

  /** Places of the items that contain a text, ignoring case. */
  containing(text: string): number[] {
    const wanted = text.toLowerCase();
    const places: number[] = [];
    this.#items.forEach((item, index) => {
      if (item.toLowerCase().includes(wanted)) places.push(index);
    });
    return places;
  }

  /** Some of the items with the most characters. */
  longest(): readonly string[] {
    if (this.#longest === null) {
      const found: string[] = [];
      for (const item of this.#items) {
        if (found.length === WIDE && item.length <= (found.at(-1)?.length ?? 0)) continue;
        found.push(item);
        found.sort((a, b) => b.length - a.length);
        if (found.length > WIDE) found.pop();
      }
      this.#longest = found;
    }
    return this.#longest;
  }
}
