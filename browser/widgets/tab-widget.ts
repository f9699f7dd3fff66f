/**
 * TabWidget: pages of which one is shown, chosen by tabs on one side.
 * Made of a strip of tabs and a stack of pages.
 */
import "./tab-widget.css";
import type { TabWidgetArgs, TabWidgetContract, TabWidgetEvents } from "../../generated/browser/contracts.js";
import type { PageEntryOptions, TabPosition } from "../../generated/browser/types.js";
import { announce } from "../announce.js";
import { PageStack } from "../containers/page-stack.js";
import { defineWidget } from "../registry.js";
import type { WidgetInit } from "../services.js";
import { say } from "../strings.js";
import type { Tab } from "../tabs/tab.js";
import { TabStrip } from "../tabs/tab-strip.js";
import { type Sides, sides } from "../units.js";
import type { BaseWidget } from "../widget.js";

class TabWidget extends PageStack<TabWidgetEvents> implements TabWidgetContract {
  readonly #strip: TabStrip;
  readonly #tabs = new Map<BaseWidget, Tab>();

  constructor(init: WidgetInit, { closable, reorderable, tab_position }: TabWidgetArgs) {
    const pages = document.createElement("div");
    super(init, document.createElement("div"), pages);
    pages.classList.add("pgw-tab-pages");
    this.#strip = new TabStrip(
      {
        services: this.services,
        usable: () => this.isEnabled,
        chosen: (tab) => this.#chosen(tab),
        closing: (tab) => this.#closing(tab),
        moving: (tab, place) => this.#moving(tab, place),
      },
      { closable, reorderable },
    );
    this.element.append(this.#strip.element, pages);
    this.setTabPosition(tab_position);
  }

  addWidget(child: BaseWidget, options: PageEntryOptions = {}): void {
    this.adoptPage(child);
    this.#tabs.get(child)?.setTitle(options.title ?? "", this.children.indexOf(child) + 1);
  }

  setTabPosition(tabpos: TabPosition): void {
    this.element.dataset.side = tabpos;
    this.#strip.setDirection(tabpos !== "left" && tabpos !== "right");
  }

  highlightTab(child: BaseWidget, bgcolor: string | null): void {
    this.#tabs.get(child)?.highlight(bgcolor);
  }

  getTabId(child: BaseWidget): string | null {
    return this.#tabs.get(child)?.id ?? null;
  }

  getChild(tabId: string): BaseWidget | null {
    for (const [child, tab] of this.#tabs) if (tab.id === tabId) return child;
    return null;
  }

  /** Padding lies around the pages; the tabs reach from edge to edge. */
  override setPadding(padding: Sides): void {
    this.slot.style.padding = sides(padding);
  }

  protected override controls(): readonly HTMLElement[] {
    return this.#strip.controls;
  }

  protected override focusTarget(): HTMLElement | null {
    return this.element.dataset.side === "none" ? null : this.#strip.stop;
  }

  protected override insertElement(child: BaseWidget): void {
    if (!this.#tabs.has(child)) {
      const place = this.children.indexOf(child);
      const tab = this.#strip.add(place);
      this.#tabs.set(child, tab);
      this.refreshControls();
    }
    super.insertElement(child);
    this.#link(child);
  }

  protected override childLeft(child: BaseWidget): void {
    const tab = this.#tabs.get(child);
    // One that only changes its place is in the page still.
    if (tab === undefined || this.panelOf(child) !== undefined) return;
    this.#strip.remove(tab);
    this.#tabs.delete(child);
  }

  protected override pageShown(): void {
    this.#strip.select(this.current === null ? null : (this.#tabs.get(this.current) ?? null));
  }

  protected override pageMoved(child: BaseWidget): void {
    const tab = this.#tabs.get(child);
    if (tab !== undefined) this.#strip.move(tab, this.children.indexOf(child));
  }

  protected override disposed(): void {
    this.#strip.dispose();
  }

  /** Ties a tab and its panel together for screen readers. */
  #link(child: BaseWidget): void {
    const tab = this.#tabs.get(child);
    const panel = this.panelOf(child);
    if (tab === undefined || panel === undefined) return;
    panel.id = `${tab.id}-panel`;
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tab.id);
    tab.button.setAttribute("aria-controls", panel.id);
  }

  #pageOf(tab: Tab): BaseWidget | null {
    return this.getChild(tab.id);
  }

  #chosen(tab: Tab): void {
    const child = this.#pageOf(tab);
    if (child !== null && this.isEnabled) this.showByUser(child);
  }

  #closing(tab: Tab): void {
    const child = this.#pageOf(tab);
    if (child === null || !this.isEnabled) return;
    const hadFocus = tab.element.contains(document.activeElement);
    this.remove(child);
    this.emit("page-close", child);
    if (hadFocus) this.#strip.stop?.focus({ preventScroll: true });
  }

  #moving(tab: Tab, place: number): void {
    const child = this.#pageOf(tab);
    if (child === null || !this.isEnabled) return;
    this.moveWidget(child, place);
    this.emit("page-moved", child, place);
    announce(say("pageMoved", { title: tab.title, place: place + 1, count: this.children.length }));
  }
}

defineWidget("TabWidget", TabWidget);
