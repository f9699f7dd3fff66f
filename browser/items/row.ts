/**
 * The rows of a tree or table: what they hold, and where they are.
 * A row stays the same object as long as it is there, so selection, colours and openness hang on it.
 */

/** What a cell shows. An entry that is null shows nothing; without an entry in the first column a row shows its key. */
export type Value = string | number | boolean | (string | number | boolean | null)[];
export type Values = Record<string, Value | null>;
export type Path = readonly string[];

/** Colours of one layer; null says nothing. */
export interface Style {
  readonly fg: string | null;
  readonly bg: string | null;
  readonly bold: boolean | null;
}

/** Colours that a program has laid over a row and its cells. */
export interface Marks {
  style: Style | null;
  cells: Map<string, Style> | null;
}

/** Where rows have their cells that have not been read yet. */
export interface RowSource {
  /** The cells of the row at a place; undefined while they are on their way. */
  valuesAt(place: number): Values | null | undefined;
}

export class Row {
  parent: Row | null = null;
  /** null for a leaf. */
  kids: Kids | null = null;
  /** Whether its children are shown, now or when it gets some. */
  open = true;
  marks: Marks | null = null;
  /** Place among its siblings as shown; right once the siblings have been put into order. */
  place = -1;
  /** Place among all rows that are shown; right if the row at that place is this one. */
  at = -1;
  /** Its key; a number stands for `row<number>`, which saves a text for each row of a long table. */
  readonly #id: string | number;
  #values: Values | null;
  #source: RowSource | null;

  /** @param source - Has its cells, at the place that its key says */
  constructor(id: string | number, values: Values | null, source: RowSource | null = null) {
    this.#id = id;
    this.#values = values;
    this.#source = source;
  }

  /** Its cells by column key, as they came; null for none, and while they are on their way. */
  get values(): Values | null {
    const read = this.#source?.valuesAt(this.#id as number);
    if (read !== undefined) this.values = read;
    return this.#values;
  }

  set values(values: Values | null) {
    this.#values = values;
    this.#source = null;
  }

  /** Its cells have come. */
  get isHere(): boolean {
    return this.#source === null || this.#source.valuesAt(this.#id as number) !== undefined;
  }

  get key(): string {
    return typeof this.#id === "number" ? `row${this.#id}` : this.#id;
  }

  get hasKids(): boolean {
    return this.kids !== null && this.kids.size > 0;
  }

  /** How many rows it lies below; 0 at the top. */
  get depth(): number {
    let depth = -1;
    for (let row = this.parent; row !== null; row = row.parent) depth++;
    return depth;
  }
}

/** Lists that are shorter than this are searched from end to end. */
const SHORT = 16;

/** The children of a row. */
export class Kids {
  /** Has holes as long as there is something to make them of. */
  #list: Row[];
  /** Makes the one at a place, where many are made when they are asked for; null once all are made. */
  #make: ((place: number) => Row) | null = null;
  readonly #parent: Row;
  /** Those in front of this place are made. */
  #unmadeFrom = 0;
  /** In the order in which they are shown: `list` itself while nothing is sorted. */
  order: readonly Row[];
  /** Which sorting `order` was made for. */
  stamp = 0;
  /** Whether some of them have children, or could get some to show; right once they have been put into order. */
  nested = false;
  #index: Map<string, Row> | null = null;

  constructor(parent: Row, list: Row[]) {
    this.#parent = parent;
    this.#list = list;
    this.order = list;
    for (const row of list) row.parent = parent;
  }

  /** Many leaves, which `make` gives one by one when they are asked for. */
  static unmade(parent: Row, size: number, make: (place: number) => Row): Kids {
    const kids = new Kids(parent, []);
    kids.#list = new Array(size);
    kids.order = kids.#list;
    kids.#make = make;
    return kids;
  }

  /** Whether all of them are made. */
  get isMade(): boolean {
    return this.#make === null;
  }

  get size(): number {
    return this.#list.length;
  }

  /** In the order in which they were added. */
  get list(): Row[] {
    if (this.#make !== null) this.makeUntil(this.size);
    return this.#list;
  }

  set list(list: Row[]) {
    this.#list = list;
    this.#make = null;
  }

  /** The one at a place in that order. */
  at(place: number): Row | undefined {
    const row = this.#list[place];
    if (row !== undefined || this.#make === null || !(place >= 0 && place < this.size)) return row;
    const made = this.#make(place);
    made.parent = this.#parent;
    made.place = place;
    made.at = place;
    this.#list[place] = made;
    return made;
  }

  /** Makes those in front of a place that are not made yet. */
  makeUntil(end: number): void {
    if (this.#make === null) return;
    for (let place = this.#unmadeFrom; place < end; place++) this.at(place);
    this.#unmadeFrom = end;
    if (end >= this.size) this.#make = null;
  }

  find(key: string): Row | null {
    if (this.#index === null) {
      // Rows of a table that was filled at once are where their key says.
      const number = /^row(\d+)$/.exec(key)?.[1];
      const guess = number === undefined ? undefined : this.at(Number(number));
      if (guess?.key === key) return guess;
      const { list } = this;
      if (list.length < SHORT) return list.find((row) => row.key === key) ?? null;
      this.#index = new Map(list.map((row) => [row.key, row]));
    }
    return this.#index.get(key) ?? null;
  }

  /** Puts rows whose keys are free in front of one that is there, or at the end. */
  insert(parent: Row, rows: readonly Row[], before: Row | null): void {
    for (const row of rows) {
      row.parent = parent;
      this.#index?.set(row.key, row);
    }
    const at = before === null ? -1 : this.list.indexOf(before);
    if (at < 0) for (const row of rows) this.list.push(row);
    else if (rows.length === 1) this.list.splice(at, 0, rows[0] as Row);
    else this.list = [...this.list.slice(0, at), ...rows, ...this.list.slice(at)];
    this.outdated();
  }

  remove(rows: ReadonlySet<Row>): void {
    for (const row of rows) {
      this.#index?.delete(row.key);
      row.parent = null;
    }
    const [first] = rows;
    if (rows.size === 1 && first !== undefined) this.list.splice(this.list.indexOf(first), 1);
    else this.list = this.list.filter((row) => !rows.has(row));
    this.outdated();
  }

  /** The order has to be made anew. */
  outdated(): void {
    this.stamp = -1;
  }
}

/** Gives a row these children in place of those it had; null makes it a leaf. */
export function setKids(parent: Row, rows: Row[] | null): void {
  parent.kids = rows === null ? null : new Kids(parent, rows);
}

/** The row at a path; null when there is none, and for the empty path. */
export function rowAt(root: Row, path: Path): Row | null {
  let row: Row | null = root;
  for (const key of path) row = row?.kids?.find(key) ?? null;
  return row === root ? null : row;
}

export function pathOf(row: Row): string[] {
  const path: string[] = [];
  for (let at = row; at.parent !== null; at = at.parent) path.push(at.key);
  return path.reverse();
}

/** Calls `visit` for all rows below a row, parents first. */
export function eachBelow(row: Row, visit: (row: Row) => void): void {
  for (const kid of row.kids?.list ?? []) {
    visit(kid);
    if (kid.kids !== null) eachBelow(kid, visit);
  }
}

/** Whether a row still belongs to the tree of `root`. */
export function isUnder(root: Row, row: Row): boolean {
  let at: Row | null = row;
  while (at !== null && at !== root) at = at.parent;
  return at === root;
}

/** The value of a cell; undefined when it is absent. */
export function cellOf(row: Row, key: string): Value | undefined {
  const value = row.values?.[key];
  // A column may be called like something that every object has.
  return value === null || typeof value === "function" ? undefined : value;
}

/** Whether it has an entry for a column, be it null. */
export function hasEntry(row: Row, key: string): boolean {
  return row.values !== null && Object.hasOwn(row.values, key) && row.values[key] !== undefined;
}

/** The key of a row, where it has no entry for a column, and none is on its way. */
export function keyIn(row: Row, key: string): string | undefined {
  return hasEntry(row, key) || !row.isHere ? undefined : row.key;
}

/** What a row shows in a column: in the first one its key where it has no entry. */
export function shownIn(row: Row, key: string, isFirst: boolean): Value | undefined {
  return cellOf(row, key) ?? (isFirst ? keyIn(row, key) : undefined);
}

/** Its own cells for a callback; null when it has none. */
export function valuesOf(row: Row): Values | null {
  const own: Values = {};
  let found = false;
  for (const [key, value] of Object.entries(row.values ?? {})) {
    if (value === undefined) continue;
    own[key] = value;
    found = true;
  }
  return found ? own : null;
}
