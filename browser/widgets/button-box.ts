/**
 * ButtonBox: a line of buttons that are all as wide as the widest one, with the group at a place along the box.
 * Made as a grid with equal columns inside a flex line, so that a new caption, font or picture needs no code.
 */
import "./button-box.css";
import type { ButtonBoxArgs, ButtonBoxContract, ButtonBoxEvents } from "../../generated/browser/contracts.js";
import { BaseContainer } from "../container.js";
import { defineWidget } from "../registry.js";
import type { WidgetInit } from "../services.js";
import { px } from "../units.js";
import type { BaseWidget } from "../widget.js";

/** Left is the start of the line, whatever its direction. */
const ALONG: Readonly<Record<string, string>> = {
  left: "flex-start",
  center: "safe center",
  right: "safe flex-end",
};
/** Words for the place across the line, by its direction. */
const ACROSS: Readonly<Record<"horizontal" | "vertical", Readonly<Record<string, string>>>> = {
  horizontal: { top: "flex-start", center: "center", bottom: "flex-end" },
  vertical: { left: "flex-start", center: "center", right: "flex-end" },
};

interface Cell {
  readonly element: HTMLElement;
  stretch: number;
}

class ButtonBox extends BaseContainer<ButtonBoxEvents> implements ButtonBoxContract {
  readonly #orientation: "horizontal" | "vertical";
  readonly #cells = new Map<BaseWidget, Cell>();
  /** Some children grow and others do not, or not as much: then the room left over is shared out by hand. */
  #uneven = false;
  /** Width inside the padding, and of the group without what is shared out. */
  #room = 0;
  #natural = 0;
  readonly #group = { element: this.slot, measured: (width: number) => this.#groupSized(width) };

  constructor(init: WidgetInit, { orientation, halign, min_button_width }: ButtonBoxArgs) {
    const group = document.createElement("div");
    super(init, document.createElement("div"), group);
    this.#orientation = orientation;
    this.element.classList.add(`pgw-${orientation}`);
    group.className = "pgw-button-group";
    if (min_button_width !== null && min_button_width > 0) {
      this.element.classList.add("pgw-least-width");
      this.element.style.setProperty("--button-width", px(min_button_width));
    }
    this.element.append(group);
    this.setHalign(halign);
  }

  addWidget(child: BaseWidget, stretch: number | null = 0): void {
    this.#add(child, stretch);
  }

  insertWidget(index: number, child: BaseWidget, stretch: number | null = 0): void {
    const present = this.children.indexOf(child);
    if (present >= 0 && present !== index) this.remove(child);
    this.#add(child, stretch, present >= 0 && present < index ? index - 1 : index);
  }

  setSpacing(gap = 0): void {
    this.slot.style.gap = px(gap);
  }

  setHalign(halign: string): void {
    this.element.style.justifyContent = ALONG[halign] ?? ALONG.center ?? "";
  }

  /** With a word of the other direction the group fills the box, as without any. */
  setAlign(align: string): void {
    const place = ACROSS[this.#orientation][align] ?? "";
    this.slot.style.alignSelf = place;
    this.slot.style.alignItems = this.#orientation === "horizontal" ? place : "";
  }

  protected override insertElement(child: BaseWidget, before: BaseWidget | null): void {
    const element = document.createElement("div");
    element.className = "pgw-button-cell";
    element.append(child.element);
    this.#cells.set(child, { element, stretch: 0 });
    this.slot.insertBefore(element, before === null ? null : (this.#cells.get(before)?.element ?? null));
  }

  protected override removeElement(child: BaseWidget): void {
    super.removeElement(child);
    this.#cells.get(child)?.element.remove();
    this.#cells.delete(child);
    this.requestRender();
  }

  protected override render(): void {
    const shares = [...this.#cells].map(([child, cell]) => this.#shareOf(child, cell));
    const most = Math.max(0, ...shares);
    const horizontal = this.#orientation === "horizontal";
    const even = shares.every((share) => share === most);
    this.#uneven = horizontal && !even;
    this.element.classList.toggle("pgw-uneven", this.#uneven);
    this.slot.style.flexGrow = most > 0 && (even || !horizontal) ? "1" : "";
    let i = 0;
    for (const { element } of this.#cells.values()) {
      const share = shares[i++] ?? 0;
      element.style.flexGrow = horizontal ? "" : String(share);
    }
    if (this.#uneven) {
      this.watchSize();
      this.services.sizes.watch(this.#group);
    } else {
      this.services.sizes.unwatch(this.#group);
    }
    this.#shareOut();
  }

  protected override sized(_width: number, _height: number): void {
    if (!this.#uneven) return;
    const { paddingLeft, paddingRight } = getComputedStyle(this.element);
    this.#room = this.element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
    this.requestRender();
  }

  protected override disposed(): void {
    this.services.sizes.unwatch(this.#group);
  }

  #groupSized(width: number): void {
    this.#natural = width;
    this.requestRender();
  }

  #add(child: BaseWidget, stretch: number | null, index?: number): void {
    // Its own width counts for the widest, and it fills its cell in any case. Short of room its text wraps.
    this.adopt(child, { main: "row", style: { flex: "1 1 auto" } }, index);
    const cell = this.#cells.get(child);
    if (cell !== undefined) cell.stretch = Math.max(0, stretch ?? 0);
    this.requestRender();
  }

  /** Share of the room left over; a child that asks to expand along the box gets an equal one. */
  #shareOf(child: BaseWidget, { stretch }: Cell): number {
    if (stretch > 0) return stretch;
    return child.getExpanding()[this.#orientation === "horizontal" ? 0 : 1] ? 1 : 0;
  }

  /** Makes the children that grow wider than their columns, and moves those behind them along. */
  #shareOut(): void {
    const shown = [...this.#cells].filter(([child]) => child.isVisible());
    const total = shown.reduce((sum, [child, cell]) => sum + this.#shareOf(child, cell), 0);
    const spare = this.#uneven && total > 0 ? Math.max(0, this.#room - this.#natural) : 0;
    let shift = 0;
    for (const [child, cell] of shown) {
      const { style } = cell.element;
      const extra = total > 0 ? (spare * this.#shareOf(child, cell)) / total : 0;
      style.width = extra > 0 ? `calc(100% + ${px(extra)})` : "";
      style.insetInlineStart = shift > 0 ? px(shift) : "";
      shift += extra;
    }
  }
}

defineWidget("ButtonBox", ButtonBox);
