/**
 * The definition format: what a JSON document in `schema/` may say. A chapter for each idea is in `format/`.
 * This is its only description. `definition.schema.json` and the generator's types come from it.
 */
import { z } from "zod";
import { callback } from "./format/callback.js";
import { localFile, method } from "./format/method.js";
import { accessible, gestures, keyHelps } from "./format/page.js";
import { schemaFragment } from "./format/schema-fragment.js";
import { state } from "./format/state.js";
import { actionName, className, description, json, memberName, methodName, pointer } from "./format/words.js";

export type { CallbackDefinition } from "./format/callback.js";
export type { MethodDefinition, ParamDefinition } from "./format/method.js";
export {
  type AccessibleDefinition,
  type GestureStep,
  type GesturesDefinition,
  gestureNames,
  type KeyDefinition,
} from "./format/page.js";
export type { JsonType, SchemaFragment } from "./format/schema-fragment.js";
export type { Condition, Normalizer, Phase, StateDefinition } from "./format/state.js";
export type { Json } from "./format/words.js";

const constructorParam = z.strictObject({
  schema: schemaFragment,
  description,
  default: json.optional(),
  default_from: pointer.optional().describe("When left out, takes the value of this state."),
  state: pointer
    .optional()
    .describe("The state it sets, or a part of it. Default: a state of its own name, made for it."),
  local_file: localFile,
});
const arg = constructorParam.extend({ name: memberName });

/** In the order in which a reader looks for them. */
export const categories = [
  "base",
  "windows",
  "layout",
  "containers",
  "buttons",
  "input",
  "display",
  "text",
  "data",
  "menus",
  "media",
  "dialogs",
  "objects",
] as const;

export const widgetDefinition = z
  .strictObject({
    $schema: z.string(),
    name: className,
    extends: className.nullable().describe("The class whose members it inherits; null for the root."),
    abstract: z.literal(true).optional().describe("A base only: cannot be created."),
    category: z.enum(categories),
    description,
    models: z
      .array(memberName)
      .min(1)
      .optional()
      .describe("Named models of the runtime that keep part of its state: items, tree, text ..."),
    remote: z.literal(false).optional().describe("Lives on the server only; no browser hears of it."),
    created_by: className.optional().describe("Made by a method of this class only, not by a constructor."),
    session_factory: z
      .strictObject({ name: memberName, params: z.array(memberName) })
      .optional()
      .describe("A shortcut on the session that makes one, with these args or options by position."),
    args: z.array(arg).optional().describe("Constructor arguments, in order."),
    options: z.record(memberName, constructorParam).optional(),
    state: z.record(memberName, state).optional(),
    methods: z.record(methodName, method).optional(),
    callbacks: z.record(actionName, callback).optional(),
    accessible: accessible.optional(),
    gestures: gestures.optional(),
    keys: keyHelps.optional(),
  })
  .describe("A widget class.");

export const typeDefinition = z
  .strictObject({
    $schema: z.string(),
    name: className,
    description,
    schema: schemaFragment,
  })
  .describe("A value type that definitions share.");

export const anyDefinition = z.union([widgetDefinition, typeDefinition]);

export type WidgetDefinition = z.infer<typeof widgetDefinition>;
export type TypeDefinition = z.infer<typeof typeDefinition>;
export type ArgDefinition = z.infer<typeof arg>;
export type OptionDefinition = z.infer<typeof constructorParam>;
