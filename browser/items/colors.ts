/**
 * Colours that a program lays over cells, on four layers: cell, row, column, table.
 * Per channel the first layer that says something counts. Those of cells and rows hang on their rows.
 */
import type { CellStyle, ColorBatch } from "../../generated/browser/types.js";
import { isColor } from "../css.js";
import { eachBelow, type Path, type Row, type Style } from "./row.js";

const known = new Map<string, boolean>();

/** A colour that CSS knows; null for all else, which says nothing. */
function color(text: string | null | undefined): string | null {
  if (text === null || text === undefined || text === "") return null;
  let good = known.get(text);
  if (good === undefined) {
    good = isColor(text);
    known.set(text, good);
  }
  return good ? text : null;
}

/** null when no channel says anything. */
export function makeStyle(given: CellStyle | null): Style | null {
  const style = { fg: color(given?.fg), bg: color(given?.bg), bold: given?.bold ?? null };
  return style.fg === null && style.bg === null && style.bold === null ? null : style;
}

const NOTHING: Style = { fg: null, bg: null, bold: null };

export class Colors {
  readonly #columns = new Map<string, Style>();
  #table: Style | null = null;

  /** What a cell looks like, all layers together. */
  of(row: Row, column: string): Style {
    const { marks } = row;
    if (marks === null && this.#columns.size === 0) return this.#table ?? NOTHING;
    const layers = [marks?.cells?.get(column), marks?.style, this.#columns.get(column), this.#table];
    const found: { fg: string | null; bg: string | null; bold: boolean | null } = { ...NOTHING };
    for (const layer of layers) {
      found.fg ??= layer?.fg ?? null;
      found.bg ??= layer?.bg ?? null;
      found.bold ??= layer?.bold ?? null;
    }
    return found;
  }

  setCell(row: Row, column: string, style: Style | null): void {
    if (style === null) row.marks?.cells?.delete(column);
    else {
      row.marks ??= { style: null, cells: null };
      row.marks.cells ??= new Map();
      row.marks.cells.set(column, style);
    }
  }

  setRow(row: Row, style: Style | null): void {
    if (row.marks !== null) row.marks.style = style;
    else if (style !== null) row.marks = { style, cells: null };
  }

  setColumn(column: string, style: Style | null): void {
    if (style === null) this.#columns.delete(column);
    else this.#columns.set(column, style);
  }

  setTable(style: Style | null): void {
    this.#table = style;
  }

  /** A column is gone: its colours and those of its cells go. */
  dropColumn(root: Row, column: string): void {
    this.#columns.delete(column);
    eachBelow(root, (row) => row.marks?.cells?.delete(column));
  }

  clear(root: Row): void {
    eachBelow(root, (row) => {
      row.marks = null;
    });
    this.#columns.clear();
    this.#table = null;
  }

  /** Many in one go; entries for rows or columns that are not there are skipped. */
  apply(
    batch: ColorBatch,
    root: Row,
    rowOf: (path: Path) => Row | null,
    has: (column: string) => boolean,
  ): void {
    if (batch.clear === true) this.clear(root);
    for (const entry of batch.cells ?? []) {
      const row = rowOf(entry.path);
      if (row !== null && has(entry.col_key)) this.setCell(row, entry.col_key, makeStyle(entry));
    }
    for (const entry of batch.rows ?? []) {
      const row = rowOf(entry.path);
      if (row !== null) this.setRow(row, makeStyle(entry));
    }
    for (const entry of batch.columns ?? []) {
      if (has(entry.col_key)) this.setColumn(entry.col_key, makeStyle(entry));
    }
    if (batch.table !== undefined) this.setTable(makeStyle(batch.table));
  }
}

const texts = new Map<string, string | null>();
let canvas: CanvasRenderingContext2D | null = null;

/**
 * A text colour that can be read on a ground for which the program has named none, so that a light ground is
 * legible in a dark page too; null where the theme's will do, since the ground is not opaque.
 */
export function textOn(ground: string): string | null {
  const before = texts.get(ground);
  if (before !== undefined) return before;
  canvas ??= document.createElement("canvas").getContext("2d");
  let found: string | null = null;
  if (canvas !== null) {
    canvas.fillStyle = "#000000";
    canvas.fillStyle = ground;
    const hex = /^#(..)(..)(..)$/.exec(canvas.fillStyle);
    if (hex !== null) {
      // Relative luminance; at this one black and white stand out alike.
      const [r = 0, g = 0, b = 0] = hex.slice(1).map((part) => {
        const share = Number.parseInt(part, 16) / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      found = 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? "#111418" : "#ffffff";
    }
  }
  texts.set(ground, found);
  return found;
}
