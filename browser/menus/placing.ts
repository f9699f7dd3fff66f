/**
 * Where the panels of a menu go: below what opened them, or beside their line, as the direction of reading has it.
 * Made from the placing of popups, which knows left to right only.
 */
import { type Box, placement } from "../place.js";

/** below: under its anchor; after: at the end of its line, like a submenu; point: its corner at a point. */
export type PanelSide = "below" | "after" | "point";

/** Space between a panel and what it drops down from, and between a submenu and its line. */
const BELOW = 2;
const BESIDE = 2;
/** Space above the first row, so that it comes to stand beside the line that it opened from. */
const INSET = 5;
/** With less room than this above and below, a panel may cover what opened it. */
const LEAST = 120;

/** Puts a panel that is shown (position: fixed) beside a box, inside the viewport; one that is too long scrolls. */
export function placePanel(panel: HTMLElement, anchor: Box, side: PanelSide): void {
  const { style } = panel;
  style.maxHeight = "";
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const rightToLeft = side !== "point" && getComputedStyle(panel).direction === "rtl";
  const size = { width: panel.offsetWidth, height: panel.offsetHeight };
  const right = anchor.left + anchor.width;
  const box: Box = {
    left: rightToLeft ? width - right : anchor.left,
    top: side === "after" ? anchor.top - INSET : anchor.top,
    width: anchor.width,
    height: anchor.height,
  };
  if (side !== "after") {
    const room = Math.max(anchor.top, height - anchor.top - anchor.height) - BELOW - 4;
    if (size.height > room && room >= LEAST) {
      size.height = room;
      style.maxHeight = `${room}px`;
    }
  }
  const gap = side === "after" ? BESIDE : side === "below" ? BELOW : 0;
  const found = placement(size, box, { width, height }, side === "after" ? "after" : "below", gap);
  const left = rightToLeft ? width - found.left - size.width : found.left;
  style.left = `${Math.round(left)}px`;
  style.top = `${Math.round(found.top)}px`;
}
