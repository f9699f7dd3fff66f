/**
 * What TreeView and TableView have in common: the contract of the ItemView definition, put together from the model,
 * the grid that draws it, and what the user does.
 */
import type {
  ItemViewArgs,
  ItemViewContract,
  TreeViewEvents,
  WidgetContract,
} from "../../generated/browser/contracts.js";
import type {
  CellRef,
  ColorBatch,
  ColumnSpec,
  ColumnWidth,
  FlatRow,
  SelectedCell,
  SelectedRow,
  SubtreeStatus,
  TreeData,
  TreePath,
} from "../../generated/browser/types.js";
import { nameControl } from "../controls/naming.js";
import type { PartHooks, PartHost } from "../lazy.js";
import { px } from "../units.js";
import { Clipboard } from "./clipboard.js";
import { makeStyle } from "./colors.js";
import type { ColumnRef } from "./columns.js";
import { Editor } from "./editor.js";
import { Grid } from "./grid.js";
import { Keys } from "./keys.js";
import { type Change, ItemModel } from "./model.js";
import { Pointer } from "./pointer.js";
import { pathOf, valuesOf } from "./row.js";
import { User } from "./user.js";

export interface ItemArgs extends ItemViewArgs {
  readonly show_grid: boolean;
  readonly cell_cursor: boolean;
}

export abstract class ItemView implements Omit<ItemViewContract, keyof WidgetContract>, PartHooks {
  protected readonly model: ItemModel;
  readonly #host: PartHost<TreeViewEvents>;
  readonly #grid: Grid;
  readonly #editor: Editor;
  readonly #clipboard: Clipboard;

  constructor(host: PartHost<TreeViewEvents>, args: ItemArgs, isTree: boolean) {
    this.#host = host;
    this.model = new ItemModel(args.columns, (change) => this.#changed(change));
    const options = {
      isTree,
      showHeader: args.show_header,
      startsBare: args.columns.length === 0,
      mode: args.selection_mode,
      cellCursor: args.cell_cursor,
      alternate: args.alternate_row_colors,
    };
    const grid = new Grid(host, this.model, options, {
      scrolled: (horizontal, vertical) => host.emit("scrolled", horizontal, vertical),
      grabbed: (column) => user.resizing(column),
      gripPressedTwice: (column) => user.fit(column),
    });
    const user = new User(host, grid);
    const keys = new Keys(grid, user, () => this.#editor);
    this.#grid = grid;
    this.#editor = new Editor(grid, user, (onward) => keys.goOn(onward));
    this.#clipboard = new Clipboard(host, grid, user, this.#editor);
    new Pointer(grid, user, this.#editor);
    grid.sortable = args.sortable;
    grid.numbered = args.show_row_numbers;
    this.setShowGrid(args.show_grid);
    host.requestRender();
  }

  #changed(change: Change): void {
    this.#grid.outdate(change === "columns" ? "cells" : change);
    this.#host.requestRender();
  }

  /** Something is different that is not in the model. */
  #touched(): void {
    this.#changed("cells");
  }

  // ---- what every widget has

  render(): void {
    this.#editor.check();
    this.#grid.render();
  }

  /** Rows and cells are no controls that could be switched one by one: the grid does it when it draws. */
  controls(): readonly HTMLElement[] {
    return [];
  }

  enabledChanged(on: boolean): void {
    if (!on) this.#editor.close(false);
    this.#touched();
  }

  focusTarget(): HTMLElement | null {
    return this.#host.isEnabled ? this.#grid.stopElement : null;
  }

  setTooltip(msg: string | null): void {
    nameControl(this.#grid.scroller, msg ?? "", false);
  }

  placed(): void {
    this.#host.services.updates.after(() => this.#grid.viewport.restore());
  }

  disposed(): void {
    this.#grid.end();
    this.model.end();
  }

  // ---- columns

  setColumns(columns: ColumnSpec[]): void {
    this.#grid.unfit(this.model.keys);
    if (columns.length > 0) this.#grid.showHeader();
    this.model.setColumns(columns);
  }

  appendColumn(column: ColumnSpec): void {
    this.model.insertColumn(column, this.model.columns.length);
  }

  deleteColumn(colKey: ColumnRef): void {
    const column = this.model.deleteColumn(colKey);
    if (column !== null) this.#grid.unfit([column.key]);
  }

  setColumnWidth(colKey: ColumnRef, width: ColumnWidth): void {
    const column = this.model.setWidth(colKey, width);
    if (column !== null) this.#grid.unfit([column.key]);
  }

  getColumnWidths(): number[] {
    this.#host.services.updates.settle();
    if (!this.#grid.viewport.isDisplayed) {
      // The number in the width that was set, whatever its unit.
      return this.model.columns.map(({ width }) => Number.parseFloat(String(width)) || 0);
    }
    return this.#grid.header.widths.map((width) => Math.round(width * 100) / 100);
  }

  setOptimalColumnWidths(): void {
    this.#grid.fit(this.model.keys);
    this.#host.requestRender();
  }

  getColumnCount(): number {
    return this.model.columns.length;
  }

  setEditable(tf: boolean): void {
    this.#grid.editable = tf;
    this.#touched();
  }

  setColumnEditable(colKey: ColumnRef, tf: boolean): void {
    this.model.setColumnEditable(colKey, tf);
  }

  // ---- look

  setHeaderFont(
    family: string | null = null,
    size: number | string | null = null,
    weight: number | string | null = null,
    style: string | null = null,
  ): void {
    const target = this.#grid.scroller.style;
    if (family !== null) target.setProperty("--header-font", family);
    if (size !== null) target.setProperty("--header-size", typeof size === "number" ? px(size) : size);
    if (weight !== null) target.setProperty("--header-weight", String(weight));
    if (style !== null) target.setProperty("--header-style", style);
  }

  setRowSpacing(room: number): void {
    this.#grid.rowSpacing = room;
    this.#touched();
  }

  setColumnSpacing(room: number): void {
    this.#grid.scroller.style.setProperty("--cell-padding", px(room));
  }

  setShowGrid(tf: boolean): void {
    this.#host.element.classList.toggle("pgw-show-grid", tf);
  }

  setShowRowNumbers(tf: boolean): void {
    this.#grid.numbered = tf;
    this.#touched();
  }

  setSortable(tf: boolean): void {
    this.#grid.sortable = tf;
    this.#touched();
  }

  // ---- rows

  setData(data: FlatRow[]): void {
    this.model.setData(data);
    this.#grid.refit();
  }

  _loadRows(bytes: Uint8Array, sizes: number[], length: number, count: number): void {
    this.model.setUnread(length, count);
    this._moreRows(bytes, sizes);
  }

  _moreRows(bytes: Uint8Array, sizes: number[]): void {
    this.model.addUnread(bytes, sizes);
    if (!this.model.isLoading) this.#grid.refit();
  }

  updateData(data: FlatRow[]): void {
    this.model.updateData(data);
  }

  setTree(tree: TreeData | null): void {
    this.model.setTree(tree);
    this.#grid.refit();
  }

  addTree(tree: TreeData, parent: TreePath | null = null, before: string | null = null): void {
    this.model.addTree(tree, parent, before);
  }

  updateTree(tree: TreeData): void {
    this.model.updateTree(tree);
  }

  appendRow(values: FlatRow): TreePath {
    return this.model.addRow(values, null, null);
  }

  clear(): void {
    this.model.clear();
  }

  removeItems(paths: TreePath[]): void {
    this.model.remove(paths);
  }

  getRowCount(): number {
    return this.model.root.kids?.size ?? 0;
  }

  getSubtree(status: SubtreeStatus = "all"): TreeData {
    return this.model.subtree(status as "all" | TreePath);
  }

  // ---- order and view

  sortByColumn(colKey: ColumnRef | null, ascending = true): void {
    this.model.sortBy(colKey, ascending);
  }

  scrollToPath(path: TreePath): void {
    const row = this.model.rowAt(path);
    if (row === null) return;
    this.model.openAbove(row);
    this.#grid.viewport.scrollToRow(() => this.model.placeOf(row));
  }

  scrollToEnd(): void {
    this.#grid.viewport.scrollToEnd();
  }

  setScrollPosition(hPct: number, vPct: number): void {
    const share = (value: number) => Math.min(1, Math.max(0, value));
    this.#grid.viewport.scrollToShares(share(hPct), share(vPct));
  }

  getScrollPosition(): [number, number] {
    this.#host.services.updates.settle();
    return this.#grid.viewport.shares;
  }

  // ---- selection

  getSelected(): SelectedRow[] {
    return [...this.model.selection.rows].map((row) => ({ path: pathOf(row), values: valuesOf(row) }));
  }

  setSelected(paths: TreePath | TreePath[] | null): void {
    const list = paths ?? [];
    this.model.selectRows((typeof list[0] === "string" ? [list] : list) as TreePath[], null);
  }

  clearSelection(): void {
    this.model.selectRows([], null);
  }

  selectPath(path: TreePath, state = true): void {
    this.model.selectRows([path], state);
  }

  selectPaths(paths: TreePath[], state = true): void {
    this.model.selectRows(paths, state);
  }

  selectAll(state = true): void {
    this.model.selectAll(state);
  }

  getSelectedCells(): SelectedCell[] {
    return this.model.selectedCells.map(({ row, column }) => ({
      path: pathOf(row),
      col_key: column.key,
      value: this.model.told(row, column.key),
    }));
  }

  selectCell(path: TreePath, colKey: ColumnRef, state = true): void {
    this.model.selectCells([{ path, col_key: colKey }], state);
  }

  selectCells(cells: CellRef[], state = true): void {
    this.model.selectCells(cells, state);
  }

  clearCellSelection(): void {
    this.model.selection.clearCells();
    this.#touched();
  }

  // ---- clipboard

  copySelection(): Promise<void> {
    return this.#clipboard.copy();
  }

  cutSelection(): Promise<void> {
    return this.#clipboard.cut();
  }

  pasteSelection(): Promise<void> {
    return this.#clipboard.paste();
  }

  // ---- colours

  setColors(spec: ColorBatch): void {
    const { model } = this;
    const has = (column: string) => model.column(column) !== null;
    model.colors.apply(spec, model.root, (path) => model.rowAt(path), has);
    this.#touched();
  }

  setCellColor(
    path: TreePath,
    colKey: ColumnRef,
    fg: string | null = null,
    bg: string | null = null,
    bold: boolean | null = null,
  ): void {
    const row = this.model.rowAt(path);
    const column = this.model.column(colKey);
    if (row === null || column === null) return;
    this.model.colors.setCell(row, column.key, makeStyle({ fg, bg, bold }));
    this.#touched();
  }

  setRowColor(
    path: TreePath,
    fg: string | null = null,
    bg: string | null = null,
    bold: boolean | null = null,
  ): void {
    const row = this.model.rowAt(path);
    if (row === null) return;
    this.model.colors.setRow(row, makeStyle({ fg, bg, bold }));
    this.#touched();
  }

  setColumnColor(
    colKey: ColumnRef,
    fg: string | null = null,
    bg: string | null = null,
    bold: boolean | null = null,
  ): void {
    const column = this.model.column(colKey);
    if (column === null) return;
    this.model.colors.setColumn(column.key, makeStyle({ fg, bg, bold }));
    this.#touched();
  }

  setTableColor(fg: string | null = null, bg: string | null = null, bold: boolean | null = null): void {
    this.model.colors.setTable(makeStyle({ fg, bg, bold }));
    this.#touched();
  }

  clearCellColor(path: TreePath, colKey: ColumnRef): void {
    this.setCellColor(path, colKey);
  }

  clearRowColor(path: TreePath): void {
    this.setRowColor(path);
  }

  clearColumnColor(colKey: ColumnRef): void {
    this.setColumnColor(colKey);
  }

  clearAllColors(): void {
    this.model.colors.clear(this.model.root);
    this.#touched();
  }
}
