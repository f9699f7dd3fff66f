/**
 * Copy, cut and paste of a tree or table, as text with tabs between cells and a line per row.
 * By keys it goes through the clipboard events of the browser, which need neither a permission nor a secure page;
 * what the program asks for goes through the clipboard interface.
 */
import type { TreeViewEvents } from "../../generated/browser/contracts.js";
import type { PartHost } from "../lazy.js";
import { type Column, isTyped } from "./columns.js";
import type { Editor } from "./editor.js";
import type { Grid } from "./grid.js";
import { cellOf, type Row } from "./row.js";
import type { User } from "./user.js";
import { emptyValue, plainText, readValue } from "./values.js";

interface Cell {
  readonly row: Row;
  readonly column: Column;
}

export class Clipboard {
  readonly #host: Pick<PartHost<TreeViewEvents>, "emit">;
  readonly #grid: Grid;
  readonly #user: User;
  readonly #editor: Editor;

  constructor(host: Pick<PartHost<TreeViewEvents>, "emit">, grid: Grid, user: User, editor: Editor) {
    this.#host = host;
    this.#grid = grid;
    this.#user = user;
    this.#editor = editor;
    const { scroller } = grid;
    scroller.addEventListener("copy", (event) => this.#give(event, false));
    scroller.addEventListener("cut", (event) => this.#give(event, true));
    scroller.addEventListener("paste", (event) => this.#take(event));
    // Without this some browsers see nothing to copy where no text is marked.
    for (const type of ["beforecopy", "beforecut", "beforepaste"]) {
      scroller.addEventListener(type, (event) => {
        if (!this.#isOthers(event)) event.preventDefault();
      });
    }
  }

  /** As by its user; does nothing where nothing is selected. */
  copy(): Promise<void> {
    return this.#write(false);
  }

  cut(): Promise<void> {
    return this.#write(true);
  }

  async paste(): Promise<void> {
    let text: string;
    try {
      text = await navigator.clipboard.readText();
    } catch {
      // The browser or its user does not let the page read it.
      return;
    }
    this.#paste(text);
  }

  async #write(cuts: boolean): Promise<void> {
    const text = this.#text();
    if (text === null) return;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // A page that is not secure may still copy right after a deed of its user.
      if (!this.#copyByCommand(text)) return;
    }
    this.#told(text, cuts);
  }

  #copyByCommand(text: string): boolean {
    const give = (event: ClipboardEvent) => {
      event.clipboardData?.setData("text/plain", text);
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    document.addEventListener("copy", give, { capture: true, once: true });
    const done = document.execCommand("copy");
    document.removeEventListener("copy", give, { capture: true });
    return done;
  }

  /** Marked text, and fields in cells, have a clipboard of their own. */
  #isOthers(event: Event): boolean {
    const marked = getSelection();
    const isMarked =
      marked !== null && !marked.isCollapsed && this.#grid.scroller.contains(marked.anchorNode);
    return this.#editor.contains(event.target) || isMarked || !this.#grid.isUsable;
  }

  #give(event: ClipboardEvent, cuts: boolean): void {
    if (this.#isOthers(event)) return;
    const text = this.#text();
    event.preventDefault();
    if (text === null) return;
    event.clipboardData?.setData("text/plain", text);
    this.#told(text, cuts);
  }

  #take(event: ClipboardEvent): void {
    if (this.#isOthers(event)) return;
    event.preventDefault();
    this.#paste(event.clipboardData?.getData("text/plain") ?? "");
  }

  /** The text is on the clipboard. */
  #told(text: string, cuts: boolean): void {
    if (!cuts) {
      this.#host.emit("copy", text);
      return;
    }
    for (const { row, column } of this.#cells()) {
      if (this.#isWritable(column)) this.#user.write(row, column, emptyValue(column));
    }
    this.#grid.render();
    this.#host.emit("cut", text);
  }

  /** Columns with a control or icons can be written when the program has marked them so. */
  #isWritable(column: Column): boolean {
    return isTyped(column) ? this.#grid.isEditable(column) : column.editable;
  }

  /** The selected cells that are in view; where rows are selected all their cells. */
  #cells(): Cell[] {
    const { model, selects, current } = this.#grid;
    if (selects === "cells") return model.selectedCells;
    const rows = [...model.selection.rows].filter((row) => model.placeOf(row) >= 0);
    rows.sort((a, b) => a.at - b.at);
    if (rows.length > 0) return rows.flatMap((row) => model.columns.map((column) => ({ row, column })));
    const row = current?.row ?? null;
    // Where nothing can be selected the cursor says what is meant.
    if (selects !== "nothing" || row === null || !this.#grid.options.cellCursor) return [];
    return [{ row, column: this.#user.columnAt(row, current?.column ?? 0) }];
  }

  /** The smallest rectangle that holds what is selected; what is not is empty in it. null for nothing. */
  #text(): string | null {
    const cells = this.#cells();
    const [first] = cells;
    const last = cells.at(-1);
    if (first === undefined || last === undefined) return null;
    const { columns, shown } = this.#grid.model;
    const places = cells.map(({ column }) => columns.indexOf(column));
    let [from, to] = [columns.length, 0];
    for (const place of places) {
      from = Math.min(from, place);
      to = Math.max(to, place);
    }
    const lines: string[][] = shown
      .slice(first.row.at, last.row.at + 1)
      .map(() => new Array<string>(to - from + 1).fill(""));
    cells.forEach(({ row, column }, i) => {
      const line = lines[row.at - first.row.at];
      const text = plainText(cellOf(row, column.key));
      // A tab or a new line inside a value would look like the next cell.
      if (line !== undefined) line[(places[i] as number) - from] = text.replace(/[\t\r\n]+/g, " ");
    });
    return lines.map((line) => line.join("\t")).join("\n");
  }

  /** Writes a text from the first selected cell on, as far as there are rows and columns. */
  #paste(text: string): void {
    const [first] = this.#cells();
    const { model } = this.#grid;
    if (first === undefined || text === "" || !this.#grid.isUsable) return;
    const left = Math.min(...this.#cells().map(({ column }) => model.columns.indexOf(column)));
    const lines = text.replace(/(\r\n?|\n)+$/, "").split(/\r\n?|\n/);
    // Writing may sort rows elsewhere: which ones are meant is decided before.
    const rows = model.shown.slice(first.row.at, first.row.at + lines.length);
    rows.forEach((row, i) => {
      (lines[i] ?? "").split("\t").forEach((part, j) => {
        const column = model.columns[left + j];
        if (column === undefined || !this.#isWritable(column)) return;
        const value = readValue(column, part);
        if (value !== undefined) this.#user.write(row, column, value);
      });
    });
    this.#grid.render();
    this.#host.emit("paste", text);
  }
}
