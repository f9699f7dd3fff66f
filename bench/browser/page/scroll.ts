/**
 * How evenly an element is scrolled: the times between frames from the first that shows it moved to the last.
 * Made from one animation frame after the other.
 */

export interface Scrolling {
  /** Milliseconds between the frames in which it moved. */
  readonly gaps: readonly number[];
  /** Pixels from where it was at first. */
  readonly moved: number;
}

/** It has come to rest when it has not moved for so many frames. */
const AT_REST = 10;

/** Follows each frame until `ended` is called and the element rests. */
export function watchScroll(element: Element): { ended(): Promise<Scrolling> } {
  const from = element.scrollTop;
  const gaps: number[] = [];
  let at = from;
  let before: number | null = null;
  let still = 0;
  let rested: ((scrolling: Scrolling) => void) | null = null;
  const step = (now: number) => {
    if (before !== null) gaps.push(now - before);
    const top = element.scrollTop;
    still = top === at ? still + 1 : 0;
    at = top;
    if (at !== from) before = now;
    if (rested !== null && still >= AT_REST) {
      rested({ gaps: gaps.slice(0, Math.max(0, gaps.length - still)), moved: at - from });
      return;
    }
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
  return {
    ended: () =>
      new Promise((resolve) => {
        rested = resolve;
        still = 0;
      }),
  };
}
