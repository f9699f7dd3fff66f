/**
 * Menu: a panel of actions, submenus, separators and any other widgets, which drops down or pops up.
 * Made from its contract; it is in the page only while it is open.
 */
import "./menu.css";
import type { MenuArgs, MenuContract, MenuEvents } from "../../generated/browser/contracts.js";
import { BaseContainer } from "../container.js";
import { MenuLine, menuSeparator } from "../menus/line.js";
import { type MenuPanel, type MenuRow, makePanel } from "../menus/panel.js";
import { isPointerHeld, userPlace } from "../menus/pointer.js";
import { closePanel, openSession, panelChanged } from "../menus/session.js";
import { widgetRow } from "../menus/widget-row.js";
import type { Box } from "../place.js";
import { defineWidget, makeWidget } from "../registry.js";
import type { WidgetInit } from "../services.js";
import { say } from "../strings.js";
import type { BaseWidget } from "../widget.js";
import type { DropDownMenu, DropDownOptions } from "./bases/drop-down.js";
import { MenuAction } from "./menu-action.js";

/** What shows a menu under a name: a bar, or a menu around it. */
export interface MenuHolder {
  /** It can be used or seen now, or no longer. */
  menuChanged(menu: Menu): void;
}

export class Menu
  extends BaseContainer<MenuEvents>
  implements MenuContract, MenuPanel, DropDownMenu, MenuHolder
{
  readonly #rows = new Map<BaseWidget, MenuRow>();
  #shown = true;

  constructor(init: WidgetInit, _args: MenuArgs) {
    super(init, document.createElement("div"));
    makePanel(this.element);
  }

  get rows(): readonly MenuRow[] {
    return this.children.map((child) => this.#rows.get(child) as MenuRow);
  }

  addWidget(child: BaseWidget): void {
    this.adopt(child, { main: "column" });
  }

  addName(name: string, checkable = false): BaseWidget {
    const action = makeWidget(this.services, "MenuAction", { text: name, checkable });
    this.addWidget(action);
    return action;
  }

  addMenu(name: string, menu: BaseWidget | null = null): BaseWidget {
    const submenu = menu ?? makeWidget(this.services, "Menu", {});
    this.addWidget(submenu);
    const row = this.#rows.get(submenu);
    if (row instanceof SubmenuRow) row.label = name;
    return submenu;
  }

  /** Separators go as well. */
  override removeAll(destroy = false): void {
    super.removeAll(destroy);
    this.slot.replaceChildren();
  }

  addSeparator(): void {
    this.slot.append(menuSeparator());
    this.requestRender();
  }

  getMenu(name: string): BaseWidget | null {
    return (
      this.children.findLast((child) => child instanceof Menu && this.#rows.get(child)?.label === name) ??
      null
    );
  }

  popup(x: number | null = null, y: number | null = null): void {
    const byUser = x === null && y === null;
    // What was added in the same breath is drawn first.
    this.services.updates.after(() => {
      if (this.isDestroyed) return;
      const { left, top, width, height } = userPlace();
      const box: Box = byUser
        ? { left, top, width, height }
        : { left: x ?? left, top: y ?? top + height, width: 0, height: 0 };
      openSession(this, {
        label: this.#name,
        at: box,
        side: box.height > 0 ? "below" : "point",
        pressed: byUser && isPointerHeld(),
      });
    });
  }

  dropDown(anchor: HTMLElement, { pressed, closed }: DropDownOptions): () => void {
    this.services.updates.flush();
    const session = openSession(this, {
      label: anchor.getAttribute("aria-label") ?? (anchor.textContent || this.#name),
      at: anchor.getBoundingClientRect(),
      anchor,
      pressed,
      ended: closed,
    });
    return () => session.end("away");
  }

  /** Its line, title or button comes back with it. */
  override show(): void {
    this.#shown = true;
    this.#tellHolder();
  }

  /** It closes, and the line or title that it opens from goes. */
  override hide(): void {
    this.#shown = false;
    closePanel(this);
    this.#tellHolder();
  }

  override isVisible(): boolean {
    return this.#shown;
  }

  menuChanged(menu: Menu): void {
    const row = this.#rows.get(menu);
    if (row instanceof SubmenuRow) row.refresh();
  }

  protected override enabledChanged(on: boolean): void {
    super.enabledChanged(on);
    this.#tellHolder();
  }

  protected override insertElement(child: BaseWidget): void {
    const row = rowFor(child);
    this.#rows.set(child, row);
    this.slot.append(row.element);
    this.requestRender();
  }

  protected override removeElement(child: BaseWidget): void {
    super.removeElement(child);
    this.#rows.get(child)?.element.remove();
    this.#rows.delete(child);
    if (child instanceof MenuAction) child.setInMenu(false);
    if (child instanceof Menu) closePanel(child);
    this.requestRender();
  }

  protected override render(): void {
    panelChanged(this);
  }

  protected override disposed(): void {
    super.disposed();
    closePanel(this);
  }

  get #name(): string {
    return this.getTooltip() || say("menu");
  }

  #tellHolder(): void {
    const { parent } = this;
    if (parent !== null && "menuChanged" in parent) (parent as MenuHolder).menuChanged(this);
  }
}

/** The line that a submenu opens from. */
class SubmenuRow implements MenuRow {
  readonly panel: Menu;
  readonly #line = new MenuLine("");

  constructor(menu: Menu) {
    this.panel = menu;
    this.#line.setArrow();
    this.refresh();
  }

  get element(): HTMLElement {
    return this.#line.element;
  }

  get label(): string {
    return this.#line.text;
  }

  set label(text: string) {
    this.#line.text = text;
  }

  get isUsable(): boolean {
    return this.panel.isEnabled && this.panel.isVisible();
  }

  refresh(): void {
    this.#line.setUsable(this.panel.isEnabled);
    this.element.hidden = !this.panel.isVisible();
  }
}

function rowFor(child: BaseWidget): MenuRow {
  if (child instanceof Menu) return new SubmenuRow(child);
  if (child instanceof MenuAction) {
    child.setInMenu(true);
    return child;
  }
  return widgetRow(child);
}

defineWidget("Menu", Menu);
