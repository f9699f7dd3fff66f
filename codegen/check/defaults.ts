/**
 * Checks where values start: every state has one, and what is made with nothing given starts as its state says.
 */
import type { Json, OptionDefinition } from "../format.js";
import type { Member } from "../resolve.js";
import { partAt, sameJson, splitPointer, takesNull, valueAt } from "../schemas.js";
import type { Scope } from "./scope.js";

function checkGiver(scope: Scope, { name, path, definition }: Member<OptionDefinition>): void {
  const pointer = definition.state ?? name;
  const { state, segments } = splitPointer(pointer);
  const target = scope.subject.states.get(state)?.definition;
  if (!target || definition.default === undefined || target.default === undefined) return;
  if (!partAt(target.schema, segments, scope.types)) return;
  const start = valueAt(target.default, segments);
  const asNull = (target.normalize ?? []).find((rule) => rule.rule === "null_as");
  const given: Json =
    definition.default === null && segments.length === 0 && asNull ? asNull.value : definition.default;
  if (sameJson(given, start)) return;
  const details = { found: JSON.stringify(definition.default), expected: JSON.stringify(start) };
  scope.fault("default-mismatch", [...path, "default"], { name, state: pointer }, details);
}

export function checkDefaults(scope: Scope): void {
  const { subject } = scope;
  const givers = [...subject.args.values(), ...subject.options.values()];
  for (const giver of givers) if (giver.owner === subject) checkGiver(scope, giver);
  const isGiven = (state: string): boolean =>
    givers.some(
      ({ name, definition }) => (definition.state ?? name) === state && definition.default === undefined,
    );
  for (const { name, path, definition } of subject.lost.size > 0 ? [] : scope.own(subject.states)) {
    if (path[0] !== "state" || definition.default !== undefined || definition.default_from !== undefined)
      continue;
    if (!takesNull(definition.schema, scope.types) && !isGiven(name))
      scope.keyFault("missing-default", path, { name });
  }
  const args = [...subject.args.values()];
  const isOptional = ({ definition }: Member<OptionDefinition>): boolean =>
    definition.default !== undefined || definition.default_from !== undefined;
  const firstOptional = args.findIndex(isOptional);
  for (const [index, arg] of args.entries()) {
    if (arg.owner !== subject || firstOptional < 0 || index < firstOptional || isOptional(arg)) continue;
    scope.fault("required-after-optional", arg.path, { name: arg.name });
  }
  for (const { name, definition } of scope.own(subject.callbacks)) {
    const optional = (definition.args ?? []).findIndex((arg) => arg.optional);
    for (const [index, arg] of (definition.args ?? []).entries()) {
      if (optional < 0 || index < optional || arg.optional) continue;
      scope.fault("required-after-optional", ["callbacks", name, "args", index], { name: arg.name });
    }
  }
}
