/**
 * Random values that fit a schema, from a seed: the same seed gives the same value.
 */
import type { Json, JsonType, SchemaFragment } from "../../codegen/format.js";
import { types } from "./definitions.js";

/** A stream of random numbers (mulberry32). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 (included) to 1 (not included). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from 0 (included) to `end` (not included). */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new NothingFits("nothing to pick from");
    return items[this.below(items.length)] as T;
  }
}

/** No value can be made: the schema asks for a widget that does not exist. */
export class NothingFits extends Error {}

export interface ValueOptions {
  /** A living widget of a class. Throws `NothingFits` when there is none. */
  widget(className: string): unknown;
  /** The name that a field has in the value. */
  field(name: string): string;
  /** Values to pick from in place of random ones, by name of a shared type. */
  samples?(type: string): readonly unknown[] | undefined;
}

const words = ["", "a", "Open file…", "<b>bold</b>", "two\nlines", "ärger 😀", "0", "x".repeat(40)];

export function randomValue(
  schema: SchemaFragment,
  random: Random,
  options: ValueOptions,
  depth = 0,
): unknown {
  const { $ref } = schema;
  if ($ref?.startsWith("#/widgets/")) return options.widget($ref.slice(10));
  if ($ref !== undefined) {
    const samples = options.samples?.($ref.slice(8));
    if (samples !== undefined) return random.pick(samples);
    const type = types.get($ref.slice(8));
    if (type === undefined) throw new Error(`no type ${$ref}`);
    return randomValue(type.schema, random, options, depth + 1);
  }
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return random.pick(schema.enum);
  if (schema.anyOf !== undefined) {
    const branches = depth > 6 ? schema.anyOf.slice(-1) : schema.anyOf;
    return randomValue(random.pick(branches), random, options, depth + 1);
  }
  if (schema.allOf !== undefined) {
    return Object.assign({}, ...schema.allOf.map((each) => randomValue(each, random, options, depth + 1)));
  }
  const type = Array.isArray(schema.type) ? random.pick(schema.type) : schema.type;
  return valueOfType(type, schema, random, options, depth);
}

function valueOfType(
  type: JsonType | undefined,
  schema: SchemaFragment,
  random: Random,
  options: ValueOptions,
  depth: number,
): unknown {
  switch (type) {
    case "null":
      return null;
    case "boolean":
      return random.chance(0.5);
    case "integer":
      return Math.round(numberIn(schema, random));
    case "number":
      return random.chance(0.5) ? Math.round(numberIn(schema, random)) : numberIn(schema, random);
    case "string":
      return text(schema, random);
    case "array":
      return list(schema, random, options, depth);
    case "object":
      return record(schema, random, options, depth);
    default:
      return random.pick<Json>([null, true, 7, "any", [1, 2], { deep: { er: 1 } }]);
  }
}

function numberIn(schema: SchemaFragment, random: Random): number {
  const min = schema.minimum ?? (schema.exclusiveMinimum !== undefined ? schema.exclusiveMinimum + 0.5 : -20);
  const max = schema.maximum ?? schema.exclusiveMaximum ?? Math.max(min, 0) + 120;
  return Math.round((min + random.next() * (max - min)) * 100) / 100;
}

function text(schema: SchemaFragment, random: Random): string | Uint8Array {
  if (schema.contentEncoding !== undefined) {
    return Uint8Array.from({ length: random.below(5) }, () => random.below(256));
  }
  if (schema.pattern !== undefined) return random.pick(patterned(schema.pattern));
  if (schema.examples !== undefined) return String(random.pick(schema.examples));
  return random.pick(words.filter((word) => word.length >= (schema.minLength ?? 0)));
}

/** Texts for the patterns that the shared types use. */
function patterned(pattern: string): string[] {
  const samples = ["#12ab9f", "#ff0000", "400", "650", "oblique 10deg", "tab_1", "rgb(1, 2, 3)", "12ab9f"];
  const fitting = samples.filter((sample) => new RegExp(pattern).test(sample));
  if (fitting.length === 0) throw new Error(`no sample text for the pattern ${pattern}`);
  return fitting;
}

function list(schema: SchemaFragment, random: Random, options: ValueOptions, depth: number): unknown[] {
  if (schema.prefixItems !== undefined) {
    return schema.prefixItems.map((item) => randomValue(item, random, options, depth + 1));
  }
  const min = schema.minItems ?? 0;
  const count = depth > 5 ? min : min + random.below(4);
  const item = schema.items === undefined || schema.items === false ? {} : schema.items;
  const items = Array.from({ length: Math.min(count, schema.maxItems ?? count) }, () =>
    randomValue(item, random, options, depth + 1),
  );
  if (schema.uniqueItems !== true) return items;
  const seen = new Set<string>();
  return items.filter((each) => !seen.has(JSON.stringify(each)) && seen.add(JSON.stringify(each)));
}

function record(schema: SchemaFragment, random: Random, options: ValueOptions, depth: number): unknown {
  const result: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    if (schema.required?.includes(name) !== true && !random.chance(0.5)) continue;
    result[options.field(name)] = randomValue(property, random, options, depth + 1);
  }
  const { additionalProperties } = schema;
  if (typeof additionalProperties === "object" && depth < 5) {
    for (let i = random.below(4); i > 0; i--) {
      result[`key${random.below(6)}`] = randomValue(additionalProperties, random, options, depth + 1);
    }
  }
  return result;
}
