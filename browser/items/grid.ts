/**
 * The drawn table: the header and the rows in view, in the order of the page, and the one place that Tab leads to.
 * The row that has the focus stays in the page when it is scrolled away.
 */
import type { SelectionMode } from "../../generated/browser/types.js";
import type { PartHost } from "../lazy.js";
import { type Column, isTyped, trackOf } from "./columns.js";
import { Face } from "./face.js";
import { Header, type HeaderListener } from "./header.js";
import type { ItemModel } from "./model.js";
import type { Row } from "./row.js";
import { type CellView, type RowSetting, RowView, type Stop } from "./row-view.js";
import { Viewport } from "./viewport.js";
import { neededWidths } from "./widths.js";

export interface GridOptions {
  readonly isTree: boolean;
  readonly showHeader: boolean;
  /** There are no columns yet: the header waits for `showHeader`. */
  readonly startsBare: boolean;
  readonly mode: SelectionMode;
  /** Arrow keys move a cell cursor, and typing edits. */
  readonly cellCursor: boolean;
  readonly alternate: boolean;
}

export interface GridListener extends HeaderListener {
  scrolled(horizontal: number, vertical: number): void;
}

/** Height of controls in cells, in CSS pixels. */
const CONTROL = 24;
/** Room above and below the content that rows have at least, together, where nothing else is said. */
const LEAST_ROOM = 4;
/** Widths in the first column of a tree; the style sheet has the same. */
const LEVEL = 16;
const ARROW = 20;

/** Room beside a row number. */
const NUMBER_PADDING = 20;

export class Grid implements RowSetting {
  readonly model: ItemModel;
  readonly options: GridOptions;
  readonly header: Header;
  readonly viewport: Viewport;
  readonly byCell: boolean;
  readonly selects: RowSetting["selects"];
  sortable = false;
  numbered = false;
  /** Whether all text columns can be edited. */
  editable = false;
  /** Room above and below the content of a row; null for the usual. */
  rowSpacing: number | null = null;
  /** A row that must stay in the page: it is being edited. */
  kept: Row | null = null;
  readonly #host: Pick<PartHost<never>, "services" | "isEnabled" | "element">;
  readonly #scroller: Face<HTMLDivElement>;
  readonly #content: Face<HTMLDivElement>;
  #hasHeader: boolean;
  #current: Stop | null = null;
  /** Where the row of the cursor was, for when it goes. */
  #currentAt = 0;
  #stop: Stop | null = null;
  #isFlat = true;
  #drawn = new Map<Row, RowView>();
  /** The drawn rows in order, and where they were when they were drawn. */
  #places = new Map<Row, number>();
  #spare: RowView[] = [];
  /** Widths that follow the content, by column key. */
  readonly #fitted = new Map<string, number>();
  /** Columns whose fitted widths are still to be found. */
  #toFit = new Set<string>();
  /** Columns that were fitted when some of the rows were still on their way. */
  readonly #fittedEarly = new Set<string>();
  #change: "none" | "cells" | "rows" | "order" = "order";

  constructor(
    host: Pick<PartHost<never>, "services" | "isEnabled" | "element">,
    model: ItemModel,
    options: GridOptions,
    listener: GridListener,
  ) {
    this.#host = host;
    this.model = model;
    this.options = options;
    const cells = options.mode === "single-cell" || options.mode === "multiple-cell";
    this.selects = cells ? "cells" : options.mode === "none" ? "nothing" : "rows";
    this.byCell = options.cellCursor || cells;
    this.header = new Header(listener);
    this.viewport = new Viewport(host.services, this.header.element, {
      measured: () => {
        this.#change = this.#change === "none" ? "cells" : this.#change;
        this.render();
      },
      moved: () => this.#draw(false),
      scrolled: (horizontal, vertical) => listener.scrolled(horizontal, vertical),
    });
    const { scroller, content } = this.viewport;
    this.#scroller = new Face(scroller);
    this.#content = new Face(content);
    this.#scroller.attribute("role", options.isTree ? "treegrid" : "grid");
    if (options.mode.startsWith("multiple")) this.#scroller.attribute("aria-multiselectable", true);
    host.element.classList.add("pgw-items");
    host.element.classList.toggle("pgw-alternate", options.alternate);
    this.#hasHeader = options.showHeader && !options.startsBare;
    host.element.classList.toggle("pgw-headerless", !this.#hasHeader);
    host.element.classList.toggle("pgw-by-cell", this.byCell);
    host.element.append(scroller);
    scroller.addEventListener("focusin", (event) => this.#focused(event.target as Element));
  }

  get scroller(): HTMLElement {
    return this.viewport.scroller;
  }

  get isEnabled(): boolean {
    return this.#host.isEnabled;
  }

  /** Its user can do something with the rows: they are all there. */
  get isUsable(): boolean {
    return this.isEnabled && !this.model.isLoading;
  }

  get isTree(): boolean {
    return this.options.isTree;
  }

  get isFlat(): boolean {
    return this.#isFlat;
  }

  get headerRows(): number {
    return this.#hasHeader ? 1 : 0;
  }

  /** Columns were set: the header shows if it is wanted at all. */
  showHeader(): void {
    this.#hasHeader = this.options.showHeader;
    this.#host.element.classList.toggle("pgw-headerless", !this.#hasHeader);
  }

  isEditable(column: Column): boolean {
    return isTyped(column) && (column.editable || this.editable);
  }

  // ---- drawing

  /** Something has changed; it shows with the next `render`. */
  outdate(change: "cells" | "rows" | "order"): void {
    if (change === "order" || this.#change === "none" || this.#change === "cells") this.#change = change;
  }

  /** Draws all that is in view. */
  render(): void {
    if (this.#change === "none") return;
    const { model, viewport } = this;
    const count = model.shownCount;
    const offset = this.#change === "rows" ? this.#anchored() : null;
    if (this.#change !== "cells") this.#isFlat = !this.isTree || model.isFlat;
    this.#change = "none";
    this.#layoutColumns();
    const rowHeight = this.#rowHeight();
    this.#content.style("--row-height", `${rowHeight}px`);
    viewport.setRows(count, rowHeight, offset);
    this.#scroller.attribute("aria-rowcount", count + this.headerRows);
    this.#scroller.attribute("aria-colcount", model.columns.length + (this.numbered ? 1 : 0));
    this.#scroller.attribute("aria-disabled", this.isEnabled ? null : true);
    this.#scroller.attribute("aria-busy", model.isLoading ? true : null);
    this.#keepCurrent();
    this.header.draw({
      columns: model.columns,
      sorting: model.sorting,
      sortable: this.sortable,
      numbered: this.numbered,
      isEnabled: this.isEnabled,
      stop: this.#stop?.row === null ? this.#stop.column : -1,
    });
    this.#draw(true);
    viewport.settle();
  }

  /** Where the view has to be so that its rows stay where they are. */
  #anchored(): number | null {
    const { rows } = this.viewport;
    if (rows.offset === 0) return null;
    const { row: first, hidden } = rows.first;
    for (const [row, before] of this.#places) {
      const now = this.model.placeOf(row);
      if (before < first || now < 0) continue;
      return Math.max(0, (now - (before - first)) * rows.rowHeight + hidden);
    }
    return null;
  }

  #draw(all: boolean): void {
    const { model, viewport } = this;
    if (!viewport.isDisplayed) return;
    const wanted: Row[] = [];
    const { range } = viewport.rows;
    for (const place of range) {
      const row = model.shownAt(place);
      if (row !== undefined) wanted.push(row);
    }
    const [first = 0, last = -1] = [range[0], range.at(-1)];
    for (const row of new Set([this.#stop?.row ?? null, this.kept])) {
      const at = row === null ? -1 : model.placeOf(row);
      if (row === null || at < 0 || (at >= first && at <= last)) continue;
      if (at < first) wanted.unshift(row);
      else wanted.push(row);
    }
    wanted.sort((a, b) => a.at - b.at);
    const before = this.#drawn;
    this.#drawn = new Map();
    this.#places = new Map();
    const stay = new Set(wanted);
    let losesFocus = false;
    for (const [row, view] of before) {
      if (stay.has(row)) continue;
      losesFocus ||= view.element.contains(document.activeElement);
      this.#spare.push(view);
    }
    const staying = new Set<Node>();
    for (const row of wanted) {
      const is = before.get(row);
      if (is !== undefined) staying.add(is.element);
      const view = is ?? this.#spare.pop() ?? new RowView(row);
      this.#drawn.set(row, view);
      this.#places.set(row, row.at);
      if (all || is === undefined || is.top !== viewport.rows.topOf(row.at)) {
        view.draw(row, viewport.rows.topOf(row.at), this);
      }
    }
    this.#arrange(staying);
    for (const view of this.#spare) view.element.remove();
    this.#spare.length = Math.min(this.#spare.length, wanted.length);
    // What was asked for before there was a row to give the focus to.
    const waits = document.activeElement === this.scroller && this.#stop !== null;
    if (losesFocus || waits) this.focus();
  }

  /**
   * Puts the rows into the page in their order. Those that stay are left alone as far as possible: what is put in again
   * is laid out again. The one that has the focus would lose it, and so is never moved.
   */
  #arrange(staying: ReadonlySet<Node>): void {
    const { body } = this.viewport;
    let next = body.firstChild;
    for (const { element } of this.#drawn.values()) {
      while (next !== null && !staying.has(next)) next = next.nextSibling;
      const isFixed = staying.has(element) && element.contains(document.activeElement);
      if (element === next || isFixed) next = element.nextSibling;
      else body.insertBefore(element, next);
    }
  }

  #rowHeight(): number {
    const line = this.viewport.lineHeight;
    const content = this.model.columns.reduce((height, { control, kind, iconSize }) => {
      if (control === "combobox" || control === "button") return Math.max(height, CONTROL, line + 6);
      return kind === "icon" && control === null ? Math.max(height, iconSize) : height;
    }, line);
    if (this.rowSpacing !== null) return Math.max(1, Math.round(content + 2 * this.rowSpacing));
    return Math.round(Math.max(this.viewport.usualRow, content + LEAST_ROOM));
  }

  // ---- columns

  /** Makes columns as wide as their content needs. */
  fit(keys: Iterable<string>): void {
    for (const key of keys) this.#toFit.add(key);
    this.outdate("cells");
  }

  /** These columns have a width again that does not follow the content. */
  unfit(keys: Iterable<string>): void {
    for (const key of keys) {
      this.#fitted.delete(key);
      this.#toFit.delete(key);
    }
  }

  /** Whether the width of a column follows the content. */
  isFitted(key: string): boolean {
    return this.#fitted.has(key);
  }

  /** The rows are all new: widths of columns that follow the content have to be found again. */
  refit(): void {
    for (const { key, width } of this.model.columns) {
      const follows = trackOf(width) === null || this.#fittedEarly.has(key);
      if (follows && this.#fitted.delete(key)) this.#toFit.add(key);
    }
    this.#fittedEarly.clear();
  }

  #layoutColumns(): void {
    const { columns } = this.model;
    const wanted = new Set<string>();
    for (const { key, width } of columns) {
      if (this.#toFit.has(key) || (trackOf(width) === null && !this.#fitted.has(key))) wanted.add(key);
    }
    if (wanted.size > 0 && this.viewport.isDisplayed) {
      for (const [key, width] of this.measure(wanted)) this.#fitted.set(key, width);
      if (this.model.isLoading) for (const key of wanted) this.#fittedEarly.add(key);
      this.#toFit = new Set();
    }
    const tracks = columns.map(({ key, width }, at) => {
      const fitted = this.#fitted.get(key);
      const hasLevels = at === 0 && this.isTree && !this.#isFlat;
      return fitted === undefined ? (trackOf(width, hasLevels) ?? "100px") : `${fitted}px`;
    });
    if (this.numbered) tracks.unshift(`${this.#numberWidth}px`);
    this.#content.style("--columns", tracks.length === 0 ? null : tracks.join(" "));
  }

  /** Widths that columns need for their content, in CSS pixels. Measures. */
  measure(keys: ReadonlySet<string>): Map<string, number> {
    const { scroller, header, model } = this;
    const cell = getComputedStyle(scroller);
    const label = getComputedStyle(header.cellAt(0) ?? header.element);
    const padding = Number.parseFloat(cell.getPropertyValue("--cell-padding")) || 8;
    const indent = this.isTree && !this.#isFlat ? (row: Row) => row.depth * LEVEL + ARROW : () => 0;
    return neededWidths(model.columns, keys, model.root, {
      font: `${cell.fontStyle} ${cell.fontWeight} ${cell.fontSize} ${cell.fontFamily}`,
      headerFont: `${label.fontStyle} ${label.fontWeight} ${label.fontSize} ${label.fontFamily}`,
      padding: 2 * padding,
      sortable: this.sortable,
      indent,
    });
  }

  // ---- where the keyboard is

  /** The row and column that the user works at; null before the first time. */
  get current(): Stop | null {
    return this.#current;
  }

  get isCurrent(): boolean {
    return this.#current !== null;
  }

  get stop(): Stop | null {
    return this.#stop;
  }

  /** Goes to a row, or a cell, or the header (`row: null`). Draws at once. */
  goTo(stop: Stop, byUser: boolean): void {
    this.render();
    const before = this.#current;
    this.#current = stop;
    if (stop.row !== null) {
      this.#currentAt = this.model.placeOf(stop.row);
      this.viewport.reveal(this.#currentAt, byUser);
    }
    this.outdate("cells");
    this.render();
    if (!(this.byCell || stop.row === null) || before?.column === stop.column) return;
    const above = this.header.cellAt(stop.column);
    if (above !== null) this.viewport.revealColumn(above, this.numbered ? this.#numberWidth : 0, byUser);
  }

  /** Width of the row numbers in CSS pixels. */
  get #numberWidth(): number {
    const digits = String(this.model.shownCount).length;
    return Math.ceil(digits * this.viewport.characterWidth) + NUMBER_PADDING;
  }

  /** Puts the focus where the keyboard is. */
  focus(): void {
    this.stopElement.focus({ preventScroll: true });
  }

  /** What Tab leads to. */
  get stopElement(): HTMLElement {
    const stop = this.#stop;
    if (stop === null) return this.scroller;
    if (stop.row === null) return this.header.cellAt(stop.column) ?? this.scroller;
    const view = this.#drawn.get(stop.row);
    if (view === undefined) return this.scroller;
    return this.byCell ? (view.cellAt(stop.column)?.element ?? view.element) : view.element;
  }

  /** Finds out where the keyboard is, after rows or columns have gone. */
  #keepCurrent(): void {
    const last = this.model.columns.length - 1;
    const current = this.#current;
    if (current !== null) {
      let { row } = current;
      if (row !== null && this.model.placeOf(row) < 0) {
        while (row !== null && this.model.placeOf(row) < 0) row = row.parent;
        row ??= this.model.shownAt(Math.min(this.#currentAt, this.model.shownCount - 1)) ?? null;
      }
      const column = Math.max(0, Math.min(current.column, last));
      if (row !== current.row || column !== current.column) this.#current = { row, column };
      if (row !== null) this.#currentAt = row.at;
    }
    this.#stop = this.#current ?? this.#firstStop();
    const canStop = this.#stop !== null && (this.#stop.row !== null || this.headerRows > 0) && last >= 0;
    if (!canStop) this.#stop = null;
    this.#scroller.attribute("tabindex", this.isEnabled ? (this.#stop === null ? 0 : -1) : null);
  }

  /** Where the keyboard comes to first: a selected row, else the first one, else the header. */
  #firstStop(): Stop {
    for (const row of this.model.selection.rows) {
      if (this.model.placeOf(row) >= 0) return { row, column: 0 };
    }
    return { row: this.model.shownAt(0) ?? null, column: 0 };
  }

  /** The focus came to a row, a cell or a control in one by other ways than `focus`. */
  #focused(target: Element): void {
    const view = this.rowOf(target);
    const inHeader = view === null ? this.header.columnOf(target) : -1;
    if (view === null && inHeader < 0) return;
    const cell = view?.cellOf(target) ?? null;
    const current = this.#current;
    const column = view === null ? inHeader : cell === null ? (current?.column ?? 0) : this.columnAt(cell);
    const row = view?.row ?? null;
    const isCovered = cell !== null && cell === view?.cellAt(current?.column ?? -1);
    if (current?.row === row && (current.column === column || isCovered)) return;
    this.#current = { row, column };
    if (row !== null) this.#currentAt = row.at;
    this.outdate("cells");
    this.render();
  }

  // ---- what is where

  viewOf(row: Row): RowView | null {
    return this.#drawn.get(row) ?? null;
  }

  /** The drawn row that an element belongs to. */
  rowOf(element: Element): RowView | null {
    const found = element.closest(".pgw-item-row");
    for (const view of this.#drawn.values()) if (view.element === found) return view;
    return null;
  }

  /** The drawn cell that an element belongs to. */
  cellOf(element: Element): CellView | null {
    return element.closest(".pgw-cell") === null ? null : (this.rowOf(element)?.cellOf(element) ?? null);
  }

  /** Controls of drawn rows. */
  get controls(): HTMLElement[] {
    return [...this.#drawn.values()].flatMap((view) => view.controls);
  }

  columnAt(cell: CellView): number {
    return this.model.columns.indexOf(cell.column);
  }

  end(): void {
    this.viewport.end();
  }
}
