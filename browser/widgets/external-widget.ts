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
import { cleanHtml } from "../html/clean.js";
import { followInnerLinks } from "../html/inner-links.js";
import { scopedStyle } from "../html/scoped-style.js";
import { defineWidget } from "../registry.js";
import type { WidgetInit } from "../services.js";
import { BaseWidget } from "../widget.js";

class ExternalWidget extends BaseWidget<ExternalWidgetEvents> implements ExternalWidgetContract {
  readonly #content = document.createElement("div");

  constructor(init: WidgetInit, _args: ExternalWidgetArgs) {
    super(init, document.createElement("div"));
    this.#content.className = "pgw-external-content";
    this.element.append(this.#content);
    followInnerLinks(this.#content, this.#content);
  }

  /** The element to draw into, for code of the page. Its size is that of the widget. */
  getContentElement(): HTMLElement {
    return this.#content;
  }

  setContent(html: string | null): void {
    // At once: a library may look for its element in the same moment.
    this.#content.replaceChildren(cleanHtml(html ?? "", { style: scopedStyle }));
  }

  clear(): void {
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
