/**
 * The part of TreeView that is loaded when the first one is made: what its definition adds to ItemView.
 */
import type { TreeViewArgs, TreeViewEvents } from "../../generated/browser/contracts.js";
import type {
  CellValue,
  ColumnSpec,
  FlatRow,
  TreeDeleteSpec,
  TreeNode,
  TreePath,
} from "../../generated/browser/types.js";
import type { Part, PartHost } from "../lazy.js";
import { type ColumnRef, columnAt } from "./columns.js";
import { ItemView } from "./item-view.js";
import { pathOf } from "./row.js";

export class TreeView extends ItemView implements Part<"TreeView"> {
  constructor(host: PartHost<TreeViewEvents>, args: TreeViewArgs) {
    super(host, args, true);
  }

  addItem(parent: TreePath | null, key: string, values: TreeNode = null): TreePath | null {
    return this.model.addItem(parent, key, values);
  }

  removeItem(path: TreePath): void {
    this.model.remove([path]);
  }

  deleteTree(tree: TreeDeleteSpec, pruneEmpty = true): void {
    this.model.removeMatching(tree, pruneEmpty);
  }

  expandAll(): void {
    this.model.setAllOpen(true);
  }

  collapseAll(): void {
    this.model.setAllOpen(false);
  }

  expandItem(path: TreePath): void {
    this.#setOpen(path, true);
  }

  collapseItem(path: TreePath): void {
    this.#setOpen(path, false);
  }

  #setOpen(path: TreePath, open: boolean): void {
    const row = this.model.rowAt(path);
    if (row !== null) this.model.setOpen(row, open);
  }

  getExpanded(): TreePath[] {
    return this.model.folders(true).map(pathOf);
  }

  getCollapsed(): TreePath[] {
    return this.model.folders(false).map(pathOf);
  }

  /** Without a value it takes the entry away. */
  setCell(path: TreePath, colKey: ColumnRef, value?: CellValue): void {
    const row = this.model.rowAt(path);
    const key = typeof colKey === "string" ? colKey : this.model.column(colKey)?.key;
    if (row !== null && key !== undefined) this.model.setCell(row, key, value);
  }

  insertColumn(column: ColumnSpec, before: ColumnRef | null = null): void {
    this.model.insertColumn(column, columnAt(this.model.columns, before));
  }

  insertRow(values: FlatRow, key: string | null = null, before: string | null = null): TreePath {
    return this.model.addRow(values, key, before === null ? null : this.model.rowAt([before]));
  }

  deleteRow(pathOrKey: TreePath | string): void {
    this.model.remove([typeof pathOrKey === "string" ? [pathOrKey] : pathOrKey]);
  }
}
