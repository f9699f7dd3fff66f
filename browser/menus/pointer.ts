/**
 * Where the user is just now: the place of the pointer, or of what has the focus when keys came last.
 * Made of listeners of the whole page.
 */
import type { Box } from "../place.js";

const modifiers = new Set(["Alt", "AltGraph", "Control", "Meta", "Shift"]);

let x: number | null = null;
let y: number | null = null;
let held = false;
let keysLast = false;

const passive = { capture: true, passive: true };
for (const type of ["pointermove", "pointerdown", "pointerup", "pointercancel"] as const) {
  document.addEventListener(
    type,
    (event) => {
      x = event.clientX;
      y = event.clientY;
      held = event.buttons !== 0;
      keysLast = false;
    },
    passive,
  );
}
document.addEventListener(
  "keydown",
  ({ key }) => {
    keysLast ||= !modifiers.has(key);
  },
  passive,
);

/** Whether a button of the pointer is down. */
export function isPointerHeld(): boolean {
  return held;
}

/** The place of the pointer in the viewport, null while it is not known. */
export function pointerPlace(): { readonly x: number; readonly y: number } | null {
  return x === null || y === null ? null : { x, y };
}

/** Where a menu belongs that somebody has just asked for. */
export function userPlace(): Box {
  const focused = document.activeElement;
  if ((keysLast || x === null) && focused !== null && focused !== document.body) {
    const { left, top, width, height } = focused.getBoundingClientRect();
    return { left, top, width, height };
  }
  return { left: x ?? 0, top: y ?? 0, width: 0, height: 0 };
}
