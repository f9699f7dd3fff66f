/**
 * Checks what a class changes about its base: an overriding member can be used wherever the base's could.
 */
import { camel, runtimeMembers } from "../emit/names.js";
import { kindsOf } from "../fits.js";
import type { CallbackDefinition, MethodDefinition, ParamDefinition, SchemaFragment } from "../format.js";
import { sameJson, type Types } from "../schemas.js";
import type { Scope } from "./scope.js";

const isRequired = (param: ParamDefinition): boolean => param.default === undefined && param.keep !== true;

/** Whether every value of one kind of schema is one of the other. */
function takesAll(wide: SchemaFragment, narrow: SchemaFragment, types: Types): boolean {
  const [outer, inner] = [kindsOf(wide, types), kindsOf(narrow, types)];
  if (outer === null) return true;
  return inner !== null && [...inner].every((kind) => outer.has(kind) || /^[A-Z]/.test(kind));
}

/** Why calls that suit the base's method do not suit the overriding one. */
function methodFault(is: MethodDefinition, was: MethodDefinition, types: Types): string | null {
  const [now, before] = [is.params ?? [], was.params ?? []];
  const surplus = now.slice(before.length).find(isRequired);
  if (surplus) return `"${surplus.name}" is required`;
  const index = now.findIndex((param, place) => {
    const other = before[place];
    return other && !takesAll(param.schema, other.schema, types);
  });
  if (index >= 0) return `"${now[index]?.name}" does not take all that "${before[index]?.name}" takes`;
  if (was.returns && !is.returns) return "nothing is returned";
  if (was.returns && is.returns && !takesAll(was.returns, is.returns, types))
    return "other values are returned";
  return null;
}

const argTypes = (callback: CallbackDefinition): string =>
  JSON.stringify((callback.args ?? []).map(({ schema, optional }) => [schema, optional]));

export function checkInheritance(scope: Scope): void {
  const { subject, types } = scope;
  const { base } = subject;
  if (!base) return;
  for (const { name, path, definition } of scope.own(subject.methods)) {
    const was = base.methods.get(name)?.definition;
    // A name that is reserved has its fault already.
    if (!was || (runtimeMembers.has(camel(name)) && definition.kind !== "local")) continue;
    if (was.kind !== definition.kind) {
      scope.keyFault("override-kind", path, { name, base: base.name, was: was.kind, is: definition.kind });
      continue;
    }
    const why = methodFault(definition, was, types);
    if (why) scope.keyFault("override-mismatch", path, { name, base: base.name, why });
  }
  for (const { name, path, definition } of scope.own(subject.callbacks)) {
    const was = base.callbacks.get(name)?.definition;
    if (was && !sameJson(argTypes(was), argTypes(definition))) {
      scope.keyFault("override-mismatch", path, {
        name,
        base: base.name,
        why: "the arguments have other types",
      });
    }
  }
}
