/**
 * The menu of a window's title bar.
 * Made from what the window allows and the state that it is in.
 */
import { type MenuEntry, openMenu } from "../menu-popup.js";
import type { Box } from "../place.js";
import { say } from "../strings.js";

export interface WindowMenuTarget {
  readonly windowState: string;
  readonly allows: {
    readonly move: boolean;
    readonly size: boolean;
    readonly lower: boolean;
    readonly shade: boolean;
    readonly minimize: boolean;
    readonly maximize: boolean;
    readonly close: boolean;
  };
  raiseByUser(): void;
  lowerByUser(): void;
  adjustByKeys(what: "move" | "size"): void;
  toggleByUser(state: "shaded" | "minimized" | "maximized"): void;
  closeByUser(): void;
}

/** Opens the menu at a point or beside an element. `pressed`: a pointer is held down. */
export function openWindowMenu(target: WindowMenuTarget, at: Box, pressed: boolean): void {
  const { allows, windowState } = target;
  const groups: MenuEntry[][] = [[{ label: say("raise"), run: () => target.raiseByUser() }], [], [], []];
  const [order, place, states, end] = groups as [MenuEntry[], MenuEntry[], MenuEntry[], MenuEntry[]];
  if (allows.lower) order.push({ label: say("lower"), icon: "lower", run: () => target.lowerByUser() });
  if (allows.move) place.push({ label: say("move"), keys: "Alt+F7", run: () => target.adjustByKeys("move") });
  if (allows.size) place.push({ label: say("size"), keys: "Alt+F8", run: () => target.adjustByKeys("size") });
  if (allows.shade) {
    const word = windowState === "shaded" ? "unshade" : "shade";
    states.push({ label: say(word), run: () => target.toggleByUser("shaded") });
  }
  if (allows.minimize || windowState === "minimized") {
    const on = windowState === "minimized";
    states.push({
      label: say(on ? "unminimize" : "minimize"),
      icon: on ? "restore" : "minimize",
      run: () => target.toggleByUser("minimized"),
    });
  }
  if (allows.maximize || windowState === "maximized") {
    const on = windowState === "maximized";
    states.push({
      label: say(on ? "unmaximize" : "maximize"),
      icon: on ? "restore" : "maximize",
      run: () => target.toggleByUser("maximized"),
    });
  }
  if (allows.close) {
    end.push({ label: say("close"), icon: "close", keys: "Ctrl+F4", run: () => target.closeByUser() });
  }
  const entries = groups
    .filter((group) => group.length > 0)
    .flatMap((group, i) => (i === 0 ? group : ["separator" as const, ...group]));
  openMenu(entries, { label: say("windowMenu"), at, pressed });
}
