/**
 * ExternalWidget: an empty box that takes part in the layout, for some other library to draw into.
 * Made from its contract. Its inside is part of the page, since libraries find their elements and styles there;
 * only styles that come with the HTML are confined to it.
 */
import type {
  ExternalWidgetArgs,
  ExternalWidgetContract,
  ExternalWidgetEvents,
} from "../../generated/browser/contracts.js";
import { adoptStyles } from "../css.js";
import type { WidgetInit } from "../services.js";
import { BaseWidget } from "../widget.js";
import { cleanHtml } from "./clean.js";
import styles from "./external-widget.css" with { type: "text" };
import { followInnerLinks } from "./inner-links.js";

adoptStyles(styles);

export class ExternalWidget extends BaseWidget<ExternalWidgetEvents> implements ExternalWidgetContract {
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
    this.#content.replaceChildren(cleanHtml(html ?? "", { scopesStyles: true }));
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
