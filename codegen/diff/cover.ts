/**
 * Compares two schemas: whether one takes every value that the other takes.
 * When that cannot be said, the answer is no, so that a change counts as the larger one.
 */
import { misfit } from "../fits.js";
import type { Json, JsonType, SchemaFragment } from "../format.js";
import { isAnything, jsonTypes, reference, type Types } from "../schemas.js";

/** How a schema relates to the one before it, by the values that it takes. */
export type Relation = "same" | "wider" | "narrower" | "other";

const literals = (schema: SchemaFragment): readonly Json[] | null =>
  schema.const !== undefined ? [schema.const] : (schema.enum ?? null);

function namedTypes(schema: SchemaFragment): readonly JsonType[] {
  const named = jsonTypes(schema);
  if (named.length > 0) return named;
  if (schema.items !== undefined || schema.prefixItems) return ["array"];
  return schema.properties || schema.additionalProperties !== undefined ? ["object"] : [];
}

const atLeast = (wide: number | undefined, narrow: number | undefined): boolean =>
  wide === undefined || (narrow !== undefined && narrow >= wide);
const atMost = (wide: number | undefined, narrow: number | undefined): boolean =>
  wide === undefined || (narrow !== undefined && narrow <= wide);

function coversNumber(wide: SchemaFragment, narrow: SchemaFragment): boolean {
  return (
    atLeast(wide.minimum, narrow.minimum ?? narrow.exclusiveMinimum) &&
    atMost(wide.maximum, narrow.maximum ?? narrow.exclusiveMaximum) &&
    atLeast(wide.exclusiveMinimum, narrow.exclusiveMinimum) &&
    atMost(wide.exclusiveMaximum, narrow.exclusiveMaximum)
  );
}

function coversText(wide: SchemaFragment, narrow: SchemaFragment): boolean {
  return (
    wide.contentEncoding === narrow.contentEncoding &&
    (wide.pattern === undefined || wide.pattern === narrow.pattern) &&
    atLeast(wide.minLength || undefined, narrow.minLength) &&
    atMost(wide.maxLength, narrow.maxLength)
  );
}

/** What an array holds at a place. Undefined: nothing can stand there. */
function itemAt(schema: SchemaFragment, index: number): SchemaFragment | undefined {
  const { prefixItems, items } = schema;
  const part = prefixItems?.[index];
  if (part) return part;
  if (items === false || (items === undefined && prefixItems)) return undefined;
  return items ?? {};
}

function coversArray(wide: SchemaFragment, narrow: SchemaFragment, types: Types): boolean {
  const fits =
    atLeast(wide.minItems || undefined, narrow.minItems) &&
    atMost(wide.maxItems, narrow.maxItems) &&
    (wide.uniqueItems !== true || narrow.uniqueItems === true);
  if (!fits) return false;
  const places = Math.max(wide.prefixItems?.length ?? 0, narrow.prefixItems?.length ?? 0) + 1;
  for (let index = 0; index < places; index++) {
    const [outer, inner] = [itemAt(wide, index), itemAt(narrow, index)];
    if (inner && (!outer || !covers(outer, inner, types))) return false;
  }
  return true;
}

function coversObject(wide: SchemaFragment, narrow: SchemaFragment, types: Types): boolean {
  const required = new Set(narrow.required);
  if ((wide.required ?? []).some((name) => !required.has(name))) return false;
  const [outer, inner] = [wide.properties ?? {}, narrow.properties ?? {}];
  const others = (schema: SchemaFragment): SchemaFragment | null => {
    const { additionalProperties: more } = schema;
    if (typeof more === "object") return more;
    return more === true || (more === undefined && schema.properties === undefined) ? {} : null;
  };
  for (const [name, part] of Object.entries(inner)) {
    const taken = outer[name] ?? others(wide);
    if (!taken || !covers(taken, part, types)) return false;
  }
  const [rest, otherRest] = [others(wide), others(narrow)];
  return otherRest === null || (rest !== null && covers(rest, otherRest, types));
}

function coversType(type: JsonType, wide: SchemaFragment, narrow: SchemaFragment, types: Types): boolean {
  const taken = namedTypes(wide);
  if (!taken.includes(type) && !(type === "integer" && taken.includes("number"))) return false;
  switch (type) {
    case "number":
    case "integer":
      return coversNumber(wide, narrow);
    case "string":
      return coversText(wide, narrow);
    case "array":
      return coversArray(wide, narrow, types);
    case "object":
      return coversObject(wide, narrow, types);
    default:
      return true;
  }
}

/** Whether the first takes every value that the second takes. Shared types are the same when their names are. */
export function covers(wide: SchemaFragment, narrow: SchemaFragment, types: Types): boolean {
  if (isAnything(wide)) return true;
  if (isAnything(narrow)) return false;
  if (narrow.anyOf) return narrow.anyOf.every((branch) => covers(wide, branch, types));
  const values = literals(narrow);
  if (values) return values.every((value) => misfit(value, wide, types) === null);
  const named = namedTypes(narrow);
  if (named.length > 1) {
    return named.every((type) => covers(wide, { ...narrow, type }, types));
  }
  if (wide.anyOf) return wide.anyOf.some((branch) => covers(branch, narrow, types));
  const [outer, inner] = [reference(wide), reference(narrow)];
  if (outer || inner) return outer?.kind === inner?.kind && outer?.name === inner?.name;
  if (literals(wide)) return false;
  const [type] = named;
  return type !== undefined && coversType(type, wide, narrow, types);
}

export function relation(before: SchemaFragment, now: SchemaFragment, types: Types): Relation {
  const [takesOld, takesNew] = [covers(now, before, types), covers(before, now, types)];
  if (takesOld && takesNew) return "same";
  return takesOld ? "wider" : takesNew ? "narrower" : "other";
}
