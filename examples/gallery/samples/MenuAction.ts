/**
 * A line of a menu, with an icon and a check mark.
 */
import type { MenuActionOptions, Widgets } from "pgwidgets-ts/sync";
import { row } from "../parts.js";
import { icons } from "../pictures.js";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: MenuActionOptions): Live {
  const action = W.MenuAction({ text: "Show the flags", iconUrl: icons.flag, checkable: true, ...options });
  const menu = W.Menu();
  menu.addWidget(action);
  const label = W.Label("View ▾", { menu, padding: [10, 4, 10, 4], tooltip: "View" });
  return { widget: action, stage: row(W, label) };
}
