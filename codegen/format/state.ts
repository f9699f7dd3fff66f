/**
 * What the server remembers: states, the rules for their values, and the conditions that look at them.
 */
import { z } from "zod";
import { schemaFragment } from "./schema-fragment.js";
import { argPointer, description, json, memberName, pointer } from "./words.js";

const when = z
  .strictObject({
    state: pointer.optional(),
    arg: argPointer.optional(),
    is: json.optional().describe("Holds when the value equals this."),
    is_not: json.optional().describe("Holds when the value differs from this."),
  })
  .describe("A condition on the present state of the widget, or on an argument of the callback.");
export const condition = z
  .union([when, z.array(when).min(1)])
  .describe("A condition, or several that must all hold.");

const bound = z.union([z.number(), pointer]).describe("A number, or the state to read it from.");
const normalizer = z.discriminatedUnion("rule", [
  z.strictObject({
    rule: z.literal("clamp").describe("Move into a range; element by element for lists."),
    min: bound.optional(),
    max: bound.optional(),
  }),
  z.strictObject({
    rule: z.literal("snap").describe("Move onto the nearest multiple of a step, counted from an origin."),
    step: bound,
    origin: bound,
    min: bound.optional(),
    max: bound.optional(),
  }),
  z.strictObject({
    rule: z.literal("round").describe("To a whole number; a half goes up."),
    when: condition.optional(),
  }),
  z.strictObject({
    rule: z.literal("precision").describe("Cut binary error."),
    of: z
      .array(bound)
      .min(1)
      .optional()
      .describe(
        "No more digits than the larger of these have. Default: the 15 that any decimal number keeps.",
      ),
    when: condition.optional(),
  }),
  z.strictObject({
    rule: z.literal("last_lines").describe("Keep the last lines of a text; null keeps all."),
    count: bound,
  }),
  z.strictObject({
    rule: z.literal("hex_color").describe("A colour, as # and six lower-case hex digits."),
  }),
  z.strictObject({
    rule: z.literal("null_as").describe("Store this value for null."),
    value: json,
    empty: z.literal(true).optional().describe("Store it for an empty text, too."),
  }),
  z.strictObject({
    rule: z.literal("empty_as_null").describe("Store null for an empty text; element by element for lists."),
  }),
  z.strictObject({
    rule: z.literal("value_as").describe("Store this value for another one that its setter takes."),
    of: z.union([z.boolean(), z.number(), z.string()]),
    value: json,
  }),
]);

export const phases = ["create", "before-children", "after-children", "after-tree", "visibility"] as const;

export const state = z.strictObject({
  schema: schemaFragment,
  description,
  default: json.optional(),
  default_from: pointer.optional().describe("Takes the value of this state while it was never set itself."),
  replay: z
    .enum([...phases, "never"])
    .optional()
    .describe("When its setter is called in a replay. Default: before-children; without a setter: never."),
  normalize: z.array(normalizer).min(1).optional().describe("Applied in order to every new value."),
  shared: z
    .literal(false)
    .optional()
    .describe("A value that a browser reports is kept, and not passed on to the other browsers."),
  exclusive: memberName
    .optional()
    .describe("At most one true among the members of a group: the option that names another member."),
  expires: z
    .strictObject({ seconds: pointer, to: json })
    .optional()
    .describe("After so many seconds (null or 0: never) the state takes another value by itself."),
  drifts: z
    .literal(true)
    .optional()
    .describe(
      "What a browser shows moves away from it by other ways, such as an action: browsers are told each time that it is set, also to the value that it has.",
    ),
});

export type StateDefinition = z.infer<typeof state>;
export type Normalizer = z.infer<typeof normalizer>;
export type Condition = z.infer<typeof condition>;
export type Phase = (typeof phases)[number];
