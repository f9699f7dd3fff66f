/**
 * What the user of a tree or table can do, whether by pointer or by keys: each deed changes the model and is told.
 */
import type { TreeViewEvents } from "../../generated/browser/contracts.js";
import type { SelectedCell } from "../../generated/browser/types.js";
import type { PartHost } from "../lazy.js";
import type { Column } from "./columns.js";
import type { Grid } from "./grid.js";
import type { ItemModel } from "./model.js";
import { pathOf, type Row, type Value, valuesOf } from "./row.js";
import { type Stop, spansOf } from "./row-view.js";
import { emptyValue, sameValue } from "./values.js";

/** How a press or a key selects: this alone, this as well or no more, or all from the last one to this. */
export type How = "only" | "toggle" | "range";

/** No column becomes narrower than this by hand. */
const LEAST_WIDTH = 24;

export class User {
  readonly #host: Pick<PartHost<TreeViewEvents>, "emit">;
  readonly #grid: Grid;
  readonly #model: ItemModel;
  /** Where a range begins. */
  #anchor: Stop | null = null;

  constructor(host: Pick<PartHost<TreeViewEvents>, "emit">, grid: Grid) {
    this.#host = host;
    this.#grid = grid;
    this.#model = grid.model;
  }

  // ---- rows

  /** Opens or closes a row that has children. */
  setOpen(row: Row, open: boolean): void {
    if (!row.hasKids || row.open === open) return;
    this.#model.setOpen(row, open);
    this.#host.emit(open ? "expanded" : "collapsed", valuesOf(row), pathOf(row));
    this.#grid.render();
  }

  /** `column`: where it was pressed; null for the keyboard and beside the cells. */
  activate(row: Row, column: Column | null): void {
    this.#host.emit("activated", valuesOf(row), pathOf(row), column?.key ?? null);
  }

  press(row: Row, column: Column): void {
    this.#host.emit("cell_action", pathOf(row), valuesOf(row) ?? {}, column.key);
  }

  // ---- where the user is

  /** Goes to a row or cell. Where there is a cell cursor it is told: each time, or when it is another cell. */
  go(stop: Stop, tells: "always" | "moves" | "never" = "moves"): void {
    const grid = this.#grid;
    const before = grid.current;
    grid.goTo(stop, true);
    const { row, column } = stop;
    if (tells === "never" || row === null || !grid.options.cellCursor) return;
    const at = this.columnAt(row, column);
    const same = before?.row === row && this.columnAt(row, before.column) === at;
    if (!same || tells === "always") this.#host.emit("cell_selected", [this.#cell(row, at)], true);
  }

  /** The column whose cell shows at a column: cells may go over several. */
  columnAt(row: Row, column: number): Column {
    const { columns } = this.#model;
    const span = spansOf(row, columns).find(({ at, span }) => column >= at && column < at + span);
    return columns[span?.at ?? 0] as Column;
  }

  #cell(row: Row, column: Column): SelectedCell {
    return { path: pathOf(row), col_key: column.key, value: this.#model.told(row, column.key) };
  }

  // ---- selection

  /** Selects a row as the mode has it. False in modes where rows are not selected. */
  selectRow(row: Row, how: How): boolean {
    const { mode } = this.#grid.options;
    if (mode !== "single" && mode !== "multiple") return false;
    const { selection } = this.#model;
    const range = how === "range" && mode === "multiple" ? this.#rowsTo(row) : null;
    if (range !== null) selection.setRows(range);
    else {
      if (how === "toggle" && mode === "multiple") selection.changeRow(row, !selection.rows.has(row));
      else selection.setRows([row]);
      this.#anchor = { row, column: 0 };
    }
    this.#tellRows();
    return true;
  }

  /** Selects all rows in view. */
  selectAllRows(): void {
    this.#model.selection.setRows(this.#model.shown);
    this.#tellRows();
  }

  #tellRows(): void {
    const rows = [...this.#model.selection.rows];
    this.#host.emit(
      "selected",
      rows.map((row) => ({ path: pathOf(row), values: valuesOf(row) })),
    );
    this.#model.touched();
    this.#grid.render();
  }

  /** The rows from the anchor to this one, as shown; without an anchor in view just this one. */
  #rowsTo(row: Row): readonly Row[] {
    const { shown } = this.#model;
    const anchor = this.#anchor?.row ?? null;
    const from = anchor === null ? -1 : this.#model.placeOf(anchor);
    const to = this.#model.placeOf(row);
    if (from < 0) {
      this.#anchor = { row, column: 0 };
      return [row];
    }
    return shown.slice(Math.min(from, to), Math.max(from, to) + 1);
  }

  /** Selects a cell as the mode has it. False in modes where cells are not selected. */
  selectCell(row: Row, column: number, how: How): boolean {
    const { mode } = this.#grid.options;
    if (mode !== "single-cell" && mode !== "multiple-cell") return false;
    const at = this.#model.columns.indexOf(this.columnAt(row, column));
    if (mode === "single-cell") this.#selectBlock([row], at, at, "only");
    else if (how === "range") this.selectTo(row, at);
    else this.#selectBlock([row], at, at, how);
    if (how !== "range" || this.#anchor === null) this.#anchor = { row, column: at };
    this.tellCells();
    return true;
  }

  /** Selects the rectangle from the anchor to a cell, without telling it yet. */
  selectTo(row: Row, column: number): void {
    const rows = this.#rowsTo(row);
    const from = this.#anchor?.column ?? column;
    this.#selectBlock(rows, Math.min(from, column), Math.max(from, column), "only");
  }

  /** Selects all cells of a row. */
  selectCellsOfRow(row: Row, how: How): void {
    if (this.#grid.options.mode !== "multiple-cell") return;
    const last = this.#model.columns.length - 1;
    this.#selectBlock(how === "range" ? this.#rowsTo(row) : [row], 0, last, how === "toggle" ? how : "only");
    if (how !== "range") this.#anchor = { row, column: 0 };
    this.tellCells();
  }

  /** Selects all cells of a column. */
  selectCellsOfColumn(column: number, how: How): void {
    const { shown } = this.#model;
    const [first] = shown;
    if (this.#grid.options.mode !== "multiple-cell" || first === undefined) return;
    const from = how === "range" ? (this.#anchor?.column ?? column) : column;
    const [start, end] = [Math.min(from, column), Math.max(from, column)];
    this.#selectBlock(shown, start, end, how === "toggle" ? how : "only");
    if (how !== "range") this.#anchor = { row: first, column };
    this.tellCells();
  }

  selectAllCells(): void {
    this.#selectBlock(this.#model.shown, 0, this.#model.columns.length - 1, "only");
    this.tellCells();
  }

  /** `toggle`: all off when all are on, else all on. */
  #selectBlock(rows: readonly Row[], from: number, to: number, how: "only" | "toggle"): void {
    const { selection, columns } = this.#model;
    const keys = new Set(columns.slice(from, to + 1).map(({ key }) => key));
    const off =
      how === "toggle" && rows.every((row) => [...keys].every((key) => selection.hasCell(row, key)));
    if (how === "only") selection.clearCells();
    selection.changeBlock(rows, keys, !off);
    this.#model.touched();
    this.#grid.render();
  }

  tellCells(): void {
    const cells = this.#model.selectedCells.map(({ row, column }) => this.#cell(row, column));
    this.#host.emit("cell_selected", cells);
  }

  // ---- cells

  /** Writes a cell and tells it. */
  write(row: Row, column: Column, value: Value): void {
    const before = this.#model.told(row, column.key);
    this.#model.setCell(row, column.key, value);
    this.#host.emit("cell_edited", pathOf(row), column.key, before, value);
  }

  /** Writes what differs from what is there. */
  change(row: Row, column: Column, value: Value): void {
    if (!sameValue(this.#model.told(row, column.key), value)) this.write(row, column, value);
    this.#grid.render();
  }

  /** Empties the selected cells if the cursor is among them, else the one it is on. */
  empty(row: Row, column: Column): void {
    const { selection, selectedCells } = this.#model;
    const cells = selection.hasCell(row, column.key) ? selectedCells : [{ row, column }];
    for (const cell of cells) {
      if (this.#grid.isEditable(cell.column)) this.change(cell.row, cell.column, emptyValue(cell.column));
    }
  }

  // ---- columns

  /** Sorts by a column; again: the other way round. */
  sort(column: Column): void {
    const { sorting } = this.#model;
    const ascending = sorting?.key === column.key ? !sorting.ascending : true;
    this.#model.sortBy(column.key, ascending);
    this.#host.emit("sorted", column.key, ascending);
    this.#grid.render();
  }

  /**
   * Begins to change the width of a column. The result sets it to so many pixels more than now. Columns before it
   * that take a share of the room keep the width that they have, so that the edge follows the hand.
   */
  resizing(at: number): (distance: number) => void {
    const { columns } = this.#model;
    const widths = this.#grid.header.widths;
    const fixed = new Map<string, number>();
    columns.slice(0, at).forEach(({ key, width }, i) => {
      if (typeof width !== "number" || this.#grid.isFitted(key)) fixed.set(key, Math.round(widths[i] ?? 0));
    });
    const key = columns[at]?.key;
    const start = Math.round(widths[at] ?? 0);
    let last = start;
    return (distance) => {
      const width = Math.max(LEAST_WIDTH, Math.round(start + distance));
      if (key === undefined || width === last) return;
      last = width;
      this.setWidths(new Map([...fixed, [key, width]]));
    };
  }

  /** Makes a column as wide as its content needs. */
  fit(at: number): void {
    const key = this.#model.columns[at]?.key;
    if (key !== undefined) this.setWidths(this.#grid.measure(new Set([key])));
  }

  setWidths(widths: ReadonlyMap<string, number>): void {
    this.#grid.unfit(widths.keys());
    for (const [key, width] of widths) this.#model.setWidth(key, width);
    this.#host.emit("columns_resized", Object.fromEntries(widths));
    this.#grid.render();
  }
}
