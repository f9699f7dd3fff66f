/**
 * The part of TableView that is loaded when the first one is made: what its definition adds to ItemView.
 */
import type { TableViewArgs, TableViewEvents, TreeViewEvents } from "../../generated/browser/contracts.js";
import type { CellValue, ColumnSpec, FlatRow, TreePath } from "../../generated/browser/types.js";
import type { Part, PartHost } from "../lazy.js";
import type { ColumnRef } from "./columns.js";
import { ItemView } from "./item-view.js";
import type { Row } from "./row.js";

export class TableView extends ItemView implements Part<"TableView"> {
  constructor(host: PartHost<TableViewEvents>, args: TableViewArgs) {
    // Rows of a table have no children, so nothing is ever told of opening and closing.
    super(host as unknown as PartHost<TreeViewEvents>, args, false);
  }

  /** The row at a place, whatever the sorting. */
  #rowAt(place: number): Row | null {
    return this.model.root.kids?.at(place) ?? null;
  }

  /** Without a value it takes the entry away. */
  setCell(row: number | TreePath, colKey: ColumnRef, value?: CellValue): void {
    const found = typeof row === "number" ? this.#rowAt(row) : this.model.rowAt(row);
    const key = typeof colKey === "string" ? colKey : this.model.column(colKey)?.key;
    if (found !== null && key !== undefined) this.model.setCell(found, key, value);
  }

  insertColumn(index: number, column: ColumnSpec): void {
    this.model.insertColumn(column, index);
  }

  insertRow(index: number, values: FlatRow): TreePath {
    return this.model.addRow(values, null, this.#rowAt(index));
  }

  deleteRow(index: number): void {
    const row = this.#rowAt(index);
    if (row !== null) this.model.removeRows([row]);
  }
}
