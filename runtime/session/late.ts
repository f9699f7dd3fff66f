/**
 * What can wait, such as the rows of a long table that are out of view: it goes behind all else that has gathered.
 * Calls about the same widget keep their order.
 */
import { closed } from "./completion.js";
import type { WidgetNode } from "./node.js";
import type { Entry } from "./outgoing.js";
import type { Call } from "./render.js";

interface Run {
  readonly late: boolean;
  readonly run: Call[];
}

/** Calls in their order, those that can wait apart from those that cannot. */
export function runsOf(calls: readonly Call[]): Run[] {
  const runs: Run[] = [];
  for (const call of calls) {
    const late = call[2] === true;
    const last = runs.at(-1);
    if (last?.late === late) last.run.push(call);
    else runs.push({ late, run: [call] });
  }
  return runs;
}

/** Puts what can wait behind the rest, or in front of what is next about its widget. */
export function lateLast(queue: Entry[]): Entry[] {
  if (!queue.some(isLate)) return queue;
  const ordered: Entry[] = [];
  const waiting = new Map<WidgetNode, Exclude<Entry, { kind: "raw" }>[]>();
  for (const entry of queue) {
    if (entry.kind === "raw") {
      ordered.push(entry);
      continue;
    }
    const others = waiting.get(entry.node);
    if (isLate(entry)) {
      if (others === undefined) waiting.set(entry.node, [entry]);
      else others.push(entry);
      continue;
    }
    if (others !== undefined) ordered.push(...others);
    waiting.delete(entry.node);
    ordered.push(entry);
  }
  for (const [node, entries] of waiting) {
    // One that has gone meanwhile, perhaps with its parent, wants nothing more.
    if (node.destroyed) for (const { done } of entries) closed(done);
    else ordered.push(...entries);
  }
  return ordered;
}

function isLate(entry: Entry): boolean {
  return entry.kind === "call" && entry.late;
}
