/**
 * MenuBar: a row of titles from which menus drop down; what does not fit is behind the last button.
 * Made from its contract.
 */
import "./menu-bar.css";
import type { MenuBarArgs, MenuBarContract, MenuBarEvents } from "../../generated/browser/contracts.js";
import type { MenuTitleOptions } from "../../generated/browser/types.js";
import { BaseContainer } from "../container.js";
import { TypeAhead } from "../controls/type-ahead.js";
import { type KeyedBar, watchBarKeys } from "../menus/bar-keys.js";
import { Fitting } from "../menus/fitting.js";
import { type MenuPanel, panelOf } from "../menus/panel.js";
import { Roving } from "../menus/roving.js";
import { type MenuEnd, type MenuSession, openSession } from "../menus/session.js";
import { defineWidget, makeWidget } from "../registry.js";
import type { WidgetInit } from "../services.js";
import { say } from "../strings.js";
import type { BaseWidget } from "../widget.js";
import { BarTitle } from "./bases/bar-title.js";
import { Menu, type MenuHolder } from "./menu.js";

/** How a menu is opened: by a pointer that is still down, or by key, which then goes to a row of it. */
type Opening = { readonly pressed: boolean } | { readonly focus: "first" | "last" };

class MenuBar extends BaseContainer<MenuBarEvents> implements MenuBarContract, MenuHolder, KeyedBar {
  readonly #titles = new Map<BaseWidget, BarTitle>();
  readonly #more = new BarTitle(say("moreMenus"));
  readonly #fitting: Fitting;
  readonly #roving = new Roving(() => this.#usable().map(({ element }) => element));
  readonly #typing = new TypeAhead();
  readonly #unwatch: () => void;
  #open: { readonly title: BarTitle; readonly session: MenuSession } | null = null;
  /** What had the focus before keys led here. */
  #before: HTMLElement | null = null;

  constructor(init: WidgetInit, _args: MenuBarArgs) {
    const line = document.createElement("div");
    super(init, document.createElement("div"), line);
    const { element } = this;
    element.setAttribute("role", "menubar");
    line.setAttribute("role", "none");
    this.#more.showAsMore();
    line.append(this.#more.element);
    element.append(line);
    this.#fitting = new Fitting({
      line,
      more: this.#more.element,
      vertical: false,
      sizes: init.services.sizes,
      updates: init.services.updates,
      changed: () => this.#fitChanged(),
    });
    this.#listen();
    this.#unwatch = watchBarKeys(this);
  }

  // ---- the contract ----

  addMenu(menu: BaseWidget, name: string, options: MenuTitleOptions | null = {}): void {
    if (!(menu instanceof Menu)) throw new Error("A menu bar holds menus and nothing else.");
    this.adopt(menu, { main: "none" });
    this.#titles.get(menu)?.dress(name, options ?? {});
  }

  addName(name: string): BaseWidget {
    const menu = makeWidget(this.services, "Menu", {});
    this.addMenu(menu, name);
    return menu;
  }

  getMenu(name: string): BaseWidget | null {
    return this.children.findLast((menu) => this.#titles.get(menu)?.name === name) ?? null;
  }

  // ---- its menus ----

  menuChanged(menu: Menu): void {
    this.#titles.get(menu)?.show(menu.isEnabled && this.isEnabled, menu.isVisible());
    this.#roving.refresh();
  }

  protected override insertElement(child: BaseWidget, before: BaseWidget | null): void {
    const title = new BarTitle("");
    this.#titles.set(child, title);
    const next = before === null ? this.#more : (this.#titles.get(before) ?? this.#more);
    this.slot.insertBefore(title.element, next.element);
    this.#fitting.add(title.element);
    this.menuChanged(child as Menu);
  }

  protected override removeElement(child: BaseWidget): void {
    const title = this.#titles.get(child);
    if (title === undefined) return;
    if (this.#open?.title === title) this.#open.session.end("away");
    this.#titles.delete(child);
    title.element.remove();
    this.#fitting.remove(title.element);
    this.#roving.refresh();
  }

  protected override enabledChanged(on: boolean): void {
    super.enabledChanged(on);
    if (!on) this.#open?.session.end("away");
    this.#more.show(on, true);
    for (const menu of this.children) this.menuChanged(menu as Menu);
  }

  protected override controls(): readonly HTMLElement[] {
    return [];
  }

  protected override focusTarget(): HTMLElement | null {
    return this.#roving.present;
  }

  protected override disposed(): void {
    super.disposed();
    this.#open?.session.end("away");
    this.#fitting.dispose();
    this.#unwatch();
  }

  // ---- by key ----

  get isEntered(): boolean {
    return this.#open !== null || this.element.contains(document.activeElement);
  }

  enterByKey(): void {
    const { activeElement } = document;
    this.#before = activeElement instanceof HTMLElement ? activeElement : null;
    const [first] = this.#usable();
    if (first !== undefined) this.#focus(first);
  }

  leaveByKey(): void {
    this.#open?.session.end("away");
    const before = this.#before;
    this.#before = null;
    if (before?.isConnected === true) before.focus({ preventScroll: true });
    else if (this.element.contains(document.activeElement)) (document.activeElement as HTMLElement).blur();
  }

  // ---- titles ----

  /** Those that can be used now, in their order. */
  #usable(): BarTitle[] {
    const { out } = this.#fitting;
    const shown = [...this.#titles.values()].filter((title) => title.isUsable && !out.has(title.element));
    return out.size > 0 && this.#more.isUsable ? [...shown, this.#more] : shown;
  }

  #titleAt(target: Element | null): BarTitle | null {
    return [...this.#titles.values(), this.#more].find(({ element }) => element.contains(target)) ?? null;
  }

  #fitChanged(): void {
    this.#open?.session.end("away");
    this.#roving.refresh();
  }

  #focus(title: BarTitle): void {
    this.#roving.goTo(title.element);
    title.element.focus({ preventScroll: true });
  }

  #step(from: BarTitle, by: number): BarTitle | null {
    const usable = this.#usable();
    return usable.at((usable.indexOf(from) + by) % usable.length) ?? null;
  }

  #panelOf(title: BarTitle): MenuPanel | null {
    if (title === this.#more) {
      const { out } = this.#fitting;
      const hidden = [...this.#titles].filter(([, each]) => out.has(each.element));
      return panelOf(hidden.map(([menu, each]) => each.asRow(menu as Menu)));
    }
    for (const [menu, each] of this.#titles) if (each === title) return menu as Menu;
    return null;
  }

  #openMenu(title: BarTitle, opening: Opening): void {
    const panel = this.#panelOf(title);
    if (panel === null || !title.isUsable) return;
    this.services.updates.flush();
    const anchor = title.element;
    const byKey = "focus" in opening;
    // Who came here by the Tab key goes back to the title.
    const returnTo = this.#before ?? (this.element.contains(document.activeElement) ? anchor : null);
    const session = openSession(panel, {
      label: title.name,
      at: anchor.getBoundingClientRect(),
      anchor,
      ...opening,
      ...(returnTo !== null && { returnTo }),
      sideways: (step) => {
        const next = this.#step(title, step);
        if (next !== null && next !== title) this.#openMenu(next, { focus: "first" });
        return next !== null;
      },
      keeps: (target) => this.#titleAt(target)?.isUsable === true,
      over: (target) => {
        const next = this.#titleAt(target);
        if (next !== null && next !== title && next.isUsable) this.#openMenu(next, { pressed: true });
      },
      ended: (how) => this.#closed(title, how, byKey),
    });
    title.setOpen(true);
    this.#open = { title, session };
    this.#roving.goTo(anchor);
  }

  #closed(title: BarTitle, how: MenuEnd, byKey: boolean): void {
    title.setOpen(false);
    this.#open = null;
    if (how === "escape" && byKey) title.element.focus({ preventScroll: true });
    else if (how === "chosen") this.#before = null;
  }

  /** A press opens; another one on the same title closes. */
  #press(title: BarTitle, pressed: boolean): void {
    if (this.#open?.title === title) this.#open.session.end("away");
    else if (title.isUsable) this.#openMenu(title, { pressed });
  }

  #listen(): void {
    const { element } = this;
    element.addEventListener("pointerdown", (event) => {
      const title = this.#titleAt(event.target as Element);
      // A finger may be about to scroll what is around; its click decides.
      if (title === null || event.pointerType === "touch" || event.button === 1) return;
      this.#press(title, true);
    });
    // The focus stays where the user works.
    element.addEventListener("mousedown", (event) => event.preventDefault());
    element.addEventListener("contextmenu", (event) => event.preventDefault());
    element.addEventListener("click", (event) => {
      const title = this.#titleAt(event.target as Element);
      const touched = (event as PointerEvent).pointerType === "touch";
      if (title !== null && (touched || event.detail === 0)) this.#press(title, true);
    });
    element.addEventListener("keydown", (event) => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
      const title = this.#titleAt(event.target as Element);
      if (title !== null && this.#key(title, event)) event.preventDefault();
    });
    element.addEventListener("focusin", (event) => this.#roving.goTo(event.target as HTMLElement));
    element.addEventListener("focusout", (event) => {
      const to = event.relatedTarget;
      // Gone elsewhere, not into a menu: then that is where the focus belongs.
      if (to instanceof Element && !element.contains(to) && to.closest("[role=menu]") === null) {
        this.#before = null;
      }
    });
  }

  /** True when the key has done something. */
  #key(title: BarTitle, event: KeyboardEvent): boolean {
    const { key } = event;
    const usable = this.#usable();
    const rightToLeft = getComputedStyle(this.element).direction === "rtl";
    const to = (next: BarTitle | null | undefined) => {
      if (next != null) this.#focus(next);
    };
    if (key === "ArrowRight" || key === "ArrowLeft") {
      to(this.#step(title, (key === "ArrowRight") === rightToLeft ? -1 : 1));
    } else if (key === "Home") to(usable[0]);
    else if (key === "End") to(usable.at(-1));
    else if (key === "ArrowDown" || key === "Enter" || key === " ") this.#openMenu(title, { focus: "first" });
    else if (key === "ArrowUp") this.#openMenu(title, { focus: "last" });
    else if (key === "Escape") {
      if (this.#before === null) return false;
      this.leaveByKey();
    } else if (key.length === 1) {
      const names = usable.map(({ name }) => name);
      to(usable[this.#typing.find(key, event.timeStamp, names, usable.indexOf(title))]);
    } else return false;
    return true;
  }
}

defineWidget("MenuBar", MenuBar);
