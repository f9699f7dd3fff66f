/**
 * The nearest valid name to one that is not valid.
 * Made from the edit distance in which swapping two neighbours counts as one step.
 */

function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let best = Math.min(
        (last[column] as number) + 1,
        (current[column - 1] as number) + 1,
        (last[column - 1] as number) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        best = Math.min(best, (beforeLast[column - 2] as number) + 1);
      }
      current.push(best);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] as number;
}

/** Letters only, so that `stateName`, `state-name` and `state_name` are one step apart at most. */
const bare = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");

/** The candidate that was most likely meant, if one is near enough to suggest. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(name.length / 3)) + 0.5;
  for (const candidate of [...candidates].sort()) {
    const steps = bare(name) === bare(candidate) ? 0.5 : distance(name, candidate);
    if (steps < least) {
      best = candidate;
      least = steps;
    }
  }
  return best;
}
