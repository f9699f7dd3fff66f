/**
 * How wide columns must be for all that is in them.
 * Made from the widths of single characters, which find the few texts that are worth measuring as a whole.
 */
import { contentKind } from "./cell-content.js";
import type { Column } from "./columns.js";
import { cellOf, eachBelow, type Row } from "./row.js";
import { shownValue } from "./row-view.js";
import { shownText } from "./values.js";

/** Pixels of what is no text. */
const MARK = 16;
const CHECKBOX = 18;
const PROGRESS = 72;
const COMBOBOX_FRAME = 34;
const BUTTON_FRAME = 22;
const SORT_ARROW = 20;
/** Room for what the sum of characters cannot know. */
const SLACK = 2;
/** Texts of a column that are measured as a whole. */
const CANDIDATES = 4;

class Ruler {
  readonly #context: CanvasRenderingContext2D | null;
  readonly #characters = new Map<string, number>();
  readonly #ascii = new Float64Array(128).fill(-1);

  constructor(font: string) {
    this.#context = document.createElement("canvas").getContext("2d");
    if (this.#context !== null) this.#context.font = font;
  }

  width(text: string): number {
    return this.#context?.measureText(text).width ?? 0;
  }

  /** The widths of the characters added up. */
  sum(text: string): number {
    let sum = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      sum += code < 128 ? this.#width128(code) : this.#widthOf(text.charAt(i));
    }
    return sum;
  }

  #width128(code: number): number {
    if ((this.#ascii[code] as number) < 0) this.#ascii[code] = this.width(String.fromCharCode(code));
    return this.#ascii[code] as number;
  }

  #widthOf(character: string): number {
    const known = this.#characters.get(character);
    if (known !== undefined) return known;
    const width = this.width(character);
    this.#characters.set(character, width);
    return width;
  }
}

/** The widest of many texts, with what stands beside each. */
class Widest {
  readonly #ruler: Ruler;
  #found: { readonly text: string; readonly beside: number; readonly sum: number }[] = [];

  constructor(ruler: Ruler) {
    this.#ruler = ruler;
  }

  add(text: string, beside: number): void {
    const sum = this.#ruler.sum(text) + beside;
    const found = this.#found;
    if (found.length === CANDIDATES && sum <= (found.at(-1)?.sum ?? 0)) return;
    found.push({ text, beside, sum });
    found.sort((a, b) => b.sum - a.sum);
    if (found.length > CANDIDATES) found.pop();
  }

  get width(): number {
    return Math.max(0, ...this.#found.map(({ text, beside }) => this.#ruler.width(text) + beside));
  }
}

export interface WidthSetting {
  readonly font: string;
  readonly headerFont: string;
  /** Padding of a cell and of a header, both sides together. */
  readonly padding: number;
  readonly sortable: boolean;
  /** Pixels for the arrow and the level of a row in the first column. */
  indent(row: Row): number;
}

/** Widths in CSS pixels by column key; rows below closed ones count as well. */
export function neededWidths(
  columns: readonly Column[],
  wanted: ReadonlySet<string>,
  root: Row,
  setting: WidthSetting,
): Map<string, number> {
  const ruler = new Ruler(setting.font);
  const headerRuler = new Ruler(setting.headerFont);
  const widths = new Map<string, number>();
  columns.forEach((column, at) => {
    if (!wanted.has(column.key)) return;
    const next = columns[at + 1];
    const widest = new Widest(ruler);
    for (const choice of column.control === "combobox" ? column.choices : []) {
      widest.add(String(choice), COMBOBOX_FRAME);
    }
    eachBelow(root, (row) => {
      const value = shownValue(row, column, at);
      if (value === undefined && column.control === null) return;
      // A cell that goes on over the next column does not widen its own.
      if (next !== undefined && next.control === null && cellOf(row, next.key) === undefined) return;
      const beside = at === 0 ? setting.indent(row) : 0;
      const kind = contentKind(column, value);
      if (kind === "text") widest.add(shownText(value), beside);
      else if (kind === "combobox") widest.add(shownText(value), beside + COMBOBOX_FRAME);
      else if (kind === "button") widest.add(shownText(value) || (column.text ?? ""), beside + BUTTON_FRAME);
      else if (kind === "icon") widest.add("", beside + column.iconSize);
      else widest.add("", beside + (kind === "mark" ? MARK : kind === "progress" ? PROGRESS : CHECKBOX));
    });
    const header = headerRuler.width(column.label) + (setting.sortable ? SORT_ARROW : 0);
    widths.set(column.key, Math.ceil(Math.max(widest.width, header) + setting.padding + SLACK));
  });
  return widths;
}
