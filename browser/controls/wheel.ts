/**
 * The wheel over a control, as whole steps.
 * Made from wheel events of mice, which come in notches, and of touchpads, which come in many small moves.
 */

/** Pixels that make the first step, and each further one of the same event. */
const FIRST = 50;
const NOTCH = 100;
/** A line of a wheel that counts in lines, in pixels: three of them are one notch. */
const LINE = 33;
/** Milliseconds after which a move begins anew. */
const PAUSE = 250;

/** Calls `step` with the number of steps, positive for up. The page does not scroll meanwhile. */
export function onWheel(element: HTMLElement, usable: () => boolean, step: (steps: number) => void): void {
  let gathered = 0;
  let last = 0;
  element.addEventListener(
    "wheel",
    (event) => {
      // With Control the page is zoomed.
      if (event.ctrlKey || event.deltaY === 0 || !usable()) return;
      event.preventDefault();
      const pixels = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * LINE;
      if (event.timeStamp - last > PAUSE || Math.sign(pixels) !== Math.sign(gathered)) gathered = 0;
      last = event.timeStamp;
      gathered += pixels;
      if (Math.abs(gathered) < FIRST) return;
      const steps = Math.max(1, Math.round(Math.abs(gathered) / NOTCH));
      const up = gathered < 0;
      gathered = 0;
      step(up ? steps : -steps);
    },
    { passive: false },
  );
}
