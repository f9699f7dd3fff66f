/**
 * Where windows stand and how large they get: pure functions of rectangles.
 * Nothing here knows the page.
 */

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Extent {
  readonly width: number;
  readonly height: number;
}
export interface Rect extends Point, Extent {}

/** Which borders a grip moves: -1 left or top, 1 right or bottom, 0 none. */
export interface Edge {
  readonly x: -1 | 0 | 1;
  readonly y: -1 | 0 | 1;
}

/**
 * Smallest window that a user makes with a grip, and that takes the size of its content: the close button, and beside
 * it a place to drag.
 */
export const SMALLEST: Extent = { width: 60, height: 40 };

/** How much of a title bar always stays inside the page: more than its buttons, so that it can be fetched back. */
const GRASP = 160;
/** Space between a window and the one it is put beside. */
const BESIDE = 16;
/** Step from one window to the next one over it: its title bar stays in view. */
const STEP_ASIDE = 40;
const PARK_GAP = 4;
export const PARKED_WIDTH = 200;

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

/** The nearest place where the title bar can still be grasped. */
export function reachable(at: Point, size: Extent, room: Extent, barHeight: number): Point {
  const grasp = Math.min(GRASP, size.width);
  return {
    x: clamp(at.x, grasp - size.width, Math.max(grasp - size.width, room.width - grasp)),
    y: clamp(at.y, 0, Math.max(0, room.height - barHeight)),
  };
}

/** The nearest place where a part of it can be seen: as much as a title bar, or half of a small window. */
export function inSight(at: Point, size: Extent, room: Extent, barHeight: number): Point {
  const wide = Math.min(GRASP, size.width / 2);
  const high = Math.min(barHeight, size.height / 2);
  return {
    x: clamp(at.x, wide - size.width, Math.max(wide - size.width, room.width - wide)),
    y: clamp(at.y, high - size.height, Math.max(0, room.height - barHeight)),
  };
}

/** The nearest place where all of it is inside; its top left corner, when it is too large. */
export function inside(at: Point, size: Extent, room: Extent): Point {
  return {
    x: clamp(at.x, 0, Math.max(0, room.width - size.width)),
    y: clamp(at.y, 0, Math.max(0, room.height - size.height)),
  };
}

function overlap(a: Rect, b: Rect): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/**
 * A place for a window that has none: the middle, a little high; beside the windows that stand there already,
 * where there is room; else a step down and to the right of the uppermost, the last of `taken`.
 */
export function freePlace(size: Extent, room: Extent, taken: readonly Rect[]): Point {
  const middle = {
    x: Math.round(Math.max(0, room.width - size.width) / 2),
    y: Math.round(Math.max(0, room.height - size.height) * 0.4),
  };
  if (taken.length === 0) return middle;
  const columns = new Set([middle.x]);
  const rows = new Set([middle.y]);
  for (const { x, y, width, height } of taken) {
    for (const column of [x, x + width + BESIDE, x - size.width - BESIDE]) columns.add(column);
    for (const row of [y, y + height + BESIDE, y - size.height - BESIDE]) rows.add(row);
  }
  const fromMiddle = ({ x, y }: Point) => Math.hypot(x - middle.x, y - middle.y);
  let best: Point | null = null;
  for (const x of columns) {
    for (const y of rows) {
      const fits = x >= 0 && y >= 0 && x + size.width <= room.width && y + size.height <= room.height;
      if (!fits || taken.some((other) => overlap({ x, y, ...size }, other) > 0)) continue;
      if (best === null || fromMiddle({ x, y }) < fromMiddle(best)) best = { x, y };
    }
  }
  if (best !== null) return best;
  const last = taken.at(-1) ?? middle;
  const next = { x: last.x + STEP_ASIDE, y: last.y + STEP_ASIDE };
  const fitting = inside(next, size, room);
  // Past the lower or the right side it starts again at the other one.
  return {
    x: fitting.x === next.x ? next.x : Math.min(next.x % STEP_ASIDE, fitting.x),
    y: fitting.y === next.y ? next.y : Math.min(next.y % STEP_ASIDE, fitting.y),
  };
}

export interface SizeLimits {
  readonly min: Extent;
  readonly max: Extent;
  /** How far the left edge can go. Default: anywhere. */
  readonly left?: number;
}

/** A rectangle after one of its edges or corners has been dragged; the opposite side stays. */
export function resized(start: Rect, edge: Edge, dx: number, dy: number, limits: SizeLimits): Rect {
  const { min, max } = limits;
  // The upper edge cannot leave the page: the title bar would go with it.
  const up = edge.y < 0 ? Math.max(dy, Math.min(0, -start.y)) : dy;
  const aside =
    edge.x < 0 && limits.left !== undefined ? Math.max(dx, Math.min(0, limits.left - start.x)) : dx;
  const width =
    edge.x === 0
      ? start.width
      : clamp(start.width + edge.x * aside, min.width, Math.max(min.width, max.width));
  const height =
    edge.y === 0
      ? start.height
      : clamp(start.height + edge.y * up, min.height, Math.max(min.height, max.height));
  return {
    x: edge.x < 0 ? start.x + start.width - width : start.x,
    y: edge.y < 0 ? start.y + start.height - height : start.y,
    width: Math.round(width),
    height: Math.round(height),
  };
}

/** Where the parked windows stand: rows from the bottom left, upwards. `height` is what all rows take. */
export function parking(count: number, room: Extent, barHeight: number): { places: Rect[]; height: number } {
  const width = Math.min(PARKED_WIDTH, Math.max(1, room.width - 2 * PARK_GAP));
  const perRow = Math.max(1, Math.floor((room.width - PARK_GAP) / (width + PARK_GAP)));
  const places: Rect[] = [];
  for (let i = 0; i < count; i++) {
    const row = Math.floor(i / perRow);
    places.push({
      x: PARK_GAP + (i % perRow) * (width + PARK_GAP),
      y: room.height - (row + 1) * (barHeight + PARK_GAP),
      width,
      height: barHeight,
    });
  }
  const rows = Math.ceil(count / perRow);
  return { places, height: rows === 0 ? 0 : rows * (barHeight + PARK_GAP) + PARK_GAP };
}

/**
 * How far something goes that is dragged by `way`: past `limit`, on the side that `outward` points to, each pixel
 * counts less by the share `resistance`. What was past it at the start is not held back.
 */
export function resisted(
  start: number,
  way: number,
  limit: number,
  outward: -1 | 1,
  resistance: number,
): number {
  const past = (at: number) => Math.max(0, outward * (at - limit));
  const more = Math.max(0, past(start + way) - past(start));
  return way - outward * more * resistance;
}

/** From one window to the next when they are laid out in steps. */
const CASCADE_STEP = 20;

/** Places in steps from the top left; each direction begins again where a window would leave the view. */
export function cascade(sizes: readonly Extent[], view: Extent): Point[] {
  let [x, y] = [0, 0];
  return sizes.map(({ width, height }) => {
    if (x + width > view.width) x = 0;
    if (y + height > view.height) y = 0;
    const place = { x, y };
    x += CASCADE_STEP;
    y += CASCADE_STEP;
    return place;
  });
}

/** A grid over the view, as square as possible, filled row by row. */
export function tile(count: number, view: Extent): Rect[] {
  const columns = Math.ceil(Math.sqrt(count));
  const width = Math.floor(view.width / columns);
  const height = Math.floor(view.height / Math.ceil(count / columns));
  return Array.from({ length: count }, (_, i) => ({
    x: (i % columns) * width,
    y: Math.floor(i / columns) * height,
    width,
    height,
  }));
}
