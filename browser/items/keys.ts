/**
 * The keys of a tree or table. By rows: arrows, opening and closing, type-ahead. By cells: a cursor as in a
 * spreadsheet, where typing edits. The header is reached with the arrow up.
 */
import { TypeAhead } from "../controls/type-ahead.js";
import type { Editor, Onward } from "./editor.js";
import type { Grid } from "./grid.js";
import type { Row } from "./row.js";
import { type Stop, shownValue, spansOf } from "./row-view.js";
import type { How, User } from "./user.js";
import { shownText } from "./values.js";

/** Pixels by which a key changes the width of a column. */
const WIDTH_STEP = 10;

export class Keys {
  readonly #grid: Grid;
  readonly #user: User;
  readonly #editor: () => Editor;
  readonly #typeAhead = new TypeAhead();

  constructor(grid: Grid, user: User, editor: () => Editor) {
    this.#grid = grid;
    this.#user = user;
    this.#editor = editor;
    grid.scroller.addEventListener("keydown", (event) => this.#down(event));
  }

  #down(event: KeyboardEvent): void {
    const grid = this.#grid;
    if (event.defaultPrevented || !grid.isUsable || event.altKey) return;
    const target = event.target as HTMLElement;
    const inControl = target !== grid.scroller && grid.controls.includes(target);
    if (inControl && !this.#leavesControl(event, target)) return;
    const stop = grid.current ?? grid.stop;
    if (stop === null) return;
    const { row } = stop;
    const done =
      row === null
        ? this.#inHeader(event, stop)
        : grid.byCell
          ? this.#inCells(event, row, stop.column)
          : this.#inRows(event, row);
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** A control in a cell keeps the keys that it needs; Escape goes back to its cell. */
  #leavesControl(event: KeyboardEvent, control: HTMLElement): boolean {
    const { key } = event;
    if (key === "Escape") {
      this.#grid.focus();
      event.preventDefault();
      return false;
    }
    return /^(Arrow|Home|End|Page)/.test(key) && !(control instanceof HTMLSelectElement);
  }

  /** 1 towards the end of a line, -1 towards its start, 0 for all other keys. */
  #sideways(key: string): -1 | 0 | 1 {
    if (key !== "ArrowLeft" && key !== "ArrowRight") return 0;
    const backwards = getComputedStyle(this.#grid.scroller).direction === "rtl";
    return (key === "ArrowRight") === backwards ? -1 : 1;
  }

  #go(stop: Stop): true {
    this.#user.go(stop);
    this.#grid.focus();
    return true;
  }

  // ---- header

  #inHeader(event: KeyboardEvent, { column }: Stop): boolean {
    const grid = this.#grid;
    const { columns } = grid.model;
    const { key } = event;
    const side = this.#sideways(key);
    if (side !== 0 && event.shiftKey) {
      this.#user.resizing(column)(side * WIDTH_STEP);
      return true;
    }
    const control = event.ctrlKey || event.metaKey;
    if (key === "Enter" || key === " ") return this.#pressHeader(column, control, event.shiftKey);
    if (event.shiftKey || control) return false;
    const first = grid.model.shownAt(0);
    const last = columns.length - 1;
    if (side !== 0) return this.#go({ row: null, column: Math.max(0, Math.min(last, column + side)) });
    if (key === "Home" || key === "End") return this.#go({ row: null, column: key === "Home" ? 0 : last });
    if ((key === "ArrowDown" || key === "PageDown") && first !== undefined) {
      return this.#go({ row: first, column });
    }
    return false;
  }

  #pressHeader(at: number, control: boolean, shift: boolean): boolean {
    const column = this.#grid.model.columns[at];
    if (column === undefined) return false;
    if (this.#grid.sortable && !control && !shift) this.#user.sort(column);
    else this.#user.selectCellsOfColumn(at, control ? "toggle" : shift ? "range" : "only");
    this.#grid.focus();
    return true;
  }

  // ---- rows

  #inRows(event: KeyboardEvent, row: Row): boolean {
    const grid = this.#grid;
    const user = this.#user;
    const { key, shiftKey } = event;
    const control = event.ctrlKey || event.metaKey;
    const isMultiple = grid.options.mode === "multiple";
    if (control && key.toLowerCase() === "a" && isMultiple) {
      user.selectAllRows();
      return true;
    }
    const to = this.#rowByKey(key, row);
    if (to === "header") return this.#go({ row: null, column: grid.current?.column ?? 0 });
    if (to !== null) {
      this.#go({ row: to, column: grid.current?.column ?? 0 });
      if (!(control && isMultiple)) user.selectRow(to, shiftKey ? "range" : "only");
      return true;
    }
    const side = this.#sideways(key);
    if (side !== 0 && !control && !shiftKey) return this.#along(row, side);
    if (key === " " && !this.#typeAhead.isTyping(event.timeStamp)) {
      return user.selectRow(row, control ? "toggle" : shiftKey ? "range" : "only");
    }
    if (control) return false;
    if (key === "Enter") {
      user.activate(row, null);
      return true;
    }
    if (key === "F2") return this.#editInRow(row);
    return this.#typeTo(event, row, 0);
  }

  /** Opens, closes, or goes one level in or out. */
  #along(row: Row, side: -1 | 1): boolean {
    if (!this.#grid.isTree) return false;
    const user = this.#user;
    if (row.hasKids && row.open !== side > 0) {
      user.setOpen(row, side > 0);
      return true;
    }
    const to = side > 0 ? (this.#grid.model.kidsOf(row)[0] ?? null) : row.parent;
    if (to === null || this.#grid.model.placeOf(to) < 0 || (side > 0 && !row.hasKids)) return false;
    this.#go({ row: to, column: this.#grid.current?.column ?? 0 });
    user.selectRow(to, "only");
    return true;
  }

  #editInRow(row: Row): boolean {
    const { columns } = this.#grid.model;
    const first = spansOf(row, columns).find(({ at }) => this.#canEdit(at));
    const column = columns[first?.at ?? -1];
    return column !== undefined && this.#editor().open(row, column, false);
  }

  #canEdit(at: number): boolean {
    const column = this.#grid.model.columns[at];
    return column !== undefined && this.#grid.isEditable(column);
  }

  /** The row that a key leads to, up and down. */
  #rowByKey(key: string, row: Row): Row | "header" | null {
    const grid = this.#grid;
    const { model } = grid;
    const at = model.placeOf(row);
    const last = model.shownCount - 1;
    const page = Math.max(1, grid.viewport.rows.page - 1);
    const places: Readonly<Record<string, number>> = {
      ArrowUp: at - 1,
      ArrowDown: Math.min(last, at + 1),
      PageUp: Math.max(0, at - page),
      PageDown: Math.min(last, at + page),
      Home: 0,
      End: last,
    };
    const to = places[key];
    if (to === undefined) return null;
    if (to >= 0) return model.shownAt(to) ?? null;
    return grid.headerRows > 0 ? "header" : row;
  }

  /** A letter leads to the next row that begins with what is typed. */
  #typeTo(event: KeyboardEvent, row: Row, at: number): boolean {
    if ([...event.key].length !== 1 || event.isComposing) return false;
    const grid = this.#grid;
    const { shown, columns } = grid.model;
    const column = columns[at];
    if (column === undefined) return false;
    const texts = shown.map((each) => shownText(shownValue(each, column, at)));
    const found = this.#typeAhead.find(event.key, event.timeStamp, texts, grid.model.placeOf(row));
    const to = shown[found];
    if (to === undefined || to === row) return true;
    this.#go({ row: to, column: grid.byCell ? at : (grid.current?.column ?? 0) });
    this.#user.selectRow(to, "only");
    return true;
  }

  // ---- cells

  #inCells(event: KeyboardEvent, row: Row, column: number): boolean {
    const grid = this.#grid;
    const user = this.#user;
    const { key, shiftKey } = event;
    const control = event.ctrlKey || event.metaKey;
    const { mode, cellCursor } = grid.options;
    if (grid.current === null) return this.#go({ row, column });
    if (control && key.toLowerCase() === "a" && mode.startsWith("multiple")) {
      if (mode === "multiple") user.selectAllRows();
      else user.selectAllCells();
      return true;
    }
    if (this.#moveCursor(event, row, column)) return true;
    if (key === "Tab" && cellCursor && !control) return this.#tab(row, column, shiftKey ? -1 : 1);
    const target = user.columnAt(row, column);
    if (key === "Enter" || key === "F2" || key === " ") {
      if (this.#useControl(row, column)) return true;
    }
    if (key === " " && (control || shiftKey || !cellCursor || !grid.isEditable(target))) {
      const how: How = control ? "toggle" : shiftKey ? "range" : "only";
      return user.selectCell(row, column, how) || user.selectRow(row, how);
    }
    if (control) return false;
    if (key === "Enter" || key === "F2") {
      if (cellCursor && this.#editor().open(row, target, false)) return true;
      if (key === "Enter") user.activate(row, null);
      return true;
    }
    if ((key === "Delete" || key === "Backspace") && cellCursor) {
      user.empty(row, target);
      return true;
    }
    const isTyped = [...key].length === 1 || key === "Process" || key === "Dead" || key === "Unidentified";
    // What is being typed goes into the field that has just got the focus.
    if (isTyped && cellCursor && this.#editor().open(row, target, true)) {
      event.stopPropagation();
      return false;
    }
    return this.#typeTo(event, row, grid.model.columns.indexOf(target));
  }

  #moveCursor(event: KeyboardEvent, row: Row, column: number): boolean {
    const grid = this.#grid;
    const { key, shiftKey } = event;
    const control = event.ctrlKey || event.metaKey;
    const side = this.#sideways(key);
    const isLineKey = (key === "Home" || key === "End") && !control;
    if (side !== 0 || isLineKey) {
      if (side !== 0 && !shiftKey && this.#turns(row, column, side)) return true;
      const last = grid.model.columns.length - 1;
      const to =
        side === 0 ? (key === "Home" ? 0 : last) : this.#beside(row, column, control ? side * last : side);
      this.#cursorTo(row, to, shiftKey, false);
      return true;
    }
    const to = this.#rowByKey(key, row);
    if (to === null) return false;
    if (to === "header") return this.#go({ row: null, column });
    const last = grid.model.columns.length - 1;
    const toColumn = key === "Home" ? 0 : key === "End" ? last : column;
    this.#cursorTo(to, toColumn, shiftKey, control && (key === "ArrowUp" || key === "ArrowDown"));
    return true;
  }

  /** At the start of a row of a tree the arrows open and close it. */
  #turns(row: Row, column: number, side: -1 | 1): boolean {
    if (!this.#grid.isTree || !row.hasKids || row.open === side > 0) return false;
    if (this.#user.columnAt(row, column) !== this.#grid.model.columns[0]) return false;
    this.#user.setOpen(row, side > 0);
    this.#grid.focus();
    return true;
  }

  #cursorTo(row: Row, column: number, extends_: boolean, only: boolean): void {
    const grid = this.#grid;
    const user = this.#user;
    const before = grid.current?.row ?? null;
    this.#go({ row, column });
    if (only) return;
    // In the modes of cells the arrows move the cursor alone, and extend with Shift.
    if (grid.selects === "cells") {
      if (extends_) user.selectCell(row, column, "range");
    } else if (row !== before) user.selectRow(row, extends_ ? "range" : "only");
  }

  /** The column so many cells further in a row. */
  #beside(row: Row, column: number, by: number): number {
    const spans = spansOf(row, this.#grid.model.columns);
    const here = spans.findIndex(({ at, span }) => column >= at && column < at + span);
    return spans[Math.max(0, Math.min(spans.length - 1, here + by))]?.at ?? column;
  }

  /** Tab goes on by a cell; at the end of a row it leaves the table, so that nobody is caught in it. */
  #tab(row: Row, column: number, by: -1 | 1): boolean {
    const to = this.#beside(row, column, by);
    if (to === this.#beside(row, column, 0)) return false;
    this.#cursorTo(row, to, false, true);
    return true;
  }

  #useControl(row: Row, column: number): boolean {
    const control = this.#grid.viewOf(row)?.cellAt(column)?.control ?? null;
    if (control === null) return false;
    if (control.disabled) return true;
    if (!(control instanceof HTMLSelectElement)) control.click();
    else {
      control.focus({ preventScroll: true });
      openList(control);
    }
    return true;
  }

  /** The field was closed by a key: on to where that leads. */
  goOn(onward: Onward): void {
    const grid = this.#grid;
    const { current } = grid;
    if (current === null || current.row === null) return;
    const { row, column } = current;
    if (!grid.byCell) {
      if (onward === "next" || onward === "previous") this.#editBeside(row, onward === "next" ? 1 : -1);
      return;
    }
    if (onward === "stay") {
      this.#go(current);
      return;
    }
    if (onward === "up" || onward === "down") {
      const to = this.#rowByKey(onward === "up" ? "ArrowUp" : "ArrowDown", row);
      if (to !== null && to !== "header") this.#cursorTo(to, column, false, false);
      return;
    }
    const backwards = getComputedStyle(grid.scroller).direction === "rtl";
    const side = onward === "next" || (onward === "right") !== backwards ? 1 : -1;
    this.#cursorTo(row, this.#beside(row, column, onward === "previous" ? -1 : side), false, true);
  }

  /** Where the keyboard goes by rows, Tab leads from one field of the row to the next. */
  #editBeside(row: Row, by: -1 | 1): void {
    const { columns } = this.#grid.model;
    const from = this.#grid.current?.column ?? 0;
    const places = spansOf(row, columns)
      .map(({ at }) => at)
      .filter((at) => this.#canEdit(at) && (by > 0 ? at > from : at < from));
    const at = by > 0 ? places[0] : places.at(-1);
    const column = columns[at ?? -1];
    if (at === undefined || column === undefined) return;
    this.#user.go({ row, column: at });
    this.#editor().open(row, column, false);
  }
}

/** Opens the list of a combo box, where the browser lets a page do so; where not, its own keys do. */
function openList(select: HTMLSelectElement): void {
  try {
    select.showPicker();
  } catch {
    // It has the focus now: the next key opens it.
  }
}
