/**
 * Checks schema fragments themselves: keywords that would be ignored, keys that are not there,
 * fields that would have one name in TypeScript.
 */
import type { Reporter } from "../diagnostics.js";
import { camel } from "../emit/names.js";
import type { SchemaFragment } from "../format.js";
import { suggestion } from "../nearest.js";
import type { Universe } from "../resolve.js";
import { followed, isObject, jsonTypes, type Types } from "../schemas.js";
import { schemasOf } from "./schemas.js";

/** Keywords by the types that they say something about. */
const keywords: Record<string, readonly (keyof SchemaFragment)[]> = {
  object: ["properties", "required", "additionalProperties"],
  array: ["items", "prefixItems", "minItems", "maxItems", "uniqueItems"],
  number: ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"],
  string: ["minLength", "maxLength", "pattern", "contentEncoding"],
};
const alone = ["$ref", "anyOf", "allOf", "enum", "const"] as const;
/** Bounds of which the first must not be above the second. */
const bounds = [
  ["minimum", "maximum"],
  ["exclusiveMinimum", "exclusiveMaximum"],
  ["minLength", "maxLength"],
  ["minItems", "maxItems"],
] as const;
const isRemark = (key: string): boolean => key === "description" || key === "examples";

/** A keyword that says nothing where it stands, with the reason. */
function idle(schema: SchemaFragment): { key: string; why: string } | null {
  const keys = Object.keys(schema).filter((key) => !isRemark(key));
  const whole = alone.find((key) => schema[key] !== undefined);
  const beside = keys.find(
    (key) => key !== whole && !(key === "type" && (whole === "enum" || whole === "const")),
  );
  if (whole && beside) return { key: beside, why: `"${beside}" would be ignored beside "${whole}"` };
  if (whole) return null;
  if (schema.type === undefined) {
    const typed = [...(keywords.number ?? []), ...(keywords.string ?? [])].find(
      (key) => schema[key] !== undefined,
    );
    return typed === undefined ? null : { key: typed, why: `"${typed}" needs a type beside it` };
  }
  const types = jsonTypes(schema).map((type) => (type === "integer" ? "number" : type));
  for (const [type, ofType] of Object.entries(keywords)) {
    const key = ofType.find((each) => schema[each] !== undefined);
    if (key && !types.includes(type as "string"))
      return { key, why: `"${key}" says nothing about ${types.join(" or ")}` };
  }
  return null;
}

export function checkShapes(universe: Universe, types: Types, report: Reporter): void {
  for (const found of schemasOf(universe)) {
    const { schema, document } = found;
    const fault = (key: string, why: string, near?: string): void =>
      report("bad-schema", document.at([...found.path, key], "key"), { why }, { nearest: near });
    const useless = idle(schema);
    if (useless) fault(useless.key, useless.why);
    for (const [lower, upper] of bounds) {
      const [low, high] = [schema[lower], schema[upper]];
      if (low !== undefined && high !== undefined && low > high)
        fault(upper, `no value is at least ${low} and at most ${high}`);
    }
    for (const list of ["enum", "required"] as const) {
      const all = (schema[list] ?? []).map((each) => JSON.stringify(each));
      const twice = all.findIndex((each, index) => all.indexOf(each) < index);
      if (twice >= 0)
        report("bad-schema", document.at([...found.path, list, twice]), {
          why: `${all[twice]} is there twice`,
        });
    }
    for (const [index, part] of (schema.allOf ?? []).entries()) {
      if (!isObject(followed(part, types)) && !followed(part, types).allOf) {
        report("bad-schema", document.at([...found.path, "allOf", index]), {
          why: "allOf joins object types only",
        });
      }
    }
    const literals = [...(schema.enum ?? []), ...(schema.const === undefined ? [] : [schema.const])];
    if (literals.some((value) => value !== null && typeof value === "object")) {
      fault(schema.enum ? "enum" : "const", "fixed values are texts, numbers, booleans or null");
    }
    if (schema.pattern !== undefined && !isPattern(schema.pattern))
      fault("pattern", "not a regular expression");
    const fields = Object.keys(schema.properties ?? {});
    for (const [index, name] of (schema.required ?? []).entries()) {
      if (fields.includes(name)) continue;
      const place = document.at([...found.path, "required", index]);
      report("bad-schema", place, { why: `"${name}" is required but no property` }, suggestion(name, fields));
    }
    const taken = new Map<string, string>();
    for (const name of fields) {
      const property = camel(name);
      const other = taken.get(property);
      if (other !== undefined) {
        const place = document.at([...found.path, "properties", name], "key");
        report("name-clash", place, { name, other, property });
      }
      taken.set(property, name);
    }
  }
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text, "u");
    return true;
  } catch {
    return false;
  }
}
