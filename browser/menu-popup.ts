/**
 * The page's own small menus: mouse, touch and keyboard, also press-drag-release.
 * Made from a list of entries; one menu is open at a time.
 */
import type { IconName } from "./icons.js";
import { MenuLine } from "./menus/line.js";
import { type MenuRow, panelOf } from "./menus/panel.js";
import { openSession } from "./menus/session.js";
import type { Box } from "./place.js";

export interface MenuItem {
  readonly label: string;
  readonly icon?: IconName;
  /** Keys that do the same, for showing. */
  readonly keys?: string;
  /** Default: true. */
  readonly enabled?: boolean;
  readonly run: () => void;
}
export type MenuEntry = MenuItem | "separator";

export interface MenuOptions {
  /** Name for screen readers. */
  readonly label: string;
  readonly at: Box;
  /** A pointer was pressed to open it: letting go over an entry chooses that entry. */
  readonly pressed?: boolean;
  /** It has closed; `chosen` when an entry was chosen. */
  readonly closed?: (chosen: boolean) => void;
}

/** Opens a menu, in place of the one that is open. The result closes it. */
export function openMenu(entries: readonly MenuEntry[], options: MenuOptions): () => void {
  const { label, at, pressed = false, closed } = options;
  const panel = panelOf(entries.map((entry) => (entry === "separator" ? entry : rowOf(entry))));
  const session = openSession(panel, {
    label,
    at,
    side: at.width === 0 && at.height === 0 ? "point" : "below",
    pressed,
    ended: (how) => closed?.(how === "chosen"),
  });
  return () => session.end("away");
}

function rowOf(item: MenuItem): MenuRow {
  const { label, enabled = true } = item;
  const line = new MenuLine(label);
  if (item.icon !== undefined) line.setIcon(item.icon);
  if (item.keys !== undefined) line.setKeys(item.keys);
  line.setUsable(enabled);
  return { element: line.element, label, isUsable: enabled, choose: item.run };
}
