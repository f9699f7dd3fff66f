/**
 * GridBox: children in rows and columns.
 * Made from its contract, as a grid of automatic tracks: each as large as its largest child, and equal parts of what is left.
 */
import "./grid-box.css";
import type { GridBoxArgs, GridBoxContract, GridBoxEvents } from "../../generated/browser/contracts.js";
import { BaseContainer } from "../container.js";
import { defineWidget } from "../registry.js";
import type { WidgetInit } from "../services.js";
import { px } from "../units.js";
import type { BaseWidget } from "../widget.js";
import { isControl } from "./bases/box-layout.js";

/** Place from 0 along each axis. */
interface Cell {
  readonly row: number;
  readonly col: number;
}
type Axis = keyof Cell;

class GridBox extends BaseContainer<GridBoxEvents> implements GridBoxContract {
  /** Number of rows and of columns. */
  readonly #count: Record<Axis, number>;
  /** The last one that was given its place comes last. */
  readonly #cells = new Map<BaseWidget, Cell>();

  constructor(init: WidgetInit, { rows, columns }: GridBoxArgs) {
    super(init, document.createElement("div"));
    this.#count = { row: rows, col: columns };
    this.requestRender();
  }

  addWidget(child: BaseWidget, row: number, col: number): void {
    if (this.#cells.delete(child)) this.moveToEnd(child);
    this.#cells.set(child, { row, col });
    this.#grow("row", row + 1);
    this.#grow("col", col + 1);
    this.#place(child);
  }

  setRowSpacing(gap: number): void {
    this.element.style.rowGap = px(gap);
  }

  setColumnSpacing(gap: number): void {
    this.element.style.columnGap = px(gap);
  }

  setSpacing(gap: number): void {
    this.setRowSpacing(gap);
    this.setColumnSpacing(gap);
  }

  getRowColumnCount(): [number, number] {
    return [this.#count.row, this.#count.col];
  }

  getWidgetAtCell(row: number, col: number): BaseWidget | null {
    for (const [child, cell] of this.#cells) if (cell.row === row && cell.col === col) return child;
    return null;
  }

  insertRow(index: number, widgets: BaseWidget[] | null = null): void {
    this.#insert("row", index, widgets);
  }

  appendRow(widgets: BaseWidget[]): void {
    if (widgets.length > 0) this.#insert("row", this.#count.row, widgets);
  }

  deleteRow(index: number): void {
    this.#delete("row", index);
  }

  insertColumn(index: number, widgets: BaseWidget[] | null = null): void {
    this.#insert("col", index, widgets);
  }

  appendColumn(widgets: BaseWidget[]): void {
    if (widgets.length > 0) this.#insert("col", this.#count.col, widgets);
  }

  deleteColumn(index: number): void {
    this.#delete("col", index);
  }

  protected override childLeft(child: BaseWidget): void {
    this.#cells.delete(child);
    child.element.classList.remove("pgw-beside-controls");
    this.requestRender();
  }

  protected override render(): void {
    const { style } = this.element;
    const tracks = (count: number) => (count > 0 ? `repeat(${count}, auto)` : "none");
    style.gridTemplateRows = tracks(this.#count.row);
    style.gridTemplateColumns = tracks(this.#count.col);
    // A text beside a control stands where that one's text does.
    const rows = new Set<number>();
    for (const [child, { row }] of this.#cells) if (isControl(child)) rows.add(row);
    for (const [{ element }, { row }] of this.#cells) {
      element.classList.toggle("pgw-beside-controls", rows.has(row));
    }
  }

  #grow(axis: Axis, least: number): void {
    if (this.#count[axis] >= least) return;
    this.#count[axis] = least;
    this.requestRender();
  }

  #place(child: BaseWidget): void {
    const cell = this.#cells.get(child);
    if (cell === undefined) return;
    const style = { "grid-row": String(cell.row + 1), "grid-column": String(cell.col + 1) };
    this.adopt(child, { main: "none", style });
    this.requestRender();
  }

  /** Moves everything from `from` on along an axis. */
  #shift(axis: Axis, from: number, by: number): void {
    for (const [child, cell] of this.#cells) {
      if (cell[axis] < from) continue;
      this.#cells.set(child, { ...cell, [axis]: cell[axis] + by });
      this.#place(child);
    }
  }

  #insert(axis: Axis, index: number, widgets: BaseWidget[] | null): void {
    this.#shift(axis, index, 1);
    // Behind the last one an empty one becomes the last, and one with children stands where it was asked for.
    const places = widgets === null || widgets.length === 0 ? 1 : Math.max(1, index + 1 - this.#count[axis]);
    this.#count[axis] += places;
    this.requestRender();
    widgets?.forEach((child, i) => {
      if (axis === "row") this.addWidget(child, index, i);
      else this.addWidget(child, i, index);
    });
  }

  #delete(axis: Axis, index: number): void {
    if (index >= this.#count[axis]) return;
    for (const [child, cell] of [...this.#cells]) if (cell[axis] === index) this.remove(child);
    this.#shift(axis, index + 1, -1);
    this.#count[axis] = Math.max(1, this.#count[axis] - 1);
    this.requestRender();
  }
}

defineWidget("GridBox", GridBox);
