/**
 * Says whether a JSON value fits a schema fragment: the checker for defaults and other fixed values.
 * It knows the keywords of the definition format and no others.
 */
import type { Json, JsonType, SchemaFragment } from "./format.js";
import { followed, joined, jsonTypes, reference, sameJson, type Types } from "./schemas.js";

function isOfType(value: Json, type: JsonType): boolean {
  switch (type) {
    case "null":
      return value === null;
    case "array":
      return Array.isArray(value);
    case "object":
      return typeof value === "object" && value !== null && !Array.isArray(value);
    case "integer":
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

function numberFault(value: number, schema: SchemaFragment): string | null {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  if (minimum !== undefined && value < minimum) return `${value} is below ${minimum}`;
  if (maximum !== undefined && value > maximum) return `${value} is above ${maximum}`;
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum)
    return `${value} is not above ${exclusiveMinimum}`;
  if (exclusiveMaximum !== undefined && value >= exclusiveMaximum)
    return `${value} is not below ${exclusiveMaximum}`;
  return null;
}

function textFault(value: string, schema: SchemaFragment): string | null {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern } = schema;
  if (value.length < minLength) return `${JSON.stringify(value)} is shorter than ${minLength}`;
  if (value.length > maxLength) return `${JSON.stringify(value)} is longer than ${maxLength}`;
  const misses = pattern !== undefined && !new RegExp(pattern, "u").test(value);
  return misses ? `${JSON.stringify(value)} does not match ${pattern}` : null;
}

function listFault(value: readonly Json[], schema: SchemaFragment, types: Types): string | null {
  const { prefixItems = [], items, minItems = 0, maxItems = Number.POSITIVE_INFINITY, uniqueItems } = schema;
  if (value.length < minItems) return `fewer than ${minItems} items`;
  if (value.length > maxItems) return `more than ${maxItems} items`;
  if (uniqueItems && new Set(value.map((item) => JSON.stringify(item))).size < value.length)
    return "an item twice";
  for (const [index, item] of value.entries()) {
    const part = prefixItems[index] ?? items;
    if (part === false) return `more than ${prefixItems.length} items`;
    const fault = part && misfit(item, part, types);
    if (fault) return `item ${index}: ${fault}`;
  }
  return null;
}

function objectFault(value: { [key: string]: Json }, schema: SchemaFragment, types: Types): string | null {
  const { properties = {}, required = [], additionalProperties } = schema;
  const missing = required.find((key) => value[key] === undefined);
  if (missing !== undefined) return `"${missing}" is missing`;
  for (const [key, item] of Object.entries(value)) {
    const part = properties[key] ?? additionalProperties;
    if (part === false) return `"${key}" is not known`;
    const fault = typeof part === "object" ? misfit(item, part, types) : null;
    if (fault) return `"${key}": ${fault}`;
  }
  return null;
}

/** Why a value does not fit, or null when it does. */
export function misfit(value: Json, fragment: SchemaFragment, types: Types): string | null {
  if (reference(fragment)?.kind === "widgets") return "a widget cannot be written in JSON";
  const schema = joined(followed(fragment, types), types);
  if (reference(schema)) return misfit(value, schema, types);
  const shown = JSON.stringify(value);
  if (schema.anyOf) {
    const faults = schema.anyOf.map((branch) => misfit(value, branch, types));
    return faults.includes(null) ? null : (faults.at(0) ?? null);
  }
  if (schema.const !== undefined && !sameJson(value, schema.const))
    return `${shown} is not ${JSON.stringify(schema.const)}`;
  if (schema.enum && !schema.enum.some((each) => sameJson(value, each))) {
    return `${shown} is none of ${schema.enum.map((each) => JSON.stringify(each)).join(", ")}`;
  }
  const allowed = jsonTypes(schema);
  if (allowed.length > 0 && !allowed.some((type) => isOfType(value, type)))
    return `${shown} is no ${allowed.join(" or ")}`;
  if (typeof value === "number") return numberFault(value, schema);
  if (typeof value === "string") return textFault(value, schema);
  if (Array.isArray(value)) return listFault(value, schema, types);
  return value !== null && typeof value === "object" ? objectFault(value, schema, types) : null;
}

/** What a value can be, for comparing types: JSON types, and `Menu` for a widget. Null: anything. */
export function kindsOf(fragment: SchemaFragment, types: Types): ReadonlySet<string> | null {
  const schema = followed(fragment, types);
  const ref = reference(schema);
  if (ref) return new Set([ref.name]);
  if (schema.anyOf) {
    const branches = schema.anyOf.map((branch) => kindsOf(branch, types));
    return branches.includes(null) ? null : new Set(branches.flatMap((branch) => [...(branch ?? [])]));
  }
  const kindOf = (value: Json): string =>
    value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  if (schema.const !== undefined) return new Set([kindOf(schema.const)]);
  if (schema.enum) return new Set(schema.enum.map(kindOf));
  const named = jsonTypes(schema).map((type) => (type === "integer" ? "number" : type));
  if (named.length > 0) return new Set(named);
  if (schema.items !== undefined || schema.prefixItems) return new Set(["array"]);
  return schema.properties || schema.allOf || schema.additionalProperties !== undefined
    ? new Set(["object"])
    : null;
}
