/**
 * How long to wait before a connection is tried again.
 * Growing, so that a server that is down is left in peace; jittered, so that its pages do not all come at once.
 */

/** Milliseconds before the first new try, and at most. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;

/** Pause before try number `attempt` (from 0), in milliseconds; `random` is from 0 to 1. */
export function pauseBefore(attempt: number, random: number): number {
  const full = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** attempt);
  return Math.round(full * (0.75 + random * 0.5));
}
