/**
 * A change between two states of the definitions, and what it means for programs that use them.
 */

/** patch: nothing that a program can notice; minor: more than before, or another behaviour; major: programs break. */
export const levels = ["patch", "minor", "major"] as const;
export type Level = (typeof levels)[number];

export type Part = "class" | "type" | "arg" | "option" | "state" | "method" | "callback";

export interface Change {
  readonly level: Level;
  readonly what: "added" | "removed" | "changed";
  readonly part: Part;
  /** `Slider`, or `Slider.set_value` with the wire name of a member. */
  readonly name: string;
  /** What about it is other than before; for what was added or removed, empty. */
  readonly says: string;
}

/** The largest of them. Null: nothing changed. */
export function verdict(changes: readonly Change[]): Level | null {
  const found = Math.max(-1, ...changes.map(({ level }) => levels.indexOf(level)));
  return levels[found] ?? null;
}
