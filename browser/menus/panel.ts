/**
 * What a menu shows at one level: a panel with rows that can be chosen, that open another panel, or that are widgets.
 * Made by whoever has something to offer; a session opens it.
 */
import { menuSeparator } from "./line.js";

export interface MenuRow {
  readonly element: HTMLElement;
  /** What it is found by when somebody types. */
  readonly label: string;
  /** Shown, and not disabled. */
  readonly isUsable: boolean;
  /** It opens this panel beside itself. */
  readonly panel?: MenuPanel;
  /** Does what it is there for. The menu has closed by then. */
  choose?(): void;
  /** It is a widget of its own: what takes the focus in it. It leaves the menu open. */
  stop?(): HTMLElement | null;
}

export interface MenuPanel {
  /** A box for the rows, not in the page while it is closed. See `panelElement`. */
  readonly element: HTMLElement;
  /** Its rows from top to bottom, as they are now. */
  readonly rows: readonly MenuRow[];
}

/** Makes an element the box of a panel. */
export function makePanel(element: HTMLElement): void {
  element.classList.add("pgw-menu-panel");
  element.popover = "manual";
  element.tabIndex = -1;
  element.setAttribute("role", "menu");
}

/** A panel made from rows and separators. */
export function panelOf(entries: readonly (MenuRow | "separator")[]): MenuPanel {
  const element = document.createElement("div");
  makePanel(element);
  for (const entry of entries) element.append(entry === "separator" ? menuSeparator() : entry.element);
  return { element, rows: entries.filter((entry) => entry !== "separator") };
}
