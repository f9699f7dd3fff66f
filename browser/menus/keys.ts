/**
 * What keys do in an open menu: up and down, into submenus and back, by first letters.
 * Made for the panel that has the focus; a widget inside it keeps the keys that it needs.
 */
import type { MenuSession } from "./session.js";

/** Inputs that have no use for the arrow keys. */
const PLAIN = "[type=checkbox], [type=button], [type=color], [type=file]";

export function onMenuKey(session: MenuSession, index: number, event: KeyboardEvent): void {
  const level = session.levels[index];
  if (level === undefined || event.defaultPrevented || event.isComposing) return;
  const done = inWidget(event.target as Element, level.panel.element)
    ? keyInWidget(session, index, event)
    : keyInPanel(session, index, event);
  if (!done) return;
  event.preventDefault();
  event.stopPropagation();
}

/** Whether the focus is in a widget that is no line of the menu. */
function inWidget(target: Element, panel: Element): boolean {
  return target !== panel && target.closest(".pgw-menu-line") === null;
}

/** True when the key has done something. */
function keyInWidget(session: MenuSession, index: number, event: KeyboardEvent): boolean {
  const target = event.target as Element;
  const isPlain = target instanceof HTMLButtonElement || target.matches(PLAIN);
  if (event.key === "Escape") back(session, index);
  else if (event.key === "Tab") step(session, index, event.shiftKey ? -1 : 1);
  else if (isPlain && event.key === "ArrowDown") step(session, index, 1);
  else if (isPlain && event.key === "ArrowUp") step(session, index, -1);
  else return false;
  return true;
}

function keyInPanel(session: MenuSession, index: number, event: KeyboardEvent): boolean {
  const { key, timeStamp: now } = event;
  const level = session.levels[index];
  if (level === undefined) return false;
  const { lit, typing } = level;
  if (key === "ArrowDown") step(session, index, 1);
  else if (key === "ArrowUp") step(session, index, -1);
  else if (key === "Home" || key === "PageUp") session.lightEnd(index, "first");
  else if (key === "End" || key === "PageDown") session.lightEnd(index, "last");
  else if (key === "ArrowRight" || key === "ArrowLeft") sideways(session, index, key);
  else if (key === "Escape") back(session, index);
  else if (key === "Tab" && hasWidgets(session, index)) step(session, index, event.shiftKey ? -1 : 1);
  else if (key === "Tab" || key === "F10") session.end("away");
  else if (key === "Enter" || (key === " " && !typing.isTyping(now))) choose(session, index, event);
  else if (key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const rows = session.usable(index);
    const labels = rows.map((row) => row.label);
    const found = rows[typing.find(key, now, labels, lit === null ? -1 : rows.indexOf(lit))];
    if (found !== undefined) session.light(index, found, true);
    // A space that belongs to no word is one of its own.
    else if (key === " ") choose(session, index, event);
  } else return false;
  return true;
}

function choose(session: MenuSession, index: number, event: KeyboardEvent): void {
  const lit = session.levels[index]?.lit ?? null;
  if (lit !== null && lit.stop === undefined && !event.repeat) session.choose(index, lit, true);
}

function hasWidgets(session: MenuSession, index: number): boolean {
  return session.levels[index]?.panel.rows.some((row) => row.stop !== undefined) === true;
}

function step(session: MenuSession, index: number, by: 1 | -1): void {
  const rows = session.usable(index);
  const lit = session.levels[index]?.lit ?? null;
  const at = lit === null ? -1 : rows.indexOf(lit);
  const next = at < 0 && by < 0 ? rows.length - 1 : (at + by + rows.length) % rows.length;
  session.closeFrom(index + 1);
  session.light(index, rows[next] ?? null, true);
}

/** One level back; from the first one the menu closes. */
function back(session: MenuSession, index: number): void {
  if (index === 0) {
    session.end("escape");
    return;
  }
  const parent = session.levels[index]?.parent ?? null;
  session.closeFrom(index);
  session.light(index - 1, parent, true);
}

function sideways(session: MenuSession, index: number, key: "ArrowRight" | "ArrowLeft"): void {
  const level = session.levels[index];
  if (level === undefined) return;
  const rightToLeft = getComputedStyle(level.panel.element).direction === "rtl";
  const onwards = (key === "ArrowRight") !== rightToLeft;
  if (onwards && level.lit?.panel !== undefined) session.openBeside(index, level.lit, "first");
  else if (!onwards && index > 0) back(session, index);
  else session.options.sideways?.(onwards ? 1 : -1);
}
