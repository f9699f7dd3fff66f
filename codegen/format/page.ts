/**
 * What a page does with a widget: how it presents it, which gestures it reports, which keys work.
 */
import { z } from "zod";
import { condition } from "./state.js";
import { actionName, argPointer, description, json, memberName, pointer } from "./words.js";

/** What a page can say of a widget beside its role. `disabled` and `hidden` hold for all that is inside. */
export const flagNames = [
  "disabled",
  "hidden",
  "checked",
  "pressed",
  "expanded",
  "selected",
  "readonly",
] as const;
/** What a user does, where no key is named. */
export const gestureNames = [
  "click",
  "dblclick",
  "type",
  "select",
  "activate",
  "edit",
  "check",
  "expand",
  "collapse",
  "close",
  "close_child",
  "click_child",
  "files",
] as const;
type GestureName = (typeof gestureNames)[number];

const roleName = z.string().regex(/^[a-z]+$/, "an ARIA role in lower case");

export const accessible = z
  .strictObject({
    role: z
      .union([roleName, z.array(z.strictObject({ role: roleName, when: condition.optional() })).min(1)])
      .optional()
      .describe("ARIA role; of several the first one whose condition holds."),
    label: z
      .union([pointer, z.array(pointer).min(1)])
      .optional()
      .describe("State whose text names it; of several the first that is not empty."),
    value: pointer.optional().describe("State that its user sets: text, number, colour."),
    flags: z
      .partialRecord(
        z.enum(flagNames),
        z.strictObject({ state: pointer, is: json, when: condition.optional() }),
      )
      .optional()
      .describe("ARIA states, and the value of a state with which each holds."),
    shows: z.literal("selected").optional().describe("Of its children only the selected one is shown."),
    top: z.literal(true).optional().describe("It stands in the page by itself, without a parent."),
    child_label: argPointer
      .optional()
      .describe("Argument of the call that attaches a child which names that child."),
  })
  .describe("How a page presents it to assistive technology. What is left out is as in the base.");

const gestureArg = z.union([
  z.strictObject({ value: json }).describe("A fixed value."),
  z.strictObject({ state: pointer }).describe("The present value of a state."),
  z.strictObject({ not: pointer }).describe("The opposite of a state."),
  z.strictObject({ given: z.literal(true) }).describe("What the user gave: a text, a value."),
  z
    .strictObject({ number_for: pointer })
    .describe("What the user gave as a number, by the rules of a state."),
  z
    .strictObject({
      entry_of: pointer,
      of: pointer.optional().describe("State to look for. Default: what the user gave."),
      by: z.int().min(0).optional().describe("Part of the entry that is compared. Default: all of it."),
      take: z.union([z.int().min(0), z.enum(["index", "entry"])]),
      otherwise: json.optional().describe("When no entry fits; without it the user cannot do this."),
    })
    .describe("From the entry of a list that fits."),
  z
    .strictObject({ child: z.union([z.enum(["widget", "index"]), argPointer]) })
    .describe("The child that the gesture is about, its place, or an argument of the call that attached it."),
  z
    .strictObject({
      event: z.enum(["pointer", "key", "drop", "files"]),
      type: z.string().optional(),
    })
    .describe("A DOM event as a browser reports it."),
]);

const gestureStep = z.union([
  z.strictObject({
    callback: actionName,
    args: z.array(gestureArg).min(1).optional(),
    when: condition.optional(),
    slot: memberName.optional().describe("Only for children in this list."),
  }),
  z
    .strictObject({ model: memberName, operation: memberName, when: condition.optional() })
    .describe("What a named model does in a page with such a gesture."),
]);
const steps = z.array(gestureStep).min(1);

export const gestures = z
  .strictObject({
    ...(Object.fromEntries(gestureNames.map((name) => [name, steps.optional()])) as Record<
      GestureName,
      z.ZodOptional<typeof steps>
    >),
    press: z
      .record(z.string(), steps)
      .optional()
      .describe("By key, as KeyboardEvent.key names it; * is any other one."),
  })
  .describe(
    "What a page reports when its user does something. All steps whose conditions hold are done in order.",
  );

/** Keys as a page hears of them: KeyboardEvent.key, but Space for " "; Text is whatever prints. */
const keyNames =
  "ArrowLeft|ArrowRight|ArrowUp|ArrowDown|Home|End|PageUp|PageDown|Enter|Escape|Tab|Space|Backspace|Delete|" +
  "Insert|ContextMenu|F[1-9]|F1[0-2]|Text|[!-~]";
const chord = `(Ctrl\\+)?(Alt\\+)?(Shift\\+)?(Meta\\+)?(${keyNames})`;

const keyHelp = z
  .strictObject({
    keys: z
      .string()
      .regex(
        new RegExp(`^${chord}( or ${chord})*$`),
        'a key such as "ArrowRight", "Ctrl+Home" or "Space or Enter": Ctrl, Alt, Shift, Meta in this order, ' +
          "then the key by its DOM name, Space, or Text for whatever prints",
      )
      .describe("The key with its modifiers, `Ctrl+Home`; several that do the same, `Space or Enter`."),
    does: description.describe("What it does, in whole sentences."),
  })
  .describe("A key that works while the widget has the focus.");
export const keyHelps = z
  .array(keyHelp)
  .min(1)
  .refine((all) => new Set(all.map((it) => it.keys)).size === all.length, "each key once")
  .describe("Its keys, beside those of its base; one that the base has too replaces what is said there.");

export type AccessibleDefinition = z.infer<typeof accessible>;
export type GesturesDefinition = z.infer<typeof gestures>;
export type GestureStep = z.infer<typeof gestureStep>;
export type KeyDefinition = z.infer<typeof keyHelp>;
