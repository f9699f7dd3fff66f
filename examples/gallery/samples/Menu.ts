/**
 * A menu with a check mark, a separator and a submenu. Press the label.
 */
import type { MenuOptions, Widgets } from "pgwidgets-ts/sync";
import { row } from "../parts.js";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: MenuOptions): Live {
  const menu = W.Menu({ ...options });
  const actions = [menu.addName("New"), menu.addName("Open …"), menu.addName("Show the grid", true)];
  menu.addSeparator();
  const recent = menu.addMenu("Recent");
  actions.push(recent.addName("one.dat"), recent.addName("two.dat"));
  const label = W.Label("File ▾", { menu, padding: [10, 4, 10, 4], tooltip: "File" });
  return { widget: menu, stage: row(W, label), also: actions };
}
