/**
 * Generated validators read every shared type from the wire and write it back unchanged;
 * values that do not fit are refused in both directions.
 */
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { camel } from "../../codegen/emit/names.js";
import { renames } from "../../codegen/emit/zod-text.js";
import type { Json, SchemaFragment } from "../../codegen/format.js";
import { readSources } from "../../codegen/read.js";
import { isArray, jsonTypes, reference } from "../../codegen/schemas.js";
import { understand } from "../../codegen/understand.js";
import * as validators from "../../generated/validators.js";
import { bytes, json, renamed, WIDGET, widgetRef } from "../../runtime/session/validators.js";

const { model } = understand(readSources(new URL("../../schema", import.meta.url).pathname));
if (!model) throw new Error("the definitions have faults");
const { types, schemas } = model;

const aWidget = { [WIDGET]: { isA: (name: string) => name !== "Nothing" } };
/** Texts of the patterns that the types use. */
const texts = ["#a1b2c3", "#A1B", "text", "a", ""];

/** Values of a schema: each branch of a union, objects with and without what is optional. */
function samples(schema: SchemaFragment, depth = 0): unknown[] {
  const ref = reference(schema);
  if (ref?.kind === "widgets") return [aWidget];
  if (ref) return depth > 6 ? [] : samples(schemas.get(ref.name) ?? {}, depth + 1);
  if (schema.anyOf) return schema.anyOf.flatMap((branch) => samples(branch, depth));
  if (schema.const !== undefined) return [schema.const];
  if (schema.enum) return schema.enum.slice(0, 2);
  if (schema.contentEncoding) return [new Uint8Array([1, 2])];
  const named = jsonTypes(schema);
  const all = named.length > 0 ? named : [isArray(schema) ? "array" : schema.properties ? "object" : "null"];
  return all.flatMap((type) => ofType(type, schema, depth));
}

function ofType(type: string, schema: SchemaFragment, depth: number): unknown[] {
  const { minimum = 0, exclusiveMinimum, minLength = 0, pattern } = schema;
  switch (type) {
    case "null":
      return [null];
    case "boolean":
      return [true];
    case "string":
      return texts
        .filter((it) => it.length >= minLength && (pattern === undefined || new RegExp(pattern).test(it)))
        .slice(0, 1);
    case "number":
    case "integer":
      return [exclusiveMinimum === undefined ? minimum : exclusiveMinimum + 1];
    case "array": {
      const { prefixItems, items, minItems = 0 } = schema;
      if (prefixItems) return [prefixItems.map((part) => samples(part, depth)[0])];
      return items ? [samples(items, depth).slice(0, Math.max(1, minItems))] : [[]];
    }
    default: {
      const { properties = {}, required = [], additionalProperties: more } = schema;
      const full = Object.entries(properties).map(([name, part]) => [name, samples(part, depth).at(-1)]);
      const least = full.filter(([name]) => required.includes(name as string));
      const other =
        typeof more === "object" ? samples(more, depth).map((value, i) => [`key ${i}`, value]) : [];
      return [[...full, ...other], least].map((entries) =>
        Object.fromEntries(entries.filter(([, value]) => value !== undefined)),
      );
    }
  }
}

const validatorOf = (name: string): z.ZodType =>
  (validators as Record<string, () => z.ZodType>)[name]?.() as z.ZodType;

/** All keys of objects inside a value. */
function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (value === null || typeof value !== "object" || value === aWidget || value instanceof Uint8Array)
    return [];
  return Object.entries(value).flatMap(([name, part]) => [name, ...keysOf(part)]);
}

describe.each(types.map((type) => [type.name, type] as const))("%s", (name, type) => {
  const values = samples(type.schema);
  test("reads what is on the wire and writes the same again", () => {
    expect(values.length).toBeGreaterThan(0);
    for (const wire of values) {
      const read = z.decode(validatorOf(name), wire);
      expect(z.encode(validatorOf(name), read)).toEqual(wire);
    }
  });
  if (renames(type.schema, schemas)) {
    test("has its TypeScript names", () => {
      const read = values.map((wire) => z.decode(validatorOf(name), wire));
      const before = keysOf(values);
      expect(before.some((key) => camel(key) !== key)).toBe(true);
      expect(keysOf(read)).toEqual(before.map(camel));
    });
  }
});

describe("renamed fields", () => {
  const place = renamed(z.strictObject({ colKey: z.string(), iconSize: z.number().optional() }), {
    col_key: "colKey",
    icon_size: "iconSize",
  });
  const wire: Json = { col_key: "a", icon_size: 3 };
  const read = { colKey: "a", iconSize: 3 };
  const around: [string, z.ZodType, unknown, unknown][] = [
    ["a union", z.union([z.string(), place]), wire, read],
    ["null", place.nullable(), wire, read],
    ["an array", z.array(place), [wire], [read]],
    ["a tuple", z.tuple([z.string(), place.optional()]), ["x", wire], ["x", read]],
    ["a record", z.record(z.string(), place), { some_key: wire }, { some_key: read }],
    ["an optional field", z.object({ at: place.optional() }), { at: wire }, { at: read }],
    [
      "themselves",
      renamed(z.object({ theOne: place }), { the_one: "theOne" }),
      { the_one: wire },
      { theOne: read },
    ],
  ];
  test.each(around)("inside %s", (_, schema, outside, inside) => {
    expect(z.safeDecode(schema, outside)).toEqual({ success: true, data: inside });
    expect(z.safeEncode(schema, inside)).toEqual({ success: true, data: outside });
  });
  test("what is undefined does not travel", () => {
    expect(z.encode(place, { colKey: "a", iconSize: undefined })).toEqual({ col_key: "a" });
  });
  test("faults name the field as the program does", () => {
    const result = z.safeEncode(place, { colKey: 1, icon_size: 3 });
    expect(result.error?.issues.map((issue) => issue.path.join("."))).toEqual(["colKey", ""]);
    expect(z.safeEncode(place, "text").success).toBe(false);
    expect(z.safeDecode(place, [wire]).success).toBe(false);
  });
  test("the TypeScript name is no name on the wire", () => {
    expect(z.safeDecode(place, { colKey: "a" }).success).toBe(false);
  });
});

describe("helpers", () => {
  test("a widget is known by its brand and its class", () => {
    expect(z.safeDecode(widgetRef("Menu"), aWidget).success).toBe(true);
    expect(z.safeDecode(widgetRef("Nothing"), aWidget).success).toBe(false);
    expect(z.safeDecode(widgetRef("Menu"), {}).success).toBe(false);
  });
  test("bytes are bytes", () => {
    expect(z.safeDecode(bytes(), new Uint8Array(1)).success).toBe(true);
    expect(z.safeDecode(bytes(), [1]).success).toBe(false);
  });
  test("JSON is what JSON can say, to a depth", () => {
    let deep: unknown = null;
    for (let i = 0; i < 1000; i++) deep = [deep];
    const others: unknown[] = [undefined, Number.NaN, () => 1, new Date(0), { a: 1n }, deep];
    for (const value of others) expect(z.safeDecode(json(), value).success).toBe(false);
    expect(z.safeDecode(json(), { a: [1, "b", null, { c: true }] }).success).toBe(true);
  });
});
