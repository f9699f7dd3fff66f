/**
 * What a user does to a widget, as the server hears of it: callbacks, and the state that follows them.
 */
import { z } from "zod";
import { schemaFragment } from "./schema-fragment.js";
import { condition } from "./state.js";
import { argPointer, description, json, memberName, pointer, stackMove } from "./words.js";

export const callback = z.strictObject({
  description,
  args: z
    .array(
      z.strictObject({
        name: memberName,
        schema: schemaFragment,
        description,
        optional: z.literal(true).optional().describe("May be missing, with everything behind it."),
      }),
    )
    .optional(),
  updates: z
    .record(
      pointer,
      z.union([
        argPointer,
        z.array(argPointer).min(1),
        z.strictObject({
          from: z.union([argPointer, z.array(argPointer).min(1)]),
          when: condition,
        }),
      ]),
    )
    .optional()
    .describe("State that takes the value of an argument, or of several as a list, before any handler runs."),
  effects: z
    .array(
      z.union([
        z.strictObject({
          set: pointer,
          value: json,
          when: condition.optional(),
          after: z.literal("handlers").optional().describe("Once the handlers have run."),
        }),
        z
          .strictObject({ detach: argPointer, when: condition.optional() })
          .describe("The child leaves the widget. Of one that is no child nobody hears."),
        z
          .strictObject({ select: argPointer })
          .describe("The child becomes the selected one. Handlers run only when it was not."),
        z
          .strictObject({ move: argPointer, to: argPointer })
          .describe("The child gets another place. Of one that is no child nobody hears."),
        z.strictObject({ stack: stackMove }),
        z.strictObject({ model: memberName, operation: memberName }),
      ]),
    )
    .min(1)
    .optional()
    .describe("What else changes on the server."),
  on_change: memberName
    .optional()
    .describe(
      "Fired by the server too, when the program changes this state. For the state of a select method: " +
        "whenever another child is selected, with the child and its place as arguments.",
    ),
  source: z
    .enum(["browser", "server"])
    .optional()
    .describe("Where it starts: a user in the browser (default), or the server itself."),
  rate: z
    .enum(["every", "frame"])
    .optional()
    .describe("every (default), or at most one a frame, the last one always."),
  upload: z.literal(true).optional().describe("Its first argument announces files; they follow in chunks."),
});

export type CallbackDefinition = z.infer<typeof callback>;
