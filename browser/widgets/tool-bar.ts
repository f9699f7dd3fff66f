/**
 * ToolBar: a strip of actions and any other widgets; what does not fit is behind the last button.
 * Made from its contract.
 */
import "./tool-bar.css";
import type {
  ToolBarActionArgs,
  ToolBarArgs,
  ToolBarContract,
  ToolBarEvents,
} from "../../generated/browser/contracts.js";
import type { ToolBarEntryOptions } from "../../generated/browser/types.js";
import { BaseContainer } from "../container.js";
import { icon } from "../icons.js";
import { Fitting } from "../menus/fitting.js";
import { type MenuRow, panelOf } from "../menus/panel.js";
import { Roving } from "../menus/roving.js";
import { type MenuSession, openSession } from "../menus/session.js";
import { firstStop, usesArrow } from "../menus/stops.js";
import { widgetRow } from "../menus/widget-row.js";
import { defineWidget, makeWidget } from "../registry.js";
import type { WidgetInit } from "../services.js";
import { say } from "../strings.js";
import { setTooltip } from "../tooltips.js";
import type { BaseWidget } from "../widget.js";
import { DropDown, type DropDownOptions } from "./bases/drop-down.js";
import { type ActionHolder, ToolBarAction } from "./tool-bar-action.js";

class ToolBar extends BaseContainer<ToolBarEvents> implements ToolBarContract, ActionHolder {
  readonly #vertical: boolean;
  /** What stands in the strip for each widget. */
  readonly #cells = new Map<BaseWidget, HTMLElement>();
  readonly #more = document.createElement("button");
  readonly #fitting: Fitting;
  readonly #roving = new Roving(() => this.#buttons());
  #session: MenuSession | null = null;

  constructor(init: WidgetInit, { orientation }: ToolBarArgs) {
    const line = document.createElement("div");
    super(init, document.createElement("div"), line);
    const { element } = this;
    this.#vertical = orientation === "vertical";
    element.classList.add(this.#vertical ? "pgw-vertical" : "pgw-horizontal");
    element.setAttribute("role", "toolbar");
    element.setAttribute("aria-orientation", this.#vertical ? "vertical" : "horizontal");
    this.#more.className = "pgw-tool-bar-action pgw-more";
    this.#more.tabIndex = -1;
    line.append(this.#more);
    element.append(line);
    this.#fitting = new Fitting({
      line,
      more: this.#more,
      vertical: this.#vertical,
      sizes: init.services.sizes,
      updates: init.services.updates,
      moreNeeded: () => this.#prepareMore(),
      changed: () => this.#roving.refresh(),
    });
    element.addEventListener("keydown", (event) => this.#key(event), { capture: true });
    element.addEventListener("focusin", (event) => {
      const target = event.target as HTMLElement;
      if (this.#buttons().includes(target)) this.#roving.goTo(target);
    });
  }

  // ---- the contract ----

  /** One that is here already goes to the end. */
  addWidget(child: BaseWidget): void {
    if (this.#cells.has(child)) this.moveToEnd(child);
    this.adopt(child, { main: this.#vertical ? "column" : "row" });
    this.requestRender();
  }

  addSeparator(): void {
    const line = document.createElement("div");
    line.className = "pgw-tool-separator";
    line.setAttribute("role", "separator");
    line.setAttribute("aria-orientation", this.#vertical ? "horizontal" : "vertical");
    this.#append(line);
  }

  addSpacer(): void {
    const gap = document.createElement("div");
    gap.className = "pgw-tool-spacer";
    this.#append(gap);
  }

  addAction(text: string | ToolBarEntryOptions | null = null, options: ToolBarEntryOptions = {}): BaseWidget {
    const first = typeof text === "object" ? (text ?? {}) : { text };
    const action = makeWidget(this.services, "ToolBarAction", {
      ...first,
      ...options,
    } as Partial<ToolBarActionArgs>);
    this.addWidget(action);
    return action;
  }

  // ---- its widgets ----

  actionChanged(): void {
    this.#roving.refresh();
  }

  protected override insertElement(child: BaseWidget): void {
    const cell = document.createElement("div");
    cell.className = "pgw-tool-cell";
    cell.append(child.element);
    this.#cells.set(child, cell);
    this.#append(cell);
    this.#fitting.add(cell);
  }

  protected override moveElementToEnd(child: BaseWidget): void {
    const cell = this.#cells.get(child);
    if (cell !== undefined) this.#append(cell);
  }

  protected override removeElement(child: BaseWidget): void {
    this.#session?.end("away");
    super.removeElement(child);
    const cell = this.#cells.get(child);
    this.#cells.delete(child);
    if (cell === undefined) return;
    cell.remove();
    this.#fitting.remove(cell);
    this.requestRender();
  }

  expandingChanged(): void {
    this.requestRender();
  }

  protected override render(): void {
    for (const [child, cell] of this.#cells) {
      cell.classList.toggle("pgw-grows", child.getExpanding()[this.#vertical ? 1 : 0]);
    }
    this.#roving.refresh();
  }

  protected override controls(): readonly HTMLElement[] {
    return [this.#more];
  }

  protected override focusTarget(): HTMLElement | null {
    this.#roving.refresh();
    return this.#roving.present ?? firstStop(this.slot);
  }

  protected override enabledChanged(on: boolean): void {
    super.enabledChanged(on);
    if (!on) this.#session?.end("away");
    this.requestRender();
  }

  protected override disposed(): void {
    super.disposed();
    this.#session?.end("away");
    this.#fitting.dispose();
  }

  #append(item: HTMLElement): void {
    this.slot.insertBefore(item, this.#more);
    this.requestRender();
  }

  // ---- keys ----

  /** The buttons that share one Tab stop, as far as they can be used. */
  #buttons(): HTMLElement[] {
    const { out } = this.#fitting;
    const buttons: HTMLElement[] = [];
    for (const cell of this.slot.children) {
      if (out.has(cell as HTMLElement)) continue;
      const [button] = cell.children;
      if (
        button instanceof HTMLButtonElement &&
        button.matches(".pgw-tool-bar-action:enabled:not([hidden])")
      ) {
        buttons.push(button);
      }
    }
    return out.size > 0 && this.isEnabled ? [...buttons, this.#more] : buttons;
  }

  /** All that the arrow keys go through. */
  #stops(): HTMLElement[] {
    const buttons = new Set(this.#buttons());
    const stops: HTMLElement[] = [];
    for (const cell of this.slot.children) {
      const [inside] = cell.children;
      const stop =
        cell === this.#more || (inside instanceof HTMLElement && buttons.has(inside))
          ? ((cell === this.#more ? cell : inside) as HTMLElement)
          : firstStop(cell as HTMLElement);
      if (stop !== null && (stop !== this.#more || buttons.has(stop))) stops.push(stop);
    }
    return stops;
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.isComposing) return;
    const target = event.target as HTMLElement;
    const step = this.#stepOf(event.key);
    const stops = this.#stops();
    const at = stops.findIndex((stop) => stop === target || stop.parentElement?.contains(target));
    let next: HTMLElement | undefined;
    if (step !== 0 && at >= 0 && !usesArrow(target, step < 0)) {
      next = stops.at((at + step) % stops.length);
    } else if (this.#buttons().includes(target) && (event.key === "Home" || event.key === "End")) {
      next = stops.at(event.key === "Home" ? 0 : -1);
    }
    if (next === undefined) return;
    next.focus();
    event.preventDefault();
    event.stopPropagation();
  }

  #stepOf(key: string): -1 | 0 | 1 {
    if (this.#vertical) return key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
    if (key !== "ArrowRight" && key !== "ArrowLeft") return 0;
    return (key === "ArrowRight") === (getComputedStyle(this.element).direction === "rtl") ? -1 : 1;
  }

  // ---- what does not fit ----

  #prepareMore(): void {
    const more = this.#more;
    more.type = "button";
    more.setAttribute("aria-label", say("moreTools"));
    setTooltip(more, say("moreTools"));
    more.append(icon("right", 14), icon("right", 14));
    new DropDown(more, () => this.isEnabled).set({
      dropDown: (anchor, options) => this.#openMore(anchor, options),
    });
  }

  /** Actions become lines of a menu; other widgets are in it themselves for as long as it is open. */
  #openMore(anchor: HTMLElement, { pressed, closed }: DropDownOptions): () => void {
    const entries: (MenuRow | "separator")[] = [];
    const lent: BaseWidget[] = [];
    for (const [child, row] of this.#hidden()) {
      if (row !== "separator" || (entries.length > 0 && entries.at(-1) !== "separator")) entries.push(row);
      if (child !== null) lent.push(child);
    }
    if (entries.at(-1) === "separator") entries.pop();
    // What is lent leaves the strip shorter than it is.
    this.#fitting.hold(true);
    const session = openSession(panelOf(entries), {
      label: say("moreTools"),
      at: anchor.getBoundingClientRect(),
      anchor,
      side: this.#vertical ? "after" : "below",
      pressed,
      ended: () => {
        this.#session = null;
        for (const child of lent) if (child.parent === this) this.#cells.get(child)?.append(child.element);
        this.#fitting.hold(false);
        closed();
      },
    });
    this.#session = session;
    return () => session.end("away");
  }

  /** What does not fit, as rows; with the widgets that are needed for it. */
  *#hidden(): Generator<readonly [BaseWidget | null, MenuRow | "separator"]> {
    const { out } = this.#fitting;
    const widgets = new Map([...this.#cells].map(([child, cell]) => [cell, child]));
    for (const item of [...this.slot.children] as HTMLElement[]) {
      if (!out.has(item)) continue;
      const child = widgets.get(item);
      if (child instanceof ToolBarAction) yield [null, child.asRow()];
      else if (child !== undefined) yield [child, widgetRow(child)];
      else if (item.matches(".pgw-tool-separator")) yield [null, "separator"];
    }
  }
}

defineWidget("ToolBar", ToolBar);
