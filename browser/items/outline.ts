/**
 * The rows that are shown, from top to bottom: those that no closed row hides, each level sorted by itself.
 * Made from the tree when something has changed; opening or closing one row changes only its part.
 */
import type { Kind } from "./columns.js";
import { sortedRows } from "./ranks.js";
import { type Kids, type Row, shownIn } from "./row.js";

/** By what rows are sorted. */
export interface Sorting {
  readonly key: string;
  readonly kind: Kind;
  /** Rows without a cell in the first column show their key there, and are sorted by it. */
  readonly isFirst: boolean;
  readonly ascending: boolean;
}

export class Outline {
  readonly #root: () => Row;
  #sorting: Sorting | null = null;
  #stamp = 1;
  #rows: readonly Row[] = [];
  #outdated = true;

  constructor(root: () => Row) {
    this.#root = root;
  }

  /** null for the order in which rows were added. */
  set sorting(sorting: Sorting | null) {
    this.#sorting = sorting;
    this.#stamp++;
    this.#outdated = true;
  }

  get sorting(): Sorting | null {
    return this.#sorting;
  }

  /** How many rows are shown. */
  get count(): number {
    return this.#unmade?.size ?? this.rows.length;
  }

  /** The row that is shown at a place. */
  rowAt(place: number): Row | undefined {
    const unmade = this.#unmade;
    return unmade === null ? this.rows[place] : unmade.at(place);
  }

  /** Rows that are leaves in the order in which they were added, and for the most part need not be made to be shown. */
  get #unmade(): Kids | null {
    const { kids } = this.#root();
    return kids === null || kids.isMade || this.#sorting !== null ? null : kids;
  }

  /** All rows that are shown, in order. */
  get rows(): readonly Row[] {
    if (this.#outdated) this.#build();
    return this.#rows;
  }

  /** Rows have come or gone, or cells of the sorted column have changed. */
  outdate(): void {
    this.#outdated = true;
  }

  /** Place of a row among those that are shown; -1 when it is hidden or gone. */
  placeOf(row: Row): number {
    const unmade = this.#unmade;
    if (unmade !== null) return unmade.at(row.at) === row ? row.at : -1;
    // To ask for the rows may number them anew.
    const { rows } = this;
    return rows[row.at] === row ? row.at : -1;
  }

  /** The children of a row, in the order in which they are shown. */
  kidsOf(row: Row): readonly Row[] {
    return row.kids === null ? [] : this.#orderOf(row.kids);
  }

  /** No row at the top has children, or could show some. */
  get isFlat(): boolean {
    if (this.#unmade !== null) return true;
    const root = this.#root();
    this.kidsOf(root);
    return root.kids?.nested !== true;
  }

  /** Opens or closes a row. */
  setOpen(row: Row, open: boolean): void {
    if (row.open === open) return;
    row.open = open;
    if (this.#outdated || !row.hasKids) return;
    const at = this.placeOf(row);
    if (at < 0) return;
    const below: Row[] = [];
    this.#collect(row, below);
    const before = this.#rows;
    this.#rows = open
      ? [...before.slice(0, at + 1), ...below, ...before.slice(at + 1)]
      : [...before.slice(0, at + 1), ...before.slice(at + 1 + below.length)];
    this.#number(at + 1);
  }

  #build(): void {
    const root = this.#root();
    const top = this.kidsOf(root);
    this.#outdated = false;
    if (root.kids?.nested !== true) {
      // Without levels a row's place among its siblings is its place in the view.
      this.#rows = top.slice();
      return;
    }
    const rows: Row[] = [];
    this.#collect(root, rows);
    this.#rows = rows;
    this.#number(0);
  }

  #number(from: number): void {
    const rows = this.#rows;
    for (let i = from; i < rows.length; i++) (rows[i] as Row).at = i;
  }

  /** Adds what is shown below a row when it is open. */
  #collect(row: Row, rows: Row[]): void {
    for (const kid of this.kidsOf(row)) {
      rows.push(kid);
      if (kid.kids !== null && kid.open) this.#collect(kid, rows);
    }
  }

  #orderOf(kids: Kids): readonly Row[] {
    if (kids.stamp === this.#stamp) return kids.order;
    const sorting = this.#sorting;
    if (sorting === null || kids.list.length < 2) kids.order = kids.list;
    else {
      const { key, kind, isFirst, ascending } = sorting;
      const cell = (row: Row) => shownIn(row, key, isFirst);
      kids.order = sortedRows(kids.list, kind, cell, ascending);
    }
    const { order } = kids;
    let nested = false;
    // One walk for all that is to be said of each row: with many rows it is the walk that takes time.
    for (let i = 0; i < order.length; i++) {
      const row = order[i] as Row;
      row.place = i;
      row.at = i;
      if (row.kids !== null) nested = true;
    }
    kids.nested = nested;
    kids.stamp = this.#stamp;
    return order;
  }
}
