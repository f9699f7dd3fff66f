/**
 * Copies values that are plain data as far as their schema goes: texts, numbers, lists and records, without widgets,
 * bytes or fields of other names. The rows of a large table are copied four times faster than zod does it. Whatever
 * does not fit, or is out of the ordinary, is left to zod, which also says what is wrong with it.
 */
import type { z } from "zod";
import type { Validator } from "./table.js";
import { isPlain } from "./values.js";

export const NO_FIT: unique symbol = Symbol("no fit");

/** A copy of a value that fits; NO_FIT for every other one. */
type Copy = (value: unknown, depth: number) => unknown;

/** What is nested deeper is out of the ordinary. */
const DEEPEST = 100;

const hasOwnSymbols = (value: object): boolean => Object.getOwnPropertySymbols(value).length > 0;

const only =
  (fits: (value: unknown) => boolean): Copy =>
  (value) =>
    fits(value) ? value : NO_FIT;

function listOf(item: Copy): Copy {
  return (value, depth) => {
    if (!Array.isArray(value) || depth > DEEPEST) return NO_FIT;
    const copy: unknown[] = new Array(value.length);
    for (let i = 0; i < value.length; i++) {
      const each = item(value[i], depth + 1);
      if (each === NO_FIT) return NO_FIT;
      copy[i] = each;
    }
    return copy;
  };
}

function recordOf(entry: Copy): Copy {
  return (value, depth) => {
    if (typeof value !== "object" || value === null || depth > DEEPEST) return NO_FIT;
    if (!isPlain(value) || hasOwnSymbols(value)) return NO_FIT;
    const copy: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      if (key === "__proto__") return NO_FIT;
      const each = entry(value[key], depth + 1);
      if (each === NO_FIT) return NO_FIT;
      copy[key] = each;
    }
    return copy;
  };
}

function firstOf(branches: readonly Copy[]): Copy {
  return (value, depth) => {
    for (const branch of branches) {
      const copy = branch(value, depth);
      if (copy !== NO_FIT) return copy;
    }
    return NO_FIT;
  };
}

const known = new WeakMap<object, { copy: Copy | null }>();

/** null: the schema says more than plain data. */
function copyOf(schema: z.core.$ZodType): Copy | null {
  const found = known.get(schema);
  // One that holds itself is asked for while it is worked out.
  if (found) return found.copy;
  const entry: { copy: Copy | null } = {
    copy: (value, depth) => (made === null ? NO_FIT : made(value, depth)),
  };
  known.set(schema, entry);
  const made = work(schema);
  entry.copy = made;
  return made;
}

function work(schema: z.core.$ZodType): Copy | null {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if ((def.checks?.length ?? 0) > 0 || "check" in def || ("coerce" in def && def.coerce === true))
    return null;
  switch (def.type) {
    case "string":
      return only((value) => typeof value === "string");
    case "number":
      return only(Number.isFinite);
    case "boolean":
      return only((value) => typeof value === "boolean");
    case "null":
      return only((value) => value === null);
    case "enum": {
      const values = new Set<unknown>(Object.values(def.entries));
      return only((value) => values.has(value));
    }
    case "literal": {
      const values = new Set<unknown>(def.values);
      return only((value) => values.has(value));
    }
    case "nullable":
    case "optional": {
      const inner = copyOf(def.innerType);
      const absent = def.type === "nullable" ? null : undefined;
      return inner && ((value, depth) => (value === absent ? value : inner(value, depth)));
    }
    case "union": {
      const branches = def.options.map(copyOf);
      return branches.every((branch) => branch !== null) ? firstOf(branches) : null;
    }
    case "array": {
      const item = copyOf(def.element);
      return item && listOf(item);
    }
    case "record": {
      const entry = copyOf(def.valueType);
      const isByText =
        (def.keyType as z.core.$ZodTypes)._zod.def.type === "string" && copyOf(def.keyType) !== null;
      return entry && isByText ? recordOf(entry) : null;
    }
    case "lazy":
      return copyOf(def.getter());
    default:
      return null;
  }
}

/** A copy of a plain value that fits; NO_FIT: zod must look at it. */
export function copyPlain(validator: Validator, value: unknown): unknown {
  const copy = copyOf(validator as z.core.$ZodType);
  return copy === null ? NO_FIT : copy(value, 0);
}
