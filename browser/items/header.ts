/**
 * The header of a tree or table: labels, sort arrows, and grips that change the widths of columns.
 * Its cells lie in the same grid tracks as those of the rows, so what is measured here holds there.
 */
import { say } from "../strings.js";
import { makeDraggable } from "../windows/drag.js";
import { columnName } from "./cell-content.js";
import type { Column } from "./columns.js";
import { div, Face, glyph } from "./face.js";
import type { Sorting } from "./outline.js";

export interface HeaderSetting {
  readonly columns: readonly Column[];
  readonly sorting: Pick<Sorting, "key" | "ascending"> | null;
  readonly sortable: boolean;
  readonly numbered: boolean;
  readonly isEnabled: boolean;
  /** Place of the column whose header the Tab key leads to; -1 for none. */
  readonly stop: number;
}

export interface HeaderListener {
  /** The grip of a column is about to be dragged. The result: what to do with each new distance. */
  grabbed(column: number): (distance: number) => void;
  /** A grip was pressed twice. */
  gripPressedTwice(column: number): void;
}

class HeaderCell {
  readonly face = new Face(div("pgw-header-cell"));
  readonly grip = div("pgw-column-grip");
  readonly #label = document.createElement("span");
  readonly #arrow = document.createElement("span");
  #direction = "";

  constructor() {
    this.#label.className = "pgw-header-label";
    this.#arrow.className = "pgw-sort-arrow";
    this.face.attribute("role", "columnheader");
    this.face.element.append(this.#label, this.#arrow, this.grip);
  }

  draw(column: Column, at: number, setting: HeaderSetting): void {
    const { face } = this;
    const { sorting, sortable, numbered, stop, isEnabled } = setting;
    const sorted = sorting?.key === column.key;
    const direction = sorted ? (sorting.ascending ? "ascending" : "descending") : "";
    const place = at + (numbered ? 2 : 1);
    face.classes = `pgw-header-cell pgw-${column.align}${sortable ? " pgw-sortable" : ""}`;
    face.style("grid-column", String(place));
    face.attribute("aria-colindex", place);
    face.attribute("aria-sort", sorted ? direction : sortable ? "none" : null);
    face.attribute("aria-label", column.label === "" ? columnName(column, at) : null);
    face.attribute("tabindex", stop === at && isEnabled ? 0 : -1);
    if (this.#label.textContent !== column.label) this.#label.textContent = column.label;
    if (direction === this.#direction) return;
    this.#direction = direction;
    this.#arrow.replaceChildren(...(sorted ? [glyph(sorting.ascending ? "up" : "down", 14)] : []));
  }
}

export class Header {
  readonly element = div("pgw-item-header");
  readonly #listener: HeaderListener;
  readonly #number = new Face(div("pgw-row-number"));
  #cells = new Map<string, HeaderCell>();
  #columns: readonly Column[] = [];

  constructor(listener: HeaderListener) {
    this.#listener = listener;
    this.element.setAttribute("role", "row");
    this.element.setAttribute("aria-rowindex", "1");
    this.#number.attribute("role", "columnheader");
    this.#number.attribute("aria-colindex", 1);
  }

  draw(setting: HeaderSetting): void {
    const { columns, numbered } = setting;
    this.#columns = columns;
    if (!numbered) this.#number.element.remove();
    else if (!this.#number.element.isConnected) {
      this.#number.attribute("aria-label", say("rowNumber"));
      this.element.prepend(this.#number.element);
    }
    const before = this.#cells;
    this.#cells = new Map();
    let previous: Element | null = numbered ? this.#number.element : null;
    columns.forEach((column, at) => {
      const cell = before.get(column.key) ?? this.#newCell(column.key);
      before.delete(column.key);
      this.#cells.set(column.key, cell);
      const { element } = cell.face;
      const place: ChildNode | null = previous === null ? this.element.firstChild : previous.nextSibling;
      if (place !== element) this.element.insertBefore(element, place);
      previous = element;
      cell.draw(column, at, setting);
    });
    for (const cell of before.values()) cell.face.element.remove();
  }

  cellAt(column: number): HTMLElement | null {
    return this.#cells.get(this.#columns[column]?.key ?? "")?.face.element ?? null;
  }

  /** Place of the column whose header an element belongs to; -1 for none. */
  columnOf(element: Element): number {
    const key = [...this.#cells].find(([, cell]) => cell.face.element.contains(element))?.[0];
    return this.#columns.findIndex((column) => column.key === key);
  }

  /** Whether an element is a grip. */
  isGrip(element: Element): boolean {
    return element.closest(".pgw-column-grip") !== null;
  }

  /** Widths of the columns in CSS pixels; 0 while it is not displayed. Measures. */
  get widths(): number[] {
    return this.#columns.map((_, i) => this.cellAt(i)?.getBoundingClientRect().width ?? 0);
  }

  #newCell(key: string): HeaderCell {
    const cell = new HeaderCell();
    const at = () => this.#columns.findIndex((column) => column.key === key);
    makeDraggable(cell.grip, () => {
      const resize = this.#listener.grabbed(at());
      const backwards = getComputedStyle(this.element).direction === "rtl";
      return {
        move: (dx) => resize(backwards ? -dx : dx),
        end: (cancelled) => {
          if (cancelled) resize(0);
        },
      };
    });
    cell.grip.addEventListener("dblclick", () => this.#listener.gripPressedTwice(at()));
    return cell;
  }
}
