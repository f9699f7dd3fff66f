/**
 * The keys that belong to windows, wherever the focus is inside one.
 * Made of one listener for the page and a table that can be changed.
 */
import type { Ground, GroundWindow } from "./ground.js";

/** What keys do with a window. */
export interface KeyedWindow extends GroundWindow {
  closeByUser(): void;
  adjustByKeys(what: "move" | "size"): void;
  openMenuByKey(): void;
  raiseByUser(): void;
}

export type WindowCommand = "next" | "previous" | "close" | "move" | "size";

/** Key combinations: modifiers in the order Ctrl, Alt, Shift, Meta, then the key. */
const bindings: Record<WindowCommand, string> = {
  next: "Ctrl+F6",
  previous: "Ctrl+Shift+F6",
  close: "Ctrl+F4",
  move: "Alt+F7",
  size: "Alt+F8",
};

/** Changes some of the keys. */
export function bindWindowKeys(own: Partial<Record<WindowCommand, string>>): void {
  Object.assign(bindings, own);
}

function combination(event: KeyboardEvent): string {
  const held = [
    event.ctrlKey ? "Ctrl+" : "",
    event.altKey ? "Alt+" : "",
    event.shiftKey ? "Shift+" : "",
    event.metaKey ? "Meta+" : "",
  ];
  return held.join("") + event.key;
}

function isKeyed(window: GroundWindow | null): window is KeyedWindow {
  return window !== null && "adjustByKeys" in window;
}

/** Listens for the keys of the windows on a ground: anywhere in the page, or only inside `within`. */
export function watchWindowKeys(ground: Ground, within: HTMLElement | null = null): void {
  const target: EventTarget = within ?? document;
  target.addEventListener("keydown", (event) => {
    if (!(event instanceof KeyboardEvent) || event.defaultPrevented) return;
    const keys = combination(event);
    const command = (Object.keys(bindings) as WindowCommand[]).find((name) => bindings[name] === keys);
    if (command === undefined) return;
    const window = ground.focused ?? ground.active;
    if (command === "next" || command === "previous") {
      const next = ground.next(command === "next" ? 1 : -1);
      // An inner ground with nowhere to go leaves the key to the one around it.
      if (!isKeyed(next) || (within !== null && next === window)) return;
      next.raiseByUser();
      next.focusWindow();
      ground.reveal(next);
    } else {
      if (!isKeyed(window)) return;
      if (command === "close") window.closeByUser();
      else window.adjustByKeys(command);
    }
    event.preventDefault();
  });
}

/** What the arrow keys change while a window is moved or sized. */
export interface Adjustment {
  /** By so many CSS pixels. */
  by(dx: number, dy: number): void;
  /** It is over; `cancelled`: the start should come back. */
  end(cancelled: boolean): void;
}

const STEP = 16;
const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Gives the arrow keys to an adjustment until Enter, Escape, a press elsewhere, or Tab. Shift or Ctrl: single pixels. */
export function adjustWithArrows(adjustment: Adjustment): void {
  const ending = new AbortController();
  const end = (cancelled: boolean) => {
    ending.abort();
    adjustment.end(cancelled);
  };
  const listenTo = { capture: true, signal: ending.signal };
  document.addEventListener(
    "keydown",
    (event) => {
      const arrow = arrows[event.key];
      if (arrow !== undefined) {
        const step = event.shiftKey || event.ctrlKey ? 1 : STEP;
        adjustment.by(arrow[0] * step, arrow[1] * step);
      } else if (event.key === "Enter" || event.key === " ") end(false);
      else if (event.key === "Escape") end(true);
      else if (event.key === "Tab") {
        end(false);
        return;
      }
      event.preventDefault();
      event.stopPropagation();
    },
    listenTo,
  );
  document.addEventListener("pointerdown", () => end(false), listenTo);
  window.addEventListener("blur", () => end(false), listenTo);
}
