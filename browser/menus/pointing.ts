/**
 * What a pointer does in an open menu: hovering, choosing, press-drag-release, and the way to a submenu.
 * Made of listeners of the whole page, because a pointer that was pressed elsewhere has its events there.
 */
import type { MenuRow } from "./panel.js";
import { pointerPlace } from "./pointer.js";
import type { MenuSession } from "./session.js";

/** Letting go this soon and this near does not choose: it was the click that opened the menu. */
const CLICK_TIME = 300;
const CLICK_DISTANCE = 6;
/** Milliseconds that the pointer rests on a row before its submenu opens. */
const REST = 120;
/** Milliseconds that a pointer on its way to a submenu may spend over other rows. */
const ON_THE_WAY = 300;
/** Moves that tell the direction. */
const TRACE = 4;

interface Place {
  readonly x: number;
  readonly y: number;
}

export function watchMenuPointer(session: MenuSession, signal: AbortSignal): void {
  const { options } = session;
  const begun = performance.now();
  let start: Place | null = pointerPlace();
  /** The press that opened the menu goes on. */
  let opening = options.pressed === true;
  let dragged = false;
  /** The row that the present press began on. */
  let pressedRow: MenuRow | null = null;
  let type = "";
  let trace: Place[] = start === null ? [] : [start];
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener("abort", () => clearTimeout(timer));

  const listen = <K extends keyof DocumentEventMap>(
    kind: K,
    listener: (event: DocumentEventMap[K]) => void,
  ) => document.addEventListener(kind, listener, { capture: true, signal });
  const rowAt = (target: Node | null) => {
    const index = session.levelOf(target);
    const rows = session.levels[index]?.panel.rows ?? [];
    return { index, row: rows.find(({ element }) => element.contains(target)) ?? null };
  };
  // A captured pointer has its events elsewhere, so what lies below it is asked for.
  const below = ({ clientX, clientY }: PointerEvent) => document.elementFromPoint(clientX, clientY);

  const settle = (index: number, row: MenuRow) => {
    clearTimeout(timer);
    session.light(index, row, !session.isInWidget);
    if (session.levels[index + 1]?.parent !== row) {
      session.closeFrom(index + 1);
    } else {
      // Back from the submenu: it stays open, and nothing in it is lit.
      session.closeFrom(index + 2);
      session.light(index + 1, null, false);
    }
    if (row.panel !== undefined) timer = setTimeout(() => session.openBeside(index, row, null), REST);
  };
  const hover = (target: Element | null) => {
    const { index, row } = rowAt(target);
    if (index < 0 || row === null || !row.isUsable) {
      clearTimeout(timer);
      const last = session.levels.length - 1;
      // Who is in a widget of the menu goes on there.
      if (session.levels[last]?.lit != null && !session.isInWidget) session.light(last, null, true);
      if (index < 0) options.over?.(target);
      return;
    }
    const next = session.levels[index + 1];
    if (next === undefined || next.parent === row) {
      settle(index, row);
    } else if (headsFor(next.panel.element.getBoundingClientRect(), trace)) {
      clearTimeout(timer);
      timer = setTimeout(() => settle(index, row), ON_THE_WAY);
    } else {
      settle(index, row);
    }
  };

  listen("pointermove", (event) => {
    const here = { x: event.clientX, y: event.clientY };
    const last = trace.at(-1);
    // What opens or scrolls under a pointer that rests is not pointed at.
    if (last !== undefined && last.x === here.x && last.y === here.y) return;
    trace = [...trace.slice(1 - TRACE), here];
    start ??= here;
    if (Math.hypot(here.x - start.x, here.y - start.y) >= CLICK_DISTANCE) dragged = true;
    // A finger that is not dragging from the opener scrolls or taps.
    if (event.pointerType !== "touch" || opening) hover(below(event));
  });
  listen("pointerdown", (event) => {
    type = event.pointerType;
    const target = event.target as Element;
    const { index, row } = rowAt(target);
    pressedRow = row;
    if (index >= 0 || options.keeps?.(target) === true) return;
    session.end("away");
  });
  listen("pointerup", (event) => {
    type = event.pointerType;
    const wasOpening = opening;
    opening = false;
    // A tap is a click, which comes later; so nothing below the menu gets it.
    if (type === "touch" && !wasOpening) return;
    if (wasOpening && !dragged && event.timeStamp - begun < CLICK_TIME) return;
    const target = below(event);
    const { index, row } = rowAt(target);
    if (row !== null && pressedRow?.stop === undefined && row.isUsable && row.stop === undefined) {
      event.preventDefault();
      session.choose(index, row, false);
      return;
    }
    if (!wasOpening || !dragged) return;
    const { anchor } = options;
    if (target !== null && (anchor?.contains(target) || options.keeps?.(target) === true)) return;
    session.end("away");
  });
  listen("click", (event) => {
    // Also the press of assistive technology, which has no pointer.
    if (type !== "touch" && event.detail !== 0) return;
    const { index, row } = rowAt(event.target as Element);
    if (row === null || row.stop !== undefined) return;
    event.preventDefault();
    event.stopPropagation();
    session.choose(index, row, false);
  });
  listen("contextmenu", (event) => {
    const target = event.target as Element;
    if (target.closest("input, textarea") === null) event.preventDefault();
  });
}

/** Whether a pointer that came this way is on its way to a panel: inside the angle that the panel's side fills. */
function headsFor(box: DOMRect, trace: readonly Place[]): boolean {
  const [start] = trace;
  const here = trace.at(-1);
  if (start === undefined || here === undefined || start === here) return false;
  const edge = start.x <= box.left ? box.left : start.x >= box.right ? box.right : null;
  if (edge === null || Math.abs(edge - here.x) >= Math.abs(edge - start.x)) return false;
  const part = (here.x - start.x) / (edge - start.x);
  const upper = start.y + part * (box.top - start.y);
  const lower = start.y + part * (box.bottom - start.y);
  return here.y >= upper && here.y <= lower;
}
