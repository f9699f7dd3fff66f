/**
 * The menus of a window.
 */
import type { MenuBarOptions, Widgets } from "pgwidgets-ts/sync";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: MenuBarOptions): Live {
  const bar = W.MenuBar({ ...options });
  const file = bar.addName("File");
  const actions = ["New", "Open …", "Save"].map((name) => file.addName(name));
  file.addSeparator();
  actions.push(file.addMenu("Recent").addName("one.dat"));
  const view = bar.addName("View");
  actions.push(view.addName("Show the grid", true));
  actions.push(bar.addName("Help").addName("About"));
  return { widget: bar, also: actions, fills: true };
}
