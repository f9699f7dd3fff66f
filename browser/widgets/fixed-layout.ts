/**
 * FixedLayout: children at fixed positions. They do not count for its own size, and nothing is cut off.
 * Made from its contract, with absolute positions.
 */
import "./fixed-layout.css";
import type {
  FixedLayoutArgs,
  FixedLayoutContract,
  FixedLayoutEvents,
} from "../../generated/browser/contracts.js";
import { BaseContainer } from "../container.js";
import { defineWidget } from "../registry.js";
import type { WidgetInit } from "../services.js";
import { px } from "../units.js";
import type { BaseWidget } from "../widget.js";

class FixedLayout extends BaseContainer<FixedLayoutEvents> implements FixedLayoutContract {
  constructor(init: WidgetInit, _args: FixedLayoutArgs) {
    super(init, document.createElement("div"));
  }

  addWidget(child: BaseWidget, x: number, y: number): void {
    this.adopt(child, { main: "none", style: { position: "absolute", left: px(x), top: px(y) } });
  }
}

defineWidget("FixedLayout", FixedLayout);
