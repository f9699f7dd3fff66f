/**
 * How the panes of a splitter share its room.
 * Pure arithmetic: shares are in any unit, only their proportion counts.
 */

/** A pane, as far as sharing goes. */
export interface Sharer {
  /** Above or equal to 0. */
  share: number;
  /** Smallest size in CSS pixels. */
  readonly min: number;
  /** It is not shown; it keeps its share for later. */
  readonly hidden: boolean;
}

/** Share of a pane that joins others: an equal part of the room. */
export function joiningShare(panes: readonly Sharer[]): number {
  return panes.length === 0 ? 1 : total(panes) / panes.length || 1;
}

/** Gives the panes new sizes, in order. Panes beyond the list keep their part of the room. */
export function applySizes(panes: readonly Sharer[], sizes: readonly number[]): void {
  const set = panes.slice(0, sizes.length);
  const kept = panes.slice(sizes.length);
  if (set.length === 0) return;
  const whole = total(panes) || 1;
  const room = whole - total(kept);
  const sum = set.reduce((before, _, i) => before + Math.max(0, sizes[i] ?? 0), 0);
  set.forEach((pane, i) => {
    // All of them at nothing says nothing: they share equally.
    const part = sum > 0 ? Math.max(0, sizes[i] ?? 0) / sum : 1 / set.length;
    // Without panes that keep theirs, the program's own numbers are as good as any.
    pane.share = kept.length === 0 && sum > 0 ? Math.max(0, sizes[i] ?? 0) : part * room;
  });
}

/** Turns the shares into pixels, from the measured sizes of the panes that show. */
export function measureShares(panes: readonly Sharer[], sizes: readonly number[]): void {
  const shown = panes.filter((pane) => !pane.hidden);
  const pixels = panes.reduce((sum, pane, i) => sum + (pane.hidden ? 0 : (sizes[i] ?? 0)), 0);
  const before = total(shown);
  panes.forEach((pane, i) => {
    if (!pane.hidden) pane.share = sizes[i] ?? 0;
    else if (before > 0) pane.share *= pixels / before;
  });
}

/** Moves the border between two panes by so many pixels, as far as their smallest sizes let it. */
export function moveBorder(before: Sharer, after: Sharer, from: readonly [number, number], by: number): void {
  const [first, second] = from;
  // A pane that is below its smallest size already does not have to grow.
  const least = Math.min(before.min, first);
  const most = first + second - Math.min(after.min, second);
  before.share = Math.min(most, Math.max(least, first + by));
  after.share = first + second - before.share;
}

function total(panes: readonly Sharer[]): number {
  return panes.reduce((sum, pane) => sum + pane.share, 0);
}
