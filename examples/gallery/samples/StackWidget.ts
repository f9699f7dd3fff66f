/**
 * Pages without tabs: the program chooses the one that is shown.
 */
import type { StackWidgetOptions, Widgets } from "pgwidgets-ts/sync";
import { block, row } from "../parts.js";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: StackWidgetOptions): Live {
  const stack = W.StackWidget({ size: [null, 80], ...options });
  stack.addWidget(block(W, "First page", "blue"));
  stack.addWidget(block(W, "Second page", "green"));
  stack.addWidget(block(W, "Third page", "amber"));
  const next = W.Button("Next page");
  next.on("activated", () => stack.setIndex((stack.getIndex() + 1) % stack.numChildren()));
  const all = W.VBox({ spacing: 12 });
  all.addWidget(stack);
  all.addWidget(row(W, next));
  return { widget: stack, stage: all, fills: true };
}
