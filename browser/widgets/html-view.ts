/**
 * HtmlView: HTML of the program in a block that scrolls.
 * Made from its contract; the content lives in a shadow root, so that its styles and the page's leave each other alone.
 */
import "./html-view.css";
import type { HtmlViewArgs, HtmlViewContract, HtmlViewEvents } from "../../generated/browser/contracts.js";
import { nameControl } from "../controls/naming.js";
import { cleaner, contentStyle, loadCleaner } from "../html/cleaner.js";
import { followInnerLinks } from "../html/inner-links.js";
import { defineWidget } from "../registry.js";
import type { WidgetInit } from "../services.js";
import { markOwnHeight } from "./bases/own-height.js";
import { ScrollableWidget } from "./bases/scrollable.js";

class HtmlView extends ScrollableWidget<HtmlViewEvents> implements HtmlViewContract {
  readonly #content = document.createElement("div");
  readonly #root: ShadowRoot;
  readonly #contentSize: { readonly element: HTMLElement; readonly measured: () => void };
  /** Each is read on its own: a tag that is left open in one is closed at its end. */
  #pieces: string[] = [];

  constructor(init: WidgetInit, args: HtmlViewArgs) {
    super(init, document.createElement("div"), document.createElement("div"));
    this.#content.className = "pgw-html-content";
    this.#root = this.#content.attachShadow({ mode: "open" });
    this.view.append(this.#content);
    this.view.tabIndex = -1;
    followInnerLinks(this.#root, this.#root);
    // Pictures and fonts that load late change its size.
    this.#contentSize = { element: this.#content, measured: () => this.#measure() };
    this.services.sizes.watch(this.#contentSize);
    void this.setHtml(args.html).catch(() => {});
  }

  /** Settled when the browser can show it. */
  setHtml(html: string | null): Promise<void> {
    this.#pieces = [html ?? ""];
    return this.#show();
  }

  getHtml(): string {
    return this.#pieces.join("");
  }

  appendHtml(html: string): Promise<void> {
    const clean = cleaner();
    // Whatever is still to be drawn comes before it.
    if (clean !== null) this.commit();
    this.#pieces.push(html);
    if (clean === null) return this.#show();
    this.#root.append(clean(html));
    this.services.updates.after(() => this.#measure());
    return Promise.resolve();
  }

  clear(): Promise<void> {
    return this.setHtml("");
  }

  scrollToTop(): void {
    this.#goDown(() => 0);
  }

  scrollToBottom(): void {
    this.#goDown(() => this.view.scrollHeight);
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
    const [clean, style] = [cleaner(), contentStyle()];
    if (clean === null || style === null) return;
    const fresh = document.createDocumentFragment();
    for (const piece of this.#pieces) fresh.append(clean(piece));
    const root = this.#root;
    root.adoptedStyleSheets = [style];
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

  /** Draws the content as soon as the part that cleans it is there. */
  async #show(): Promise<void> {
    if (cleaner() === null) await loadCleaner();
    if (!this.isDestroyed) this.requestRender();
  }

  /** Content that has not been drawn for want of that part has no way to go yet. */
  #goDown(goal: () => number): void {
    if (cleaner() !== null) this.position.goDown(goal);
    else
      void loadCleaner().then(
        () => this.position.goDown(goal),
        () => {},
      );
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

defineWidget("HtmlView", HtmlView);
