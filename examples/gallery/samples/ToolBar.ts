/**
 * A strip of actions; what does not fit goes into a menu at its end.
 */
import type { ToolBarOptions, Widgets } from "pgwidgets-ts/sync";
import { icons } from "../pictures.js";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: ToolBarOptions): Live {
  const bar = W.ToolBar({ ...options });
  const actions = [
    bar.addAction("Open", { iconUrl: icons.open }),
    bar.addAction("Save", { iconUrl: icons.save }),
    bar.addAction("Cut", { iconUrl: icons.cut }),
  ];
  bar.addSeparator();
  const left = bar.addAction("Left", { toggle: true });
  actions.push(left, bar.addAction("Right", { toggle: true, group: left }));
  bar.addSpacer();
  actions.push(bar.addAction("Help"));
  return { widget: bar, also: actions, fills: true };
}
