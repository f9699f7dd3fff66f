/**
 * A row as it is drawn: its number, its cells, and what screen readers learn of it.
 * One that has left the view is used again for another row.
 */
import { type Content, columnName, contentKind, makeContent } from "./cell-content.js";
import { textOn } from "./colors.js";
import type { Column } from "./columns.js";
import { Face, glyph } from "./face.js";
import type { ItemModel } from "./model.js";
import { cellOf, keyIn, type Row, shownIn, type Value } from "./row.js";

/** What drawing a row depends on, apart from the row. */
export interface RowSetting {
  readonly model: ItemModel;
  /** Rows have levels and can be opened. */
  readonly isTree: boolean;
  /** No row can be opened at present, so no room is kept for arrows. */
  readonly isFlat: boolean;
  readonly selects: "nothing" | "rows" | "cells";
  readonly numbered: boolean;
  /** Rows of the header, which count for screen readers. */
  readonly headerRows: number;
  /** The keyboard goes from cell to cell, not from row to row. */
  readonly byCell: boolean;
  /** Where the keyboard is, or would come to. */
  readonly stop: Stop | null;
  /** Whether the user has been there. */
  readonly isCurrent: boolean;
  readonly isEnabled: boolean;
  isEditable(column: Column): boolean;
}

/** A place of the keyboard: a row, or a cell of it. */
export interface Stop {
  /** null for the header. */
  readonly row: Row | null;
  /** Place of the column. */
  readonly column: number;
}

/** A cell that is there, and over how many columns it goes. */
export interface CellSpan {
  readonly at: number;
  readonly span: number;
}

/** Whether a cell is there at all: one that is absent is covered by the one before it. */
function isThere(row: Row, column: Column): boolean {
  if (cellOf(row, column.key) !== undefined) return true;
  return column.control === "button" && column.text !== null && row.values !== null;
}

export function spansOf(row: Row, columns: readonly Column[]): CellSpan[] {
  const spans: CellSpan[] = [];
  for (let at = 0; at < columns.length; ) {
    let end = at + 1;
    while (end < columns.length && !isThere(row, columns[end] as Column)) end++;
    spans.push({ at, span: end - at });
    at = end;
  }
  return spans;
}

/** What a row shows in a column, as text or in a control. */
export function shownValue(row: Row, column: Column, place: number): Value | undefined {
  return shownIn(row, column.key, place === 0 && column.control === null);
}

/** Whether a field of a row is set: not false, zero, empty or absent. */
function isSet(row: Row, key: string | null): boolean {
  if (key === null) return true;
  return Boolean(cellOf(row, key));
}

export class CellView {
  readonly face = new Face(document.createElement("div"));
  row: Row;
  column: Column;
  #content: Content;
  #twisty: HTMLElement | null = null;

  constructor(row: Row, column: Column) {
    this.row = row;
    this.column = column;
    this.#content = makeContent("text");
    this.face.attribute("role", "gridcell");
    this.element.append(this.#content.node);
  }

  get element(): HTMLElement {
    return this.face.element;
  }

  get control(): HTMLInputElement | HTMLSelectElement | HTMLButtonElement | null {
    return this.#content.control;
  }

  draw(row: Row, column: Column, { at, span }: CellSpan, setting: RowSetting): void {
    this.row = row;
    this.column = column;
    const { face } = this;
    const { model, numbered } = setting;
    const first = numbered ? 2 : 1;
    const cells = setting.selects === "cells";
    const selected = cells && model.selection.hasCell(row, column.key);
    this.#drawContent(at, setting);
    const { bg, fg, bold } = model.colors.of(row, column.key);
    face.attribute("aria-colindex", at + first);
    face.attribute("aria-colspan", span > 1 ? span : null);
    face.attribute("aria-selected", cells ? selected : null);
    face.style("grid-column", `${at + first} / span ${span}`);
    face.style("--cell-bg", bg);
    face.style("--cell-fg", fg ?? (bg === null ? null : textOn(bg)));
    face.style("font-weight", bold === null ? null : bold ? "bold" : "normal");
    let classes = `pgw-cell pgw-${column.align}`;
    if (this.#content.kind !== "text") classes += ` pgw-with-${this.#content.kind}`;
    if (setting.isEditable(column)) classes += " pgw-editable";
    if (selected) classes += " pgw-selected";
    if (setting.byCell) {
      const { stop } = setting;
      const isStop = stop?.row === row && stop.column >= at && stop.column < at + span;
      face.attribute("tabindex", isStop && setting.isEnabled ? 0 : -1);
      if (isStop && setting.isCurrent) classes += " pgw-cursor";
    }
    if (setting.isTree && at === 0 && !setting.isFlat) classes += " pgw-leveled";
    face.classes = classes;
    if (setting.isTree && at === 0) this.#drawTwisty(row, setting.isFlat);
  }

  #drawContent(at: number, setting: RowSetting): void {
    const { row, column } = this;
    const value = shownValue(row, column, at);
    const bare =
      column.control !== null &&
      (row.values === null || !isThere(row, column) || !isSet(row, column.visibleKey));
    const kind = bare ? "text" : contentKind(column, value);
    if (kind !== this.#content.kind) {
      const next = makeContent(kind);
      this.#content.node.replaceWith(next.node);
      this.#content = next;
    }
    const { control } = this;
    // A folder shows its key in whatever column comes first.
    const shown = bare ? (at === 0 ? keyIn(row, column.key) : undefined) : value;
    this.#content.draw(shown, column);
    if (control === null) return;
    // Where the keyboard goes by rows, Tab leads on to the controls of the present one.
    control.tabIndex = !setting.byCell && setting.stop?.row === row ? 0 : -1;
    control.disabled = !setting.isEnabled || !isSet(row, column.enabledKey);
    if (kind !== "button" || control.textContent === "") {
      control.setAttribute("aria-label", columnName(column, at));
    } else control.removeAttribute("aria-label");
  }

  #drawTwisty(row: Row, isFlat: boolean): void {
    const { element, face } = this;
    face.style("--level", isFlat ? null : String(row.depth));
    if (!row.hasKids) {
      this.#twisty?.remove();
      this.#twisty = null;
      return;
    }
    if (this.#twisty === null) {
      this.#twisty = document.createElement("span");
      this.#twisty.className = "pgw-twisty";
      this.#twisty.append(glyph("right", 14));
      element.prepend(this.#twisty);
    }
  }
}

export class RowView {
  readonly face = new Face(document.createElement("div"));
  row: Row;
  top = 0;
  #number: Face | null = null;
  #columns: readonly Column[] = [];
  /** By place of the column; null where another cell covers it. */
  #cells: (CellView | null)[] = [];

  constructor(row: Row) {
    this.row = row;
    this.face.attribute("role", "row");
  }

  get element(): HTMLElement {
    return this.face.element;
  }

  /** The cell that shows a column, maybe together with others. */
  cellAt(column: number): CellView | null {
    for (let at = Math.min(column, this.#cells.length - 1); at >= 0; at--) {
      const cell = this.#cells[at] ?? null;
      if (cell !== null) return cell;
    }
    return null;
  }

  cellOf(element: Element): CellView | null {
    return this.#cells.find((cell) => cell?.element.contains(element)) ?? null;
  }

  get controls(): HTMLElement[] {
    return this.#cells.flatMap((cell) => (cell?.control ? [cell.control] : []));
  }

  draw(row: Row, top: number, setting: RowSetting): void {
    this.row = row;
    this.top = top;
    const { face } = this;
    const { model, isTree } = setting;
    const rows = setting.selects === "rows";
    const selected = rows && model.selection.rows.has(row);
    face.style("top", `${top}px`);
    face.attribute("aria-rowindex", row.at + 1 + setting.headerRows);
    face.attribute("aria-selected", rows ? selected : null);
    if (isTree) {
      const siblings = row.parent?.kids?.size ?? 1;
      face.attribute("aria-level", row.depth + 1);
      face.attribute("aria-setsize", siblings);
      face.attribute("aria-posinset", row.place + 1);
      face.attribute("aria-expanded", row.hasKids ? row.open : null);
    }
    const isStop = setting.stop?.row === row && setting.isEnabled;
    face.attribute("tabindex", setting.byCell ? null : isStop ? 0 : -1);
    let classes = row.at % 2 === 1 ? "pgw-item-row pgw-odd" : "pgw-item-row";
    if (selected) classes += " pgw-selected";
    face.classes = classes;
    this.#drawNumber(setting);
    this.#drawCells(setting);
  }

  #drawNumber({ numbered }: RowSetting): void {
    if (!numbered) {
      this.#number?.element.remove();
      this.#number = null;
      return;
    }
    if (this.#number === null) {
      this.#number = new Face(document.createElement("div"));
      this.#number.classes = "pgw-row-number";
      this.#number.attribute("role", "rowheader");
      this.#number.attribute("aria-colindex", 1);
      this.element.prepend(this.#number.element);
    }
    const text = String(this.row.at + 1);
    if (this.#number.element.textContent !== text) this.#number.element.textContent = text;
  }

  #drawCells(setting: RowSetting): void {
    const { columns } = setting.model;
    if (columns !== this.#columns) this.#remap(columns);
    const spans = spansOf(this.row, columns);
    let next = 0;
    let before: Element | null = this.#number?.element ?? null;
    columns.forEach((column, at) => {
      const span = spans[next];
      let cell = this.#cells[at] ?? null;
      if (span?.at !== at) {
        cell?.element.remove();
        this.#cells[at] = null;
        return;
      }
      next++;
      if (cell === null) {
        cell = new CellView(this.row, column);
        this.#cells[at] = cell;
      }
      const place: ChildNode | null = before === null ? this.element.firstChild : before.nextSibling;
      if (place !== cell.element) this.element.insertBefore(cell.element, place);
      before = cell.element;
      cell.draw(this.row, column, span, setting);
    });
  }

  /** Cells go on with the column of their key, wherever that is now. */
  #remap(columns: readonly Column[]): void {
    const before = new Map(this.#columns.map(({ key }, i) => [key, this.#cells[i] ?? null]));
    this.#cells = columns.map(({ key }) => {
      const cell = before.get(key) ?? null;
      before.delete(key);
      return cell;
    });
    for (const cell of before.values()) cell?.element.remove();
    this.#columns = columns;
  }
}
