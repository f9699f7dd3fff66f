/**
 * The nearest valid name to one that is not valid.
 * Made from the edit distance in which swapping two neighbours counts as one step.
 */
import type { Details } from "./diagnostics.js";

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

/** Candidates that are near enough to suggest, with their distance; the nearest first. */
function near(name: string, candidates: Iterable<string>): { candidate: string; steps: number }[] {
  const limit = Math.max(1, Math.floor(name.length / 3)) + 0.5;
  return [...candidates]
    .map((candidate) => ({
      candidate,
      steps: bare(name) === bare(candidate) ? 0.5 : distance(name, candidate),
    }))
    .filter(({ steps }) => steps < limit)
    .sort((a, b) => a.steps - b.steps || (a.candidate < b.candidate ? -1 : 1));
}

/** The candidate that was most likely meant, if one is near enough to suggest. */
export const nearest = (name: string, candidates: Iterable<string>): string | undefined =>
  near(name, candidates)[0]?.candidate;

/**
 * The nearest valid name for a fault at a name, and the mending when no other is as near.
 * `write` is how the whole text at the place reads with the valid name in it.
 */
export function suggestion(
  name: string,
  candidates: Iterable<string>,
  write: (candidate: string) => string = (candidate) => candidate,
): Pick<Details, "nearest" | "mend"> {
  const [first, second] = near(name, candidates);
  if (first === undefined) return {};
  const isClear = second === undefined || second.steps > first.steps;
  return {
    nearest: first.candidate,
    ...(isClear && { mend: { kind: "replace", text: JSON.stringify(write(first.candidate)) } }),
  };
}
