/**
 * What pointer and keys do to a window besides dragging it: raise it, open its menu, roll it up, restore it.
 * Made of listeners on the window and on its title bar.
 */
import { openWindowMenu, type WindowMenuTarget } from "./window-menu.js";

export interface InputWindow extends WindowMenuTarget {
  readonly element: HTMLElement;
  readonly isEnabled: boolean;
  openMenuByKey(): void;
  focusWindow(): void;
}

/** Listens to a window and its title bar. */
export function watchInput(window: InputWindow, bar: HTMLElement): void {
  const { element } = window;
  // Who sends it to the back does not want it in front first.
  const lowers = (event: Event) => (event.target as Element).closest(".pgw-title-lower") !== null;
  const raise = (event: Event) => {
    if (!lowers(event)) window.raiseByUser();
  };
  element.addEventListener("pointerdown", raise, { capture: true });
  element.addEventListener("focusin", raise);
  bar.addEventListener("dblclick", (event) => {
    if ((event.target as Element).closest("button") !== null || !window.isEnabled) return;
    const { windowState } = window;
    if (windowState === "minimized" || windowState === "maximized") window.toggleByUser(windowState);
    else if (window.allows.shade) window.toggleByUser("shaded");
  });
  bar.addEventListener("pointerdown", (event) => {
    if (event.button !== 2 || event.pointerType === "touch") return;
    event.preventDefault();
    // When the menu closes, the focus is in the window that it belonged to.
    if (!element.contains(document.activeElement)) window.focusWindow();
    openWindowMenu(window, { left: event.clientX, top: event.clientY, width: 0, height: 0 }, true);
  });
  // Long touch, and mice whose menu comes on release: the press has opened it already.
  bar.addEventListener("contextmenu", (event) => {
    event.preventDefault();
    if (event instanceof PointerEvent && event.pointerType === "touch") {
      openWindowMenu(window, { left: event.clientX, top: event.clientY, width: 0, height: 0 }, false);
    }
  });
  element.addEventListener("keydown", (event) => {
    const target = event.target as HTMLElement;
    if (target !== element && !bar.contains(target)) return;
    const menuKey = event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey);
    if (menuKey) window.openMenuByKey();
    else if (event.key === "Enter" && target === element && window.windowState === "minimized")
      window.toggleByUser("minimized");
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}
