/**
 * A row of a menu that is a widget of its own, such as a check box: it works, and leaves the menu open.
 * Made around the widget's element.
 */
import type { BaseWidget } from "../widget.js";
import type { MenuRow } from "./panel.js";
import { firstStop } from "./stops.js";

export function widgetRow(child: BaseWidget): MenuRow {
  const element = document.createElement("div");
  element.className = "pgw-menu-widget";
  element.setAttribute("role", "none");
  element.append(child.element);
  const stop = () => firstStop(element);
  return {
    element,
    label: "",
    get isUsable() {
      return child.isEnabled && child.isVisible() && stop() !== null;
    },
    stop,
  };
}
