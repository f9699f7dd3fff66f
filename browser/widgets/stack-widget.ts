/**
 * StackWidget: pages of which one is shown; only the program switches.
 * Made from its contract; all else is the base of page stacks.
 */
import type {
  StackWidgetArgs,
  StackWidgetContract,
  StackWidgetEvents,
} from "../../generated/browser/contracts.js";
import type { PageEntryOptions } from "../../generated/browser/types.js";
import { PageStack } from "../containers/page-stack.js";
import { defineWidget } from "../registry.js";
import type { WidgetInit } from "../services.js";
import type { BaseWidget } from "../widget.js";

class StackWidget extends PageStack<StackWidgetEvents> implements StackWidgetContract {
  constructor(init: WidgetInit, _args: StackWidgetArgs) {
    super(init, document.createElement("div"));
  }

  /** The title is for the program; nothing shows it. */
  addWidget(child: BaseWidget, _options?: PageEntryOptions): void {
    this.adoptPage(child);
  }
}

defineWidget("StackWidget", StackWidget);
