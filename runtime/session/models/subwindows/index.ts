/**
 * The model `subwindows`: a desktop with a sub-window around each child, and how these are stacked.
 * Place, size, title and window state are states of the sub-window; the server places it, so that every
 * browser shows it at the same spot. The one on top is the selected one.
 */
import { isChild, linkOf } from "../../children.js";
import { UsageError } from "../../errors.js";
import type { WidgetNode } from "../../node.js";
import type { Call } from "../../render.js";
import { applySetter } from "../../setters.js";
import { readState, writeState } from "../../state.js";
import { detach } from "../../structure.js";
import { nodeOf } from "../../values.js";
import type { Model, Operation } from "../model.js";
import { cascade, freePlace, type Rectangle, tile } from "./layout.js";

const NAME = "subwindows";
const UNKNOWN_VIEW = [640, 480] as const;

/** The sub-windows of a desktop, the one on top last. */
function stackOf(desk: WidgetNode): WidgetNode[] {
  const { models } = desk.more();
  const known = models.get(NAME) as WidgetNode[] | undefined;
  if (known !== undefined) return known;
  const stack: WidgetNode[] = [];
  models.set(NAME, stack);
  return stack;
}

/** The sub-windows in the order in which they were added. */
function windowsOf(desk: WidgetNode): WidgetNode[] {
  return (desk.links ?? []).flatMap(({ made }) => made ?? []);
}

/** The sub-window around a child; null when it is no child. */
function windowOf(desk: WidgetNode, child: unknown): WidgetNode | null {
  const node = nodeOf(child);
  return node !== null && isChild(desk, node) ? (linkOf(node)?.made ?? null) : null;
}

function contentOf(window: WidgetNode): WidgetNode {
  const child = linkOf(window)?.child ?? null;
  if (child === null) throw new Error(`${window} holds nothing`);
  return child;
}

function deskOf(window: WidgetNode): WidgetNode {
  if (window.parent === null) throw new Error(`${window} stands nowhere`);
  return window.parent;
}

function requireWindow(desk: WidgetNode, child: unknown, call: string): WidgetNode {
  const window = windowOf(desk, child);
  if (window === null)
    throw new UsageError(`${desk}.${call}: ${String(nodeOf(child))} is not a child of ${desk}.`);
  return window;
}

function rectangleOf(window: WidgetNode): Rectangle {
  const [x, y] = readState(window, "position") as [number | null, number | null];
  const [width, height] = readState(window, "size") as [number | null, number | null];
  return { x: x ?? 0, y: y ?? 0, width: width ?? 0, height: height ?? 0 };
}

/** Inner size of the desktop, as far as it is known. */
function viewOf(desk: WidgetNode): readonly [width: number, height: number] | null {
  const [width, height] = readState(desk, "measured_size") as [number, number];
  return width > 0 && height > 0 ? [width, height] : null;
}

/** Calls a method of the sub-window as the program would. */
function setBy(window: WidgetNode, name: string, args: readonly unknown[]): void {
  const method = window.cls.methods.get(name);
  if (method?.kind !== "setter") throw new Error(`${window.cls.name}.${name} is no setter`);
  applySetter(window, { method, args });
}

function indexOf(desk: WidgetNode, window: WidgetNode | undefined): number {
  return window === undefined ? -1 : windowsOf(desk).indexOf(window);
}

function raising(desk: WidgetNode, window: WidgetNode): Call {
  return ["set_index", [indexOf(desk, window)]];
}

/** Tells a change of the stacking; the browser whose user made it last, and not if its user has gone on. */
function tell(node: WidgetNode, calls: readonly Call[], origin: object | null): void {
  const { outbox } = node.session;
  if (origin === null) {
    outbox.called(node, calls, { silent: true });
    return;
  }
  outbox.called(node, calls, { silent: true, to: (peer) => peer !== origin });
  // What crossed the user's change on the way lies beneath it on the server; there it must, too.
  outbox.called(node, calls, { silent: true, seen: true, to: (peer) => peer === origin });
}

function fireSwitch(desk: WidgetNode): void {
  const top = stackOf(desk).at(-1);
  if (top !== undefined) desk.session.handlers.fire(desk, "page-switch", [contentOf(top).face]);
}

/** Puts a sub-window on top; says whether it was not there. */
function raise(desk: WidgetNode, window: WidgetNode, origin: object | null): boolean {
  const stack = stackOf(desk);
  if (stack.at(-1) === window) return false;
  stack.splice(stack.indexOf(window), 1);
  stack.push(window);
  tell(desk, [raising(desk, window)], origin);
  return true;
}

function raiseByProgram(window: WidgetNode): void {
  const desk = deskOf(window);
  if (raise(desk, window, null)) fireSwitch(desk);
}

function lower(window: WidgetNode, origin: object | null): void {
  const desk = deskOf(window);
  const stack = stackOf(desk);
  if (stack[0] === window) return;
  const wasTop = stack.at(-1) === window;
  stack.splice(stack.indexOf(window), 1);
  stack.unshift(window);
  tell(window, [["lower", []]], origin);
  if (wasTop) fireSwitch(desk);
}

/** Brings a sub-window into a state, or back to normal when it is in it; either way it comes to the top. */
function toggling(state: "minimized" | "maximized" | "shaded"): Operation {
  return (window) => {
    const isIn = readState(window, "window_state") === state;
    setBy(window, "set_window_state", [isIn ? "normal" : state]);
    raiseByProgram(window);
  };
}

/** The sub-windows that must be raised, in order, to bring one stacking into another. */
function raisedFor(from: readonly WidgetNode[], to: readonly WidgetNode[]): readonly WidgetNode[] {
  const places = new Map(from.map((window, i) => [window, i]));
  const stays = to.findIndex((window, i) => {
    const below = to[i - 1];
    return below !== undefined && (places.get(window) ?? 0) < (places.get(below) ?? 0);
  });
  return stays === -1 ? [] : to.slice(stays);
}

/** Lays all sub-windows out and stacks them as they were added. */
function layOut(desk: WidgetNode, each: (window: WidgetNode, i: number) => void): void {
  const windows = windowsOf(desk);
  const stack = stackOf(desk);
  const top = stack.at(-1);
  windows.forEach((window, i) => {
    setBy(window, "set_window_state", ["normal"]);
    each(window, i);
  });
  tell(
    desk,
    raisedFor(stack, windows).map((window) => raising(desk, window)),
    null,
  );
  stack.splice(0, stack.length, ...windows);
  if (stack.at(-1) !== top) fireSwitch(desk);
}

/** Operations of the desktop. */
const ofDesk: Readonly<Record<string, Operation>> = {
  get_subwindows: (desk) => windowsOf(desk).map((window) => window.face),
  get_subwin: (desk, [child]) => windowOf(desk, child)?.face ?? null,
  get_configuration(desk, [child]) {
    const window = windowOf(desk, child);
    if (window === null) return null;
    const whole = Object.entries(rectangleOf(window)).map(([name, length]) => [name, Math.trunc(length)]);
    return { ...Object.fromEntries(whole), title: readState(window, "title") };
  },
  get_child_size(desk, [child]) {
    const window = windowOf(desk, child);
    if (window === null) return [0, 0];
    const { width, height } = rectangleOf(window);
    return [width, height];
  },
  get_child_position(desk, [child]) {
    const window = windowOf(desk, child);
    if (window === null) return [0, 0];
    const { x, y } = rectangleOf(window);
    return [x, y];
  },
  move_child: (desk, [child, x, y]) => setBy(requireWindow(desk, child, "moveChild"), "set_position", [x, y]),
  resize_child: (desk, [child, width, height]) =>
    setBy(requireWindow(desk, child, "resizeChild"), "resize", [width, height]),
  get_index: (desk) => indexOf(desk, stackOf(desk).at(-1)),
  set_index(desk, [index]) {
    const window = windowsOf(desk)[index as number];
    if (window !== undefined && raise(desk, window, null)) fireSwitch(desk);
  },
  cascade_windows(desk) {
    const places = cascade(windowsOf(desk).map(rectangleOf), viewOf(desk));
    layOut(desk, (window, i) => setBy(window, "set_position", places[i] ?? [0, 0]));
  },
  tile_windows(desk) {
    const tiles = tile(windowsOf(desk).length, viewOf(desk) ?? UNKNOWN_VIEW);
    layOut(desk, (window, i) => {
      const { x, y, width, height } = tiles[i] ?? rectangleOf(window);
      setBy(window, "set_position", [x, y]);
      setBy(window, "resize", [width, height]);
    });
  },
  /** A user raised a sub-window; nobody hears of one that is on top, or has been closed meanwhile. */
  page_switch(desk, [child], { origin }) {
    const window = windowOf(desk, child);
    return window !== null && raise(desk, window, origin);
  },
};

/** Operations of a sub-window. */
const ofWindow: Readonly<Record<string, Operation>> = {
  raise_: raiseByProgram,
  toggle_minimize: toggling("minimized"),
  toggle_maximize: toggling("maximized"),
  toggle_shade: toggling("shaded"),
  lower: (window) => lower(window, null),
  lowered: (window, _args, { origin }) => lower(window, origin),
  close: (window) => detach(contentOf(window)),
  get_child: (window) => contentOf(window).face,
};

export const subwindows: Model = {
  operations: { ...ofDesk, ...ofWindow },
  attached(desk, { made }) {
    if (made === null) return;
    const [x, y] = readState(made, "position") as [number | null, number | null];
    if (x === null || y === null) {
      const others = windowsOf(desk).filter((window) => window !== made);
      writeState(made, "position", freePlace(rectangleOf(made), others.map(rectangleOf), viewOf(desk)));
    }
    stackOf(desk).push(made);
    fireSwitch(desk);
  },
  detached(desk, { made }) {
    if (made === null) return;
    const stack = stackOf(desk);
    const wasTop = stack.at(-1) === made;
    stack.splice(stack.indexOf(made), 1);
    if (wasTop) fireSwitch(desk);
  },
  /** Browsers stack the sub-windows as they are added. */
  replayLate(node) {
    const windows = windowsOf(node);
    return windows.length === 0
      ? []
      : raisedFor(windows, stackOf(node)).map((window) => raising(node, window));
  },
};
