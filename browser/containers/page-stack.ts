/**
 * The base of what shows one of its pages at a time.
 * Made of one panel for each page. Hidden ones stay in the document, so that videos, input and scrolling survive.
 */
import "./page-stack.css";
import type { PageStackContract, PageStackEvents } from "../../generated/browser/contracts.js";
import { BaseContainer } from "../container.js";
import type { WidgetInit } from "../services.js";
import type { BaseWidget } from "../widget.js";

export abstract class PageStack<E extends PageStackEvents = PageStackEvents>
  extends BaseContainer<E>
  implements PageStackContract
{
  readonly #panels = new Map<BaseWidget, HTMLElement>();
  #current: BaseWidget | null = null;
  /** A page changes its place: to those who listen it neither leaves nor comes. */
  #moving = false;

  constructor(init: WidgetInit, element: HTMLElement, pages: HTMLElement = element) {
    super(init, element, pages);
    pages.classList.add("pgw-panels");
  }

  /** The page that is shown. */
  protected get current(): BaseWidget | null {
    return this.#current;
  }

  showWidget(child: BaseWidget): void {
    if (child.parent === this) this.#show(child);
  }

  moveWidget(child: BaseWidget, index: number): void {
    const last = this.children.length - 1;
    const present = this.children.indexOf(child);
    const place = Math.min(index, last);
    if (present < 0 || present === place) return;
    this.#moving = true;
    try {
      child.setParent(null);
      this.adoptPage(child, place);
    } finally {
      this.#moving = false;
    }
    this.pageMoved(child);
  }

  closeWidget(child: BaseWidget): void {
    this.remove(child);
  }

  setIndex(index: number): void {
    const child = this.children[index];
    if (child !== undefined) this.#show(child);
  }

  getIndex(): number {
    return this.#current === null ? -1 : this.children.indexOf(this.#current);
  }

  indexOf(child: BaseWidget): number {
    return this.children.indexOf(child);
  }

  indexToWidget(index: number): BaseWidget | null {
    return this.children[index] ?? null;
  }

  /** Takes a page in; the first one is shown. */
  protected adoptPage(child: BaseWidget, index?: number): void {
    this.adopt(child, { main: "column", fill: [true, true] }, index);
  }

  /** Its user has chosen a page. */
  protected showByUser(child: BaseWidget): void {
    if (child === this.#current) return;
    this.#show(child);
    this.post("page-switch", [child, this.children.indexOf(child)], true);
  }

  protected panelOf(child: BaseWidget): HTMLElement | undefined {
    return this.#panels.get(child);
  }

  /** Another page is shown, or none any more. */
  protected pageShown(): void {}

  /** A page has another place. */
  protected pageMoved(_child: BaseWidget): void {}

  protected override post(action: string, args: readonly unknown[], input: boolean): boolean {
    return !this.#moving && super.post(action, args, input);
  }

  override release(child: BaseWidget): void {
    const index = this.children.indexOf(child);
    super.release(child);
    // What moves into its place is shown, or else the new last one.
    if (!this.#moving && child === this.#current) {
      this.#show(this.children[index] ?? this.children.at(-1) ?? null);
    }
  }

  protected override insertElement(child: BaseWidget): void {
    // Only one shows at a time, so that their order in the page does not matter.
    if (this.#moving) return;
    const panel = document.createElement("div");
    panel.className = "pgw-panel";
    panel.hidden = true;
    panel.append(child.element);
    this.#panels.set(child, panel);
    this.slot.append(panel);
    if (this.#current === null) this.#show(child);
  }

  protected override removeElement(child: BaseWidget): void {
    if (this.#moving) return;
    super.removeElement(child);
    this.#panels.get(child)?.remove();
    this.#panels.delete(child);
  }

  #show(child: BaseWidget | null): void {
    if (child === this.#current) return;
    const before = this.#current === null ? undefined : this.#panels.get(this.#current);
    const after = child === null ? undefined : this.#panels.get(child);
    this.#current = child;
    if (before !== undefined) before.hidden = true;
    if (after !== undefined) after.hidden = false;
    this.pageShown();
  }
}
