/**
 * Checks that a value which goes into a state has a type that the state can have.
 */
import { kindsOf } from "../fits.js";
import type { SchemaFragment } from "../format.js";
import type { Path } from "../load.js";
import { anywhere, reference, type Types } from "../schemas.js";
import type { Scope } from "./scope.js";

export function mismatch(
  scope: Scope,
  path: Path,
  what: string,
  state: string,
  found: Iterable<string>,
  kept: Iterable<string>,
): void {
  const details = { found: [...found].sort().join(", "), expected: [...kept].sort().join(", ") };
  scope.fault("type-mismatch", path, { what, state }, details);
}

/** Whether all types that a schema names are there. Of one that is not, nothing can be said. */
export const isKnown = (schema: SchemaFragment, types: Types): boolean =>
  !anywhere(schema, types, (part) => {
    const ref = reference(part);
    return ref?.kind === "types" && !types.has(ref.name);
  });

/** `part` is the schema of the state or of the part of it that takes the value. null, and what rules replace, is left to them. */
export function checkGoesInto(
  scope: Scope,
  what: string,
  given: SchemaFragment,
  part: SchemaFragment,
  state: string,
  path: Path,
): void {
  if (!isKnown(given, scope.types) || !isKnown(part, scope.types)) return;
  const [taken, kept] = [kindsOf(given, scope.types), kindsOf(part, scope.types)];
  if (kept === null) return;
  const rules = scope.subject.states.get(state)?.definition.normalize ?? [];
  const replaced = new Set<string>(rules.map((rule) => (rule.rule === "value_as" ? typeof rule.of : "")));
  const stray = (taken ? [...taken] : ["anything"]).filter(
    (kind) => kind !== "null" && !kept.has(kind) && !replaced.has(kind),
  );
  if (stray.length > 0) mismatch(scope, path, what, state, stray, kept);
}
