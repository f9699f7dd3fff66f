/**
 * Places for windows on a desktop, from their sizes and that of the view. All in CSS pixels.
 */

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  /** Inside the border. */
  readonly width: number;
  readonly height: number;
}
export type View = readonly [width: number, height: number];

/** From one window to the next, to the right and down: the title bar of the one below stays in reach. */
const STEP = 20;
/** Of the frame, on each side. */
const BORDER = 1;

/** A place where no other window has its corner, as far up and to the left as possible; inside the view if it fits. */
export function freePlace(
  own: Rectangle,
  others: readonly Rectangle[],
  view: View | null,
): [x: number, y: number] {
  const room = view === null ? [Infinity, Infinity] : [view[0] - own.width, view[1] - own.height];
  const place = (k: number): [number, number] => [stepped(k, room[0] ?? 0), stepped(k, room[1] ?? 0)];
  for (let k = 0; k < others.length; k++) {
    const [x, y] = place(k);
    if (!others.some((other) => Math.abs(other.x - x) < STEP / 2 && Math.abs(other.y - y) < STEP / 2))
      return [x, y];
  }
  return place(others.length);
}

/** After `k` steps, beginning again where the room ends. */
function stepped(k: number, room: number): number {
  const steps = Math.max(0, Math.floor(room / STEP));
  return (steps === Infinity ? k : k % (steps + 1)) * STEP;
}

/** Places in steps from the top left; each direction begins again where a window would leave the view. */
export function cascade(windows: readonly Rectangle[], view: View | null): [x: number, y: number][] {
  let [x, y] = [0, 0];
  return windows.map(({ width, height }) => {
    if (view !== null && x + width > view[0]) x = 0;
    if (view !== null && y + height > view[1]) y = 0;
    const place: [number, number] = [x, y];
    x += STEP;
    y += STEP;
    return place;
  });
}

/** A grid over the view, as square as possible, filled row by row. */
export function tile(count: number, [width, height]: View): Rectangle[] {
  const columns = Math.ceil(Math.sqrt(count));
  const rows = Math.ceil(count / columns);
  const [w, h] = [Math.floor(width / columns), Math.floor(height / rows)];
  return Array.from({ length: count }, (_, i) => ({
    x: (i % columns) * w,
    y: Math.floor(i / columns) * h,
    width: Math.max(0, w - 2 * BORDER),
    height: Math.max(0, h - 2 * BORDER),
  }));
}
