/**
 * A table or tree by bare DOM calls: the elements that ours has drawn, made again, and moved to where the view is.
 * It knows its rows as plain data and does nothing but write texts and places.
 */
import { build, type Plan } from "./plan.js";

/** Rows that are drawn beyond each edge, as many as ours draws. */
const BEYOND = 6;

/** Cells by row and column. */
export type Rows = readonly (readonly unknown[])[];

interface DrawnRow {
  readonly element: HTMLElement;
  readonly texts: readonly Text[];
  place: number;
}

export class BareRows {
  readonly element: HTMLElement;
  readonly scroller: HTMLElement;
  readonly #body: HTMLElement;
  readonly #rowHeight: number;
  readonly #drawn: DrawnRow[];
  #rows: Rows;
  #current = 0;

  /** @param plan - The element of a TableView or TreeView with its first rows drawn. */
  constructor(plan: Plan, rows: Rows, rowHeight: number) {
    this.element = build(plan) as HTMLElement;
    this.scroller = this.element.querySelector<HTMLElement>(".pgw-items-scroller") as HTMLElement;
    this.#body = this.element.querySelector<HTMLElement>(".pgw-items-body") as HTMLElement;
    this.#rows = rows;
    this.#rowHeight = rowHeight;
    this.#drawn = [...this.#body.children].map((row, place) => ({
      element: row as HTMLElement,
      texts: [...row.querySelectorAll("[role=gridcell]")].map(textOf),
      place,
    }));
    this.scroller.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    this.scroller.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown") this.#moveDown();
    });
  }

  /** Shows other rows from the top: sorted, or with some closed. */
  show(rows: Rows): void {
    this.#rows = rows;
    this.#body.style.blockSize = `${rows.length * this.#rowHeight}px`;
    for (const row of this.#drawn) this.#fill(row);
  }

  /** Writes the text of a cell in a row that is in view. */
  setText(row: number, column: number, text: string): void {
    const drawn = this.#drawn[row]?.texts[column];
    if (drawn !== undefined) drawn.data = text;
  }

  /** Gives all cells of a row that is in view their colour. */
  setColor(row: number, color: string): void {
    const cells = this.#drawn[row]?.element.children ?? [];
    for (const cell of cells) (cell as HTMLElement).style.setProperty("--cell-bg", color);
  }

  focus(): void {
    this.#mark(true);
  }

  #moveDown(): void {
    this.#mark(false);
    this.#current++;
    this.#mark(true);
  }

  #mark(on: boolean): void {
    const cell = this.#drawn[this.#current]?.element.firstElementChild as HTMLElement | null | undefined;
    if (!cell) return;
    cell.tabIndex = on ? 0 : -1;
    cell.classList.toggle("pgw-cursor", on);
    if (on) cell.focus({ preventScroll: true });
  }

  #scrolled(): void {
    const first = Math.max(0, Math.floor(this.scroller.scrollTop / this.#rowHeight) - BEYOND);
    const wanted = new Set(this.#drawn.map((_, i) => Math.min(first + i, this.#rows.length - 1)));
    const free: DrawnRow[] = [];
    for (const row of this.#drawn) if (!wanted.delete(row.place)) free.push(row);
    for (const place of wanted) {
      const row = free.pop();
      if (row === undefined) return;
      row.place = place;
      this.#fill(row);
    }
  }

  #fill({ element, texts, place }: DrawnRow): void {
    const row = this.#rows[place];
    element.style.top = `${place * this.#rowHeight}px`;
    element.hidden = row === undefined;
    texts.forEach((text, column) => {
      text.data = String(row?.[column] ?? "");
    });
  }
}

/** The text of a cell; one is put in where it has none. */
function textOf(cell: Element): Text {
  const found = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT).nextNode();
  if (found instanceof Text) return found;
  const made = document.createTextNode("");
  cell.append(made);
  return made;
}
