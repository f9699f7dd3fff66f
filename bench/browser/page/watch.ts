/**
 * When work is painted. A frame's callbacks run at its beginning; a task that such a callback posts runs when the main
 * thread has done the styles, layout and painting of that frame and has handed it to the compositor. So work is
 * painted at the first such task whose frame began with all of the work done. Rasterising and showing the frame,
 * which other threads do, is not counted, neither for us nor for the bare page.
 */

/** What is not all there yet, because it is out of view: lines of a column, rows of a table. */
const LATER = ".pgw-waiting, [aria-busy=true]";

/** Times are those of `performance.now()`, in milliseconds. */
export interface Painted {
  /** From the start of the work to its painting. */
  readonly time: number;
  /** From the start of the work until what is out of view is there as well. */
  readonly all: number;
  /** The longest time between the beginnings of two frames until then; the last one goes to its painting. */
  readonly longest: number;
  /** When it was painted, in milliseconds since 1970, to be compared with the clock of the server. */
  readonly at: number;
}

export interface Watched {
  /** When the work began; null while it has not. */
  readonly began: () => number | null;
  /** All that was asked for is done, but for what belongs to the frame itself. */
  readonly done: () => boolean;
  /** It is in the document: asked at the end of a frame, since observers of sizes may draw within it. */
  readonly drawn?: () => boolean;
}

/** Follows each frame until the work is painted. Call it before the work begins. */
export function watchPainting({ began, done, drawn = () => true }: Watched): Promise<Painted> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    let wasDone = false;
    let frame: number | null = null;
    let longest = 0;
    let painted: Pick<Painted, "time" | "at"> | null = null;
    port1.onmessage = () => {
      const now = performance.now();
      const from = began();
      if (!wasDone || from === null || !drawn()) return;
      painted ??= { time: now - from, at: performance.timeOrigin + now };
      if (document.querySelector(LATER) !== null) return;
      wasDone = false;
      port1.close();
      cancelAnimationFrame(next);
      longest = Math.max(longest, now - (frame ?? now));
      resolve({ ...painted, all: now - from, longest });
    };
    const step = () => {
      const now = performance.now();
      const from = began();
      if (from !== null && frame !== null) longest = Math.max(longest, now - frame);
      frame = now;
      wasDone = from !== null && done();
      port2.postMessage(null);
      next = requestAnimationFrame(step);
    };
    let next = requestAnimationFrame(step);
  });
}
