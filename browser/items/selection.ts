/**
 * What is selected: rows in the order in which they were selected, and cells by row and column key.
 */
import { eachBelow, type Row } from "./row.js";

export class Selection {
  readonly rows = new Set<Row>();
  /** Sets of columns may be shared by many rows: they are replaced, never changed. */
  readonly #cells = new Map<Row, ReadonlySet<string>>();

  /** Selects exactly these rows. */
  setRows(rows: Iterable<Row>): void {
    const wanted = [...rows];
    this.rows.clear();
    for (const row of wanted) this.rows.add(row);
  }

  changeRow(row: Row, on: boolean): void {
    if (on) this.rows.add(row);
    else this.rows.delete(row);
  }

  hasCell(row: Row, column: string): boolean {
    return this.#cells.get(row)?.has(column) ?? false;
  }

  get anyCell(): boolean {
    return this.#cells.size > 0;
  }

  /** Rows in which something is selected. */
  get rowsOfCells(): Iterable<Row> {
    return this.#cells.keys();
  }

  changeCell(row: Row, column: string, on: boolean): void {
    this.changeBlock([row], new Set([column]), on);
  }

  /** Adds or takes out the cells where these rows and columns cross. */
  changeBlock(rows: Iterable<Row>, columns: ReadonlySet<string>, on: boolean): void {
    for (const row of rows) {
      const before = this.#cells.get(row);
      let next: ReadonlySet<string>;
      if (before === undefined) {
        if (!on) continue;
        next = columns;
      } else if (on) next = new Set([...before, ...columns]);
      else next = new Set([...before].filter((column) => !columns.has(column)));
      if (next.size === 0) this.#cells.delete(row);
      else this.#cells.set(row, next);
    }
  }

  clearCells(): void {
    this.#cells.clear();
  }

  clear(): void {
    this.rows.clear();
    this.#cells.clear();
  }

  /** A column is gone. */
  dropColumn(column: string): void {
    const gone = new Set([column]);
    this.changeBlock([...this.#cells.keys()], gone, false);
  }

  /** Rows are gone, each with all below it. */
  forget(rows: Iterable<Row>): void {
    if (this.rows.size === 0 && this.#cells.size === 0) return;
    const forgetOne = (row: Row) => {
      this.rows.delete(row);
      this.#cells.delete(row);
    };
    for (const row of rows) {
      forgetOne(row);
      eachBelow(row, forgetOne);
    }
  }
}
