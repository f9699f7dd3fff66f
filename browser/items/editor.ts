/**
 * The field in which a cell is edited in place. It lies in its cell, so it moves with its row; what the program
 * changes meanwhile leaves it alone, unless the row or column goes.
 */
import { columnName } from "./cell-content.js";
import type { Column } from "./columns.js";
import type { Grid } from "./grid.js";
import { cellOf, type Row } from "./row.js";
import type { User } from "./user.js";
import { readValue, shownText } from "./values.js";

/** Where editing goes on after the field is closed. */
export type Onward = "stay" | "down" | "up" | "next" | "previous" | "left" | "right";

interface Editing {
  readonly row: Row;
  readonly key: string;
  readonly input: HTMLInputElement;
  /** The text that it began with. */
  readonly text: string;
  /** It was opened by typing: arrows leave it. */
  readonly typed: boolean;
}

export class Editor {
  readonly #grid: Grid;
  readonly #user: User;
  /** The field was closed by a key, and the keyboard goes on from its cell. */
  readonly #left: (onward: Onward) => void;
  #editing: Editing | null = null;

  constructor(grid: Grid, user: User, left: (onward: Onward) => void) {
    this.#grid = grid;
    this.#user = user;
    this.#left = left;
  }

  get isOpen(): boolean {
    return this.#editing !== null;
  }

  contains(element: EventTarget | null): boolean {
    return this.#editing !== null && this.#editing.input === element;
  }

  /** Opens it in a cell that is drawn. `typed`: empty, for the character that is just being typed. */
  open(row: Row, column: Column, typed: boolean): boolean {
    this.close(true);
    const grid = this.#grid;
    const at = grid.model.columns.indexOf(column);
    const cell = grid.viewOf(row)?.cellAt(at) ?? null;
    if (cell === null || !grid.isEditable(column) || !grid.isUsable) return false;
    const input = document.createElement("input");
    input.className = `pgw-cell-editor pgw-${column.align}`;
    input.type = "text";
    input.autocomplete = "off";
    input.spellcheck = false;
    input.setAttribute("aria-label", columnName(column, at));
    if (column.kind === "integer" || column.kind === "float") input.inputMode = "decimal";
    const text = shownText(cellOf(row, column.key));
    this.#editing = { row, key: column.key, input, text, typed };
    grid.kept = row;
    input.addEventListener("keydown", (event) => this.#key(event));
    input.addEventListener("blur", () => {
      // Another window has the focus now; it comes back to the field.
      if (document.activeElement !== input) this.close(true);
    });
    cell.element.append(input);
    if (!typed) {
      input.value = text;
      input.select();
    }
    input.focus({ preventScroll: true });
    return true;
  }

  /** Takes the field away; with `commit` what was typed is kept, if it means something in its column. */
  close(commit: boolean): void {
    const editing = this.#editing;
    if (editing === null) return;
    this.#editing = null;
    const { row, key, input, text } = editing;
    const grid = this.#grid;
    grid.kept = null;
    const had = document.activeElement === input;
    const typed = input.value;
    input.remove();
    const column = grid.model.column(key);
    if (commit && typed !== text && column !== null && grid.model.has(row)) {
      const value = readValue(column, typed);
      if (value !== undefined) this.#user.change(row, column, value);
    }
    if (had) grid.focus();
  }

  /** After the model has changed: gives up when the cell is gone, may be edited no more, or was hidden. */
  check(): void {
    const editing = this.#editing;
    if (editing === null) return;
    const { model } = this.#grid;
    const { row, key, input } = editing;
    const column = model.column(key);
    const there = model.has(row) && model.placeOf(row) >= 0;
    if (column === null || !there || !this.#grid.isEditable(column) || !this.#grid.isEnabled) {
      this.close(false);
      return;
    }
    const cell = this.#grid.viewOf(row)?.cellAt(model.columns.indexOf(column)) ?? null;
    // The cell was made anew, because another one had covered it.
    if (cell !== null && !cell.element.contains(input)) {
      cell.element.append(input);
      input.focus({ preventScroll: true });
    }
  }

  #key(event: KeyboardEvent): void {
    // Nothing of what is typed here is a key of the table.
    event.stopPropagation();
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey || event.metaKey) return;
    const onward = this.#onward(event);
    if (onward === null) return;
    event.preventDefault();
    this.close(event.key !== "Escape");
    this.#left(onward);
  }

  #onward({ key, shiftKey }: KeyboardEvent): Onward | null {
    if (key === "Escape") return "stay";
    if (key === "Enter") return shiftKey ? "up" : "down";
    if (key === "Tab") return shiftKey ? "previous" : "next";
    if (this.#editing?.typed !== true || shiftKey) return null;
    const arrows: Readonly<Record<string, Onward>> = {
      ArrowDown: "down",
      ArrowUp: "up",
      ArrowLeft: "left",
      ArrowRight: "right",
    };
    return arrows[key] ?? null;
  }
}
