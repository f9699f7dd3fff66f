/**
 * The words of the definition format: names, sentences, ways into state and into arguments, plain values.
 */
import { z } from "zod";

export const description = z
  .string()
  .regex(/^\S[^\n]*[.!?]$/, "one or more whole sentences on one line, ending with a full stop")
  .describe("What a user of the item needs to know, in whole sentences.");

export const memberName = z
  .string()
  .regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*_?$/, "a snake_case name, as it travels on the wire")
  .describe("snake_case name, as it travels on the wire. The TypeScript name is the same in camelCase.");
export const methodName = z
  .string()
  .regex(
    /^([a-z][a-z0-9]*(_[a-z0-9]+)*_?|_[a-z][A-Za-z0-9]*)$/,
    "a snake_case name, or _camelCase for kind wire",
  )
  .describe("snake_case name, as it travels on the wire. The TypeScript name is the same in camelCase.");
export const className = z
  .string()
  .regex(/^[A-Z][A-Za-z0-9]*$/, "a PascalCase name")
  .describe("PascalCase name of a class or type.");
export const actionName = z
  .string()
  .regex(/^[a-z][a-z0-9]*([-_][a-z0-9]+)*$/, "a lower-case name with - or _ between words")
  .describe("Name of a callback, as it travels on the wire.");

export const pointer = z
  .string()
  .regex(/^[a-z][a-z0-9_]*(\/[A-Za-z0-9_]+)*$/, "a state name, or a path into it such as limits/0")
  .describe("A state, or a part of its value: `value`, `limits/0`.");
export const argPointer = z
  .string()
  .regex(/^\/[0-9]+(\/[A-Za-z0-9_]+)*$/, "a path into the arguments such as /0 or /0/width")
  .describe("A path into the arguments of a callback: `/0` is the first, `/0/width` a field of it.");

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export const json: z.ZodType<Json> = z.lazy(() =>
  z.union([z.null(), z.boolean(), z.number(), z.string(), z.array(json), z.record(z.string(), json)]),
);

/** To the front of the windows and pages, or to the back. */
export const stackMove = z.enum(["raise", "lower"]);
