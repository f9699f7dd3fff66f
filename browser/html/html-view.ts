/**
 * HtmlView: HTML of the program in a block that scrolls.
 * Made from its contract; the content lives in a shadow root, so that its styles and the page's leave each other alone.
 */
import type { HtmlViewArgs, HtmlViewContract, HtmlViewEvents } from "../../generated/browser/contracts.js";
import { nameControl } from "../controls/naming.js";
import { adoptStyles } from "../css.js";
import type { WidgetInit } from "../services.js";
import { markOwnHeight } from "../widgets/bases/own-height.js";
import { ScrollableWidget } from "../widgets/bases/scrollable.js";
import { cleanHtml } from "./clean.js";
import { contentStyle } from "./content-style.js";
import styles from "./html-view.css" with { type: "text" };
import { followInnerLinks } from "./inner-links.js";

adoptStyles(styles);

export class HtmlView extends ScrollableWidget<HtmlViewEvents> implements HtmlViewContract {
  readonly #content = document.createElement("div");
  readonly #root: ShadowRoot;
  readonly #contentSize: { readonly element: HTMLElement; readonly measured: () => void };
  /** Each is read on its own: a tag that is left open in one is closed at its end. */
  #pieces: string[] = [];

  constructor(init: WidgetInit, args: HtmlViewArgs) {
    super(init, document.createElement("div"), document.createElement("div"));
    this.#content.className = "pgw-html-content";
    this.#root = this.#content.attachShadow({ mode: "open" });
    this.#root.adoptedStyleSheets = [contentStyle()];
    this.view.append(this.#content);
    this.view.tabIndex = -1;
    followInnerLinks(this.#root, this.#root);
    // Pictures and fonts that load late change its size.
    this.#contentSize = { element: this.#content, measured: () => this.#measure() };
    this.services.sizes.watch(this.#contentSize);
    this.setHtml(args.html);
  }

  setHtml(html: string | null): void {
    this.#pieces = [html ?? ""];
    this.requestRender();
  }

  getHtml(): string {
    return this.#pieces.join("");
  }

  appendHtml(html: string): void {
    // Whatever is still to be drawn comes before it.
    this.commit();
    this.#pieces.push(html);
    this.#root.append(cleanHtml(html));
    this.services.updates.after(() => this.#measure());
  }

  clear(): void {
    this.setHtml("");
  }

  scrollToTop(): void {
    this.position.goDown(() => 0);
  }

  scrollToBottom(): void {
    this.position.goDown(() => this.view.scrollHeight);
  }

  override setTooltip(msg: string | null): void {
    super.setTooltip(msg);
    const name = this.getTooltip();
    if (name === "") this.view.removeAttribute("role");
    else this.view.setAttribute("role", "region");
    nameControl(this.view, name, false);
  }

  protected override controls(): readonly HTMLElement[] {
    return [];
  }

  protected override focusTarget(): HTMLElement | null {
    return this.isEnabled ? this.view : null;
  }

  protected override enabledChanged(on: boolean): void {
    super.enabledChanged(on);
    // Links and whatever else can be focused in it.
    this.view.inert = !on;
  }

  /** The blocks at the start that stay the same are left alone: a selection, a picture or a video in them goes on. */
  protected override render(): void {
    const fresh = document.createDocumentFragment();
    for (const piece of this.#pieces) fresh.append(cleanHtml(piece));
    const root = this.#root;
    let at = root.firstChild;
    while (at !== null && fresh.firstChild !== null && at.isEqualNode(fresh.firstChild)) {
      fresh.firstChild.remove();
      at = at.nextSibling;
    }
    while (at !== null) {
      const next: ChildNode | null = at.nextSibling;
      at.remove();
      at = next;
    }
    root.append(fresh);
    this.services.updates.after(() => this.#measure());
  }

  protected override applyLayout(): void {
    super.applyLayout();
    markOwnHeight(this.element, this.own, this.placement);
  }

  protected override sized(width: number, height: number): void {
    super.sized(width, height);
    this.#setTabStop();
  }

  protected override disposed(): void {
    this.services.sizes.unwatch(this.#contentSize);
  }

  #measure(): void {
    this.position.measure();
    this.#setTabStop();
  }

  /** What can be scrolled can be reached by the Tab key, so that its keys work. */
  #setTabStop(): void {
    this.view.tabIndex = this.position.overflows ? 0 : -1;
  }
}
