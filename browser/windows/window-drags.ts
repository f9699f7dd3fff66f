/**
 * Moving and sizing a window, by pointer or by keys: what each step does to it, and what is reported.
 * Made from the window's place and size at the start.
 */
import type { Drag } from "./drag.js";
import { type Edge, type Extent, type Point, type Rect, resized, type SizeLimits } from "./geometry.js";
import type { Resistance } from "./ground.js";

/** The wish for a size; null leaves a direction to the content. */
type AskedSize = readonly [width: number | null, height: number | null];

/** A window, as one that is dragged. */
export interface DragTarget {
  readonly element: HTMLElement;
  readonly limits: SizeLimits;
  readonly resistance: Resistance;
  /** It was as large as its ground; moved, it keeps the size that it has. */
  readonly fills: boolean;
  /** The nearest place where a window of this size can still be reached. */
  reach(at: Point, size: Extent): Point;
  /** Where it stands now. */
  rect(): Rect;
  /** The place that was chosen for it, null while it found its own. */
  place(): Point | null;
  setPlace(place: Point | null): void;
  size(): AskedSize;
  setSize(size: AskedSize): void;
  /** What its user makes of it is told by `sized` only, and not by what is measured. */
  setSizing(on: boolean): void;
  moved(x: number, y: number): void;
  sized(width: number, height: number): void;
}

/** Moves the window. The place is reported once, at the end. */
export function moveDrag(window: DragTarget): Drag {
  const start = window.rect();
  const before = window.place();
  const sizeBefore = window.size();
  let now: Point = start;
  window.element.classList.add("pgw-moving");
  return {
    move: (dx, dy) => {
      const [right, down] = window.resistance(start, null, dx, dy);
      const at = window.reach({ x: start.x + right, y: start.y + down }, start);
      now = { x: Math.round(at.x), y: Math.round(at.y) };
      window.setPlace(now);
      if (window.fills) window.setSize([start.width, start.height]);
    },
    end: (cancelled) => {
      window.element.classList.remove("pgw-moving");
      if (cancelled || (now.x === start.x && now.y === start.y)) {
        window.setPlace(before);
        window.setSize(sizeBefore);
        return;
      }
      if (window.fills) window.sized(start.width, start.height);
      window.moved(now.x, now.y);
    },
  };
}

/** Moves an edge or a corner. The size is reported at each step, the place at the end if it has changed. */
export function sizeDrag(window: DragTarget, edge: Edge): Drag {
  const start = window.rect();
  const sizeBefore = window.size();
  const placeBefore = window.place();
  const { limits } = window;
  let now = start;
  window.setSizing(true);
  window.element.classList.add("pgw-sizing");
  return {
    move: (dx, dy) => {
      const next = resized(start, edge, ...window.resistance(start, edge, dx, dy), limits);
      const changed = next.width !== now.width || next.height !== now.height;
      now = next;
      window.setPlace({ x: now.x, y: now.y });
      window.setSize([now.width, now.height]);
      if (changed) window.sized(now.width, now.height);
    },
    end: (cancelled) => {
      window.element.classList.remove("pgw-sizing");
      window.setSizing(false);
      if (cancelled) {
        window.setPlace(placeBefore);
        window.setSize(sizeBefore);
        window.sized(start.width, start.height);
      } else if (now.x !== start.x || now.y !== start.y || (placeBefore === null && now !== start)) {
        // A window that had found its place by itself keeps it from now on.
        window.moved(now.x, now.y);
      }
    },
  };
}
