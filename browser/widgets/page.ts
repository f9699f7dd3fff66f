/**
 * Page: a root that fills the browser's page and holds one child.
 * Made from its contract; stands below all windows.
 */
import "./page.css";
import type { PageArgs, PageContract, PageEvents } from "../../generated/browser/contracts.js";
import { BaseContainer } from "../container.js";
import { defineWidget } from "../registry.js";
import type { WidgetInit } from "../services.js";
import type { BaseWidget } from "../widget.js";

class Page extends BaseContainer<PageEvents> implements PageContract {
  constructor(init: WidgetInit, _args: PageArgs) {
    super(init, document.createElement("main"));
    this.element.hidden = true;
  }

  setWidget(child: BaseWidget): void {
    this.adoptOnly(child, { main: "row", fill: [true, true] });
  }

  /** Comes to the front of the other pages. */
  override show(): void {
    this.services.desk.addPage(this.element);
    super.show();
  }
}

defineWidget("Page", Page);
