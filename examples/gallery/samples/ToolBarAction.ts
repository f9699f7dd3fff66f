/**
 * A flat button that stays pressed.
 */
import type { ToolBarActionOptions, Widgets } from "pgwidgets-ts/sync";
import { icons } from "../pictures.js";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: ToolBarActionOptions): Live {
  const action = W.ToolBarAction({ text: "Flags", iconUrl: icons.flag, toggle: true, ...options });
  const bar = W.ToolBar();
  bar.addWidget(action);
  return { widget: action, stage: bar, fills: true };
}
