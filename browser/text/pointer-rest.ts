/**
 * Tells where the pointer rests in a text, and shows a small box with what the program answers.
 */
import type { EditorView } from "@codemirror/view";
import { place } from "../place.js";

/** Milliseconds that the pointer rests before it is told. */
const REST = 400;

export interface Rest {
  /** Line and column from 0. */
  readonly line: number;
  readonly col: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

export class PointerRest {
  readonly #view: EditorView;
  readonly #rested: (rest: Rest) => void;
  #enabled = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #box: HTMLElement | null = null;
  /** Where the pointer rests, once it was told. */
  #told: Point | null = null;
  /** Where it rested before: what the program answers to that comes too late. */
  #left: Point | null = null;

  constructor(view: EditorView, rested: (rest: Rest) => void) {
    this.#view = view;
    this.#rested = rested;
    const { contentDOM, scrollDOM } = view;
    contentDOM.addEventListener("pointermove", (event) => this.#moved(event));
    for (const type of ["pointerleave", "pointerdown", "keydown"]) {
      contentDOM.addEventListener(type, () => this.#leave());
    }
    scrollDOM.addEventListener("scroll", () => this.#leave(), { passive: true });
  }

  enable(on: boolean): void {
    this.#enabled = on;
    if (!on) this.hide();
  }

  /** Shows a text a little right of and below a point of the viewport. */
  show(text: string, x: number, y: number): void {
    if (this.#left?.x === x && this.#left.y === y) return;
    this.#box?.remove();
    const box = document.createElement("div");
    box.className = "pgw-tooltip pgw-source-tooltip";
    box.popover = "manual";
    box.role = "tooltip";
    box.textContent = text;
    document.body.append(box);
    box.showPopover();
    place(box, { left: x + 12, top: y, width: 0, height: 16 }, "below");
    this.#box = box;
  }

  /** Takes the box away and waits no longer. */
  hide(): void {
    clearTimeout(this.#timer);
    this.#box?.remove();
    this.#box = null;
  }

  #leave(): void {
    this.hide();
    this.#left = this.#told ?? this.#left;
    this.#told = null;
  }

  #moved({ clientX: x, clientY: y, pointerType, buttons }: PointerEvent): void {
    if (!this.#enabled || pointerType === "touch") return;
    this.#leave();
    if (buttons === 0) this.#timer = setTimeout(() => this.#rest(x, y), REST);
  }

  #rest(x: number, y: number): void {
    const view = this.#view;
    // In an empty place it is no line that the pointer rests on.
    if (y < view.documentTop || y > view.documentTop + view.contentHeight) return;
    const at = view.posAtCoords({ x, y }, false);
    const { number, from, text } = view.state.doc.lineAt(at);
    this.#told = { x, y };
    if (this.#left?.x === x && this.#left.y === y) this.#left = null;
    this.#rested({ line: number - 1, col: at - from, text, x, y });
  }
}
