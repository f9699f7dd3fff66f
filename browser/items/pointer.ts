/**
 * Mouse, pen and fingers on a tree or table: selecting, opening, editing, and the controls in cells.
 * All of it is heard at the scrolled area, however many rows there are. A mouse acts when it is pressed, a finger
 * when it is lifted, since until then it may be scrolling.
 */
import { onNextFrame } from "../frame-timing.js";
import { setTooltip } from "../tooltips.js";
import type { Editor } from "./editor.js";
import type { Grid } from "./grid.js";
import type { Row } from "./row.js";
import type { CellView } from "./row-view.js";
import type { How, User } from "./user.js";

/** Pixels per frame that the view moves when cells are selected beyond its edge. */
const EDGE_SPEED = 12;

export class Pointer {
  readonly #grid: Grid;
  readonly #user: User;
  readonly #editor: Editor;

  constructor(grid: Grid, user: User, editor: Editor) {
    this.#grid = grid;
    this.#user = user;
    this.#editor = editor;
    const { scroller } = grid;
    scroller.addEventListener("pointerdown", (event) => {
      if (event.pointerType === "mouse" && event.button === 0) this.#press(event);
    });
    scroller.addEventListener("mousedown", (event) => this.#keepFocus(event));
    scroller.addEventListener("click", (event) => this.#click(event));
    scroller.addEventListener("dblclick", (event) => this.#pressTwice(event));
    scroller.addEventListener("change", (event) => this.#change(event.target as Element));
    scroller.addEventListener("pointerover", (event) => this.#over(event.target as Element));
  }

  /** Whether an element takes presses itself. */
  #isOwn(target: Element): boolean {
    return (
      this.#editor.contains(target) ||
      this.#grid.header.isGrip(target) ||
      target.closest("input, select, button") !== null
    );
  }

  #how(event: MouseEvent): How {
    return event.shiftKey ? "range" : event.ctrlKey || event.metaKey ? "toggle" : "only";
  }

  /** The browser would give the focus to whatever is pressed; here it goes where the keyboard goes on from. */
  #keepFocus(event: MouseEvent): void {
    const target = event.target as Element;
    const inBars = target === this.#grid.scroller;
    if (event.button !== 0 || this.#isOwn(target) || inBars || !this.#grid.isEnabled) return;
    this.#grid.focus();
    if (target.closest(".pgw-selectable") === null || event.detail > 1) event.preventDefault();
  }

  #click(event: MouseEvent): void {
    const grid = this.#grid;
    const target = event.target as Element;
    if (!grid.isUsable) return;
    const button = target.closest("button");
    const cell = button === null ? null : grid.cellOf(button);
    if (cell !== null) {
      this.#user.press(cell.row, cell.column);
      return;
    }
    if (this.#isOwn(target)) return;
    const column = grid.header.columnOf(target);
    if (column >= 0) this.#pressHeader(column, event);
    else if (!(event instanceof PointerEvent) || event.pointerType !== "mouse") {
      this.#press(event);
      grid.focus();
    }
  }

  #pressHeader(at: number, event: MouseEvent): void {
    const column = this.#grid.model.columns[at];
    if (column === undefined) return;
    const how = this.#how(event);
    this.#user.go({ row: null, column: at });
    if (this.#grid.sortable && how === "only") this.#user.sort(column);
    else this.#user.selectCellsOfColumn(at, how);
    this.#grid.focus();
  }

  #press(event: MouseEvent): void {
    const grid = this.#grid;
    const user = this.#user;
    const target = event.target as Element;
    if (!grid.isUsable || this.#isOwn(target)) return;
    const view = grid.rowOf(target);
    if (view === null) return;
    const { row } = view;
    if (target.closest(".pgw-twisty") !== null) {
      user.setOpen(row, !row.open);
      return;
    }
    const how = this.#how(event);
    const cell = view.cellOf(target);
    const column = cell === null ? (grid.current?.column ?? 0) : grid.columnAt(cell);
    this.#editor.close(true);
    // A value that was just edited may have sorted the row away.
    if (grid.model.placeOf(row) < 0) return;
    user.go({ row, column }, cell === null ? "never" : "always");
    if (grid.selects !== "cells") user.selectRow(row, how);
    else if (target.closest(".pgw-row-number") !== null) user.selectCellsOfRow(row, how);
    else if (cell !== null) {
      user.selectCell(row, column, how);
      const canDrag = grid.options.mode === "multiple-cell" && how !== "toggle";
      if (canDrag && event instanceof PointerEvent && event.pointerType === "mouse") this.#drag(event, cell);
    }
  }

  /** As long as the button is held, the selection goes as far as the pointer. */
  #drag(press: PointerEvent, from: CellView): void {
    const { scroller } = this.#grid;
    const ending = new AbortController();
    const { signal } = ending;
    let [x, y] = [press.clientX, press.clientY];
    let last: Row = from.row;
    let lastColumn = this.#grid.columnAt(from);
    let moved = false;
    let cancelFrame: (() => void) | null = null;

    const extend = () => {
      const room = scroller.getBoundingClientRect();
      const inside = (at: number, start: number, end: number) => Math.max(start + 1, Math.min(at, end - 2));
      const header = this.#grid.header.element.offsetHeight;
      const place = document.elementFromPoint(
        inside(x, room.left, room.right - (scroller.offsetWidth - scroller.clientWidth)),
        inside(y, room.top + header, room.bottom - (scroller.offsetHeight - scroller.clientHeight)),
      );
      const cell = place === null || !scroller.contains(place) ? null : this.#grid.cellOf(place);
      if (cell === null) return;
      const column = this.#grid.columnAt(cell);
      if (cell.row === last && column === lastColumn) return;
      [last, lastColumn, moved] = [cell.row, column, true];
      this.#user.selectTo(last, lastColumn);
    };
    const step = () => {
      const room = scroller.getBoundingClientRect();
      const beyond = (at: number, start: number, end: number) => (at < start ? -1 : at > end ? 1 : 0);
      const top = room.top + this.#grid.header.element.offsetHeight;
      const [dx, dy] = [beyond(x, room.left, room.right), beyond(y, top, room.bottom)];
      if (dx !== 0 || dy !== 0) scroller.scrollBy(dx * EDGE_SPEED, dy * EDGE_SPEED);
      extend();
      cancelFrame = dx !== 0 || dy !== 0 ? onNextFrame(step) : null;
    };
    const over = () => {
      ending.abort();
      cancelFrame?.();
      if (moved) this.#user.tellCells();
    };
    document.addEventListener(
      "pointermove",
      (event) => {
        [x, y] = [event.clientX, event.clientY];
        cancelFrame ??= onNextFrame(step);
      },
      { signal },
    );
    document.addEventListener("pointerup", over, { signal });
    document.addEventListener("pointercancel", over, { signal });
  }

  #pressTwice(event: MouseEvent): void {
    const grid = this.#grid;
    const target = event.target as Element;
    if (!grid.isUsable || this.#isOwn(target) || target.closest(".pgw-twisty") !== null) return;
    const view = grid.rowOf(target);
    if (view === null) return;
    const cell = view.cellOf(target);
    if (cell !== null && this.#editor.open(cell.row, cell.column, false)) return;
    this.#user.activate(view.row, cell?.column ?? null);
  }

  /** A control in a cell has another value. */
  #change(target: Element): void {
    const cell = this.#grid.cellOf(target);
    // The field of the editor says so as well, when it is taken away.
    if (cell === null || cell.control !== target) return;
    const { row, column } = cell;
    if (target instanceof HTMLSelectElement) {
      const choice = column.choices.find((each) => String(each) === target.value);
      this.#user.change(row, column, choice ?? target.value);
    } else if (target instanceof HTMLInputElement) this.#user.change(row, column, target.checked);
  }

  /** A text that is cut off can be read in full. */
  #over(target: Element): void {
    const element = target.closest<HTMLElement>(".pgw-cell, .pgw-header-cell");
    if (element === null) return;
    const text = element.querySelector<HTMLElement>(".pgw-header-label") ?? element;
    const isCut = text.scrollWidth > text.clientWidth + 1 && element.querySelector("input, select") === null;
    setTooltip(element, isCut ? (text.textContent ?? "") : null);
    if (!isCut) return;
    element.addEventListener("pointerleave", () => setTooltip(element, null), { once: true });
  }
}
