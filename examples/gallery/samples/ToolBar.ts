/**
 * A strip of actions; what does not fit goes into a menu at its end.
 */
import type { ToolBarOptions, Widgets } from "pgwidgets-ts/sync";
import { icons } from "../pictures.js";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: ToolBarOptions): Live {
  const bar = W.ToolBar({ ...options });
  const actions = [
    bar.addAction("Open", icons.open),
    bar.addAction("Save", icons.save),
    bar.addAction("Cut", icons.cut),
  ];
  bar.addSeparator();
  const left = bar.addAction("Left", null, null, true);
  actions.push(left, bar.addAction("Right", null, null, true, left));
  bar.addSpacer();
  actions.push(bar.addAction("Help"));
  return { widget: bar, also: actions, fills: true };
}
