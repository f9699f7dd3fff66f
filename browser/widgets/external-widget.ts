/**
 * ExternalWidget: an empty box that takes part in the layout, for some other library to draw into.
 * Made from its contract. Its inside is part of the page, since libraries find their elements and styles there;
 * only styles that come with the HTML are confined to it.
 */
import "./external-widget.css";
import type {
  ExternalWidgetArgs,
  ExternalWidgetContract,
  ExternalWidgetEvents,
} from "../../generated/browser/contracts.js";
import { cleaner, loadCleaner } from "../html/cleaner.js";
import { followInnerLinks } from "../html/inner-links.js";
import { defineWidget } from "../registry.js";
import type { WidgetInit } from "../services.js";
import { BaseWidget } from "../widget.js";

class ExternalWidget extends BaseWidget<ExternalWidgetEvents> implements ExternalWidgetContract {
  readonly #content = document.createElement("div");
  /** The HTML that is to be shown; null after `clear`. */
  #wanted: string | null = null;

  constructor(init: WidgetInit, _args: ExternalWidgetArgs) {
    super(init, document.createElement("div"));
    this.#content.className = "pgw-external-content";
    this.element.append(this.#content);
    followInnerLinks(this.#content, this.#content);
    void loadCleaner().catch(() => {});
  }

  /** The element to draw into, for code of the page. Its size is that of the widget. */
  getContentElement(): HTMLElement {
    return this.#content;
  }

  /** Settled when it is there: at once, but for the first widget of a page that shows HTML. */
  async setContent(html: string | null): Promise<void> {
    const wanted = html ?? "";
    this.#wanted = wanted;
    // At once where that can be: a library may look for its element in the same moment.
    const clean = cleaner() ?? (await loadCleaner());
    // What came meanwhile has the last word.
    if (this.#wanted !== wanted || this.isDestroyed) return;
    this.#content.replaceChildren(clean(wanted, { scopesStyles: true }));
  }

  clear(): void {
    this.#wanted = null;
    this.#content.replaceChildren();
  }

  protected override controls(): readonly HTMLElement[] {
    return [];
  }

  protected override focusTarget(): HTMLElement | null {
    if (!this.isEnabled) return null;
    return this.#content.querySelector<HTMLElement>(
      "a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, [tabindex]",
    );
  }

  protected override enabledChanged(on: boolean): void {
    super.enabledChanged(on);
    this.#content.inert = !on;
  }
}

defineWidget("ExternalWidget", ExternalWidget);
