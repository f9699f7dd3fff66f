/**
 * The definition format: what a JSON document in `schema/` may say.
 * This is its only description. `definition.schema.json` and the generator's types come from it.
 */
import { z } from "zod";

const description = z
  .string()
  .regex(/^\S[^\n]*[.!?]$/, "one or more whole sentences on one line, ending with a full stop")
  .describe("What a user of the item needs to know, in whole sentences.");

const memberName = z
  .string()
  .regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*_?$/, "a snake_case name, as it travels on the wire")
  .describe("snake_case name, as it travels on the wire. The TypeScript name is the same in camelCase.");
const methodName = z
  .string()
  .regex(
    /^([a-z][a-z0-9]*(_[a-z0-9]+)*_?|_[a-z][A-Za-z0-9]*)$/,
    "a snake_case name, or _camelCase for kind wire",
  )
  .describe("snake_case name, as it travels on the wire. The TypeScript name is the same in camelCase.");
const className = z
  .string()
  .regex(/^[A-Z][A-Za-z0-9]*$/, "a PascalCase name")
  .describe("PascalCase name of a class or type.");
const actionName = z
  .string()
  .regex(/^[a-z][a-z0-9]*([-_][a-z0-9]+)*$/, "a lower-case name with - or _ between words")
  .describe("Name of a callback, as it travels on the wire.");

const pointer = z
  .string()
  .regex(/^[a-z][a-z0-9_]*(\/[A-Za-z0-9_]+)*$/, "a state name, or a path into it such as limits/0")
  .describe("A state, or a part of its value: `value`, `limits/0`.");
const argPointer = z
  .string()
  .regex(/^\/[0-9]+(\/[A-Za-z0-9_]+)*$/, "a path into the arguments such as /0 or /0/width")
  .describe("A path into the arguments of a callback: `/0` is the first, `/0/width` a field of it.");

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
const json: z.ZodType<Json> = z.lazy(() =>
  z.union([z.null(), z.boolean(), z.number(), z.string(), z.array(json), z.record(z.string(), json)]),
);

/** A JSON Schema (2020-12) fragment: the keywords that the generator understands. */
export interface SchemaFragment {
  $ref?: string | undefined;
  type?: JsonType | JsonType[] | undefined;
  enum?: Json[] | undefined;
  const?: Json | undefined;
  anyOf?: SchemaFragment[] | undefined;
  allOf?: SchemaFragment[] | undefined;
  properties?: Record<string, SchemaFragment> | undefined;
  required?: string[] | undefined;
  additionalProperties?: boolean | SchemaFragment | undefined;
  items?: SchemaFragment | false | undefined;
  prefixItems?: SchemaFragment[] | undefined;
  minItems?: number | undefined;
  maxItems?: number | undefined;
  uniqueItems?: boolean | undefined;
  minimum?: number | undefined;
  maximum?: number | undefined;
  exclusiveMinimum?: number | undefined;
  exclusiveMaximum?: number | undefined;
  minLength?: number | undefined;
  maxLength?: number | undefined;
  pattern?: string | undefined;
  contentEncoding?: "base64" | undefined;
  description?: string | undefined;
  examples?: Json[] | undefined;
}
const jsonType = z.enum(["string", "number", "integer", "boolean", "null", "array", "object"]);
export type JsonType = z.infer<typeof jsonType>;

export const schemaFragment: z.ZodType<SchemaFragment> = z
  .lazy(() =>
    z.strictObject({
      $ref: z
        .string()
        .regex(/^#\/(types|widgets)\/[A-Z][A-Za-z0-9]*$/, "#/types/Name or #/widgets/Name")
        .optional()
        .describe("A shared value type (`#/types/Color`) or a widget of a class (`#/widgets/Menu`)."),
      type: z.union([jsonType, z.array(jsonType).min(1)]).optional(),
      enum: z.array(json).min(1).optional(),
      const: json.optional(),
      anyOf: z.array(schemaFragment).min(1).optional(),
      allOf: z.array(schemaFragment).min(1).optional(),
      properties: z.record(z.string(), schemaFragment).optional(),
      required: z.array(z.string()).optional(),
      additionalProperties: z.union([z.boolean(), schemaFragment]).optional(),
      items: z.union([schemaFragment, z.literal(false)]).optional(),
      prefixItems: z.array(schemaFragment).min(1).optional(),
      minItems: z.int().min(0).optional(),
      maxItems: z.int().min(0).optional(),
      uniqueItems: z.boolean().optional(),
      minimum: z.number().optional(),
      maximum: z.number().optional(),
      exclusiveMinimum: z.number().optional(),
      exclusiveMaximum: z.number().optional(),
      minLength: z.int().min(0).optional(),
      maxLength: z.int().min(0).optional(),
      pattern: z.string().optional(),
      contentEncoding: z.literal("base64").optional().describe("Raw bytes: a Uint8Array."),
      description: z.string().optional(),
      examples: z.array(json).optional(),
    }),
  )
  .describe("JSON Schema (2020-12) fragment.") as z.ZodType<SchemaFragment>;

const localFile = z
  .literal(true)
  .optional()
  .describe("The program may give the path of a file on the server; it travels as a data: URI.");

const param = z.strictObject({
  name: memberName,
  schema: schemaFragment,
  description,
  default: json.optional().describe("Value when left out. A parameter without default is required."),
  keep: z
    .literal(true)
    .optional()
    .describe("null, or leaving it out, keeps the present value of this part of the state. Default: null."),
  local_file: localFile,
});

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

const when = z
  .strictObject({
    state: pointer.optional(),
    arg: argPointer.optional(),
    is: json.optional().describe("Holds when the value equals this."),
    is_not: json.optional().describe("Holds when the value differs from this."),
  })
  .describe("A condition on the present state of the widget, or on an argument of the callback.");
const condition = z
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
    rule: z.literal("precision").describe("Cut binary error: no more digits than the larger of these have."),
    of: z.array(bound).min(1),
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
  }),
]);

export const phases = ["create", "before-children", "after-children", "after-tree", "visibility"] as const;

const state = z.strictObject({
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
});

const assignment = z
  .strictObject({
    state: pointer,
    value: json.optional().describe("A fixed value."),
    params: z.array(memberName).min(1).optional().describe("One parameter, or several that make a list."),
    when_given: z.literal(true).optional().describe("Only when none of the parameters is null or missing."),
  })
  .describe("A change of state that goes with the call.");

const childOps = ["attach", "insert", "set", "move", "remove", "remove-all", "select", "entry"] as const;

const methodBase = {
  description,
  params: z.array(param).optional(),
  returns: schemaFragment.optional().describe("Type of the result. Without it nothing is returned."),
};
const method = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("setter").describe("Changes state; the browser is told."),
    ...methodBase,
    state: pointer.optional().describe("The state that its parameters make: one the value, several a list."),
    value: json.optional().describe("Sets this fixed value (show: true)."),
    toggle: z
      .tuple([json, json])
      .optional()
      .describe("Sets the first of the two, or the second when the state has the first already."),
    operation: z
      .enum(["set", "append", "put", "link"])
      .optional()
      .describe(
        "set (default); append to a text; put an entry into a map under its first parameter; " +
          "link keeps the call with the child that is its first parameter, and repeats it after each attach.",
      ),
    alias_of: methodName.optional().describe("Another name of this method, with the same parameters."),
    also: z.array(assignment).min(1).optional(),
  }),
  z.strictObject({
    kind: z.literal("getter").describe("Answered from the server's own state, at once."),
    ...methodBase,
    state: z
      .union([pointer, z.array(pointer).min(1)])
      .optional()
      .describe("State to answer from; of several, part by part, the first that is not null."),
    structure: z
      .enum(["children", "child-count", "index-of", "child-at", "child-with"])
      .optional()
      .describe(
        "Answered from the widget tree. child-with: the last child that was added with arguments " +
          "of the same names and values.",
      ),
    constant: json.optional().describe("The same for all widgets of the class."),
    item: z.literal(true).optional().describe("The entry of a list or map state that the parameter names."),
    model: memberName.optional(),
    operation: memberName.optional().describe("Operation of the model. Default: the method's own name."),
    alias_of: methodName.optional(),
  }),
  z.strictObject({
    kind: z.literal("query").describe("Asks a browser; the answer comes later."),
    ...methodBase,
    without_browser: json.optional().describe("The answer when no browser is connected. Default: null."),
  }),
  z.strictObject({
    kind: z.literal("action").describe("Done in the browser; leaves no state."),
    ...methodBase,
    also: z.array(assignment).min(1).optional(),
    stack: z.enum(["raise", "lower"]).optional().describe("Moves the window in the stacking order."),
    user: z.literal(true).optional().describe("Goes only to the browser whose user acted last."),
    alias_of: methodName.optional(),
  }),
  z.strictObject({
    kind: z.literal("child").describe("Changes which widgets it holds."),
    ...methodBase,
    child: z
      .enum(childOps)
      .describe(
        "move: gives a child another place; entry: something that is no widget, kept in its place among the children.",
      ),
    param: memberName.optional().describe("The parameter that is the child. Default: child."),
    index: memberName
      .optional()
      .describe("The parameter that is the place, for insert and move. Default: index."),
    slot: memberName.optional().describe("Which list of children. Default: children."),
    state: pointer.optional().describe("For select: the state that gets the index of the child."),
    creates: className
      .optional()
      .describe(
        "Class to make when the child is null; or, when this class says created_by, what the call makes " +
          "around each child and returns, with the parameter `options` as its options.",
      ),
    alias_of: methodName.optional(),
  }),
  z.strictObject({
    kind: z.literal("factory").describe("Makes a widget on the server and, if said so, attaches it."),
    ...methodBase,
    creates: className,
    init: z
      .record(memberName, memberName)
      .optional()
      .describe("Constructor argument or option of the new widget: parameter that gives it."),
    attach: memberName.optional().describe("The child method that attaches it."),
    attach_params: z
      .array(memberName)
      .optional()
      .describe("Parameters handed on to the child method, after the child."),
    model: memberName.optional().describe("The model that makes it, instead of a constructor."),
    operation: memberName.optional(),
  }),
  z.strictObject({
    kind: z.literal("model").describe("An operation of a named model on the server."),
    ...methodBase,
    model: memberName,
    operation: memberName.optional().describe("Default: the method's own name."),
    alias_of: methodName.optional(),
  }),
  z.strictObject({
    kind: z.literal("wire").describe("Called by a model of the runtime only; no method of the server class."),
    ...methodBase,
  }),
  z.strictObject({
    kind: z.literal("local").describe("Written by hand, on one side only; never on the wire."),
    ...methodBase,
    side: z.enum(["server", "browser"]),
  }),
]);

const callback = z.strictObject({
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
        z.strictObject({ stack: z.enum(["raise", "lower"]) }),
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

const accessible = z
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

const gestures = z
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
const keyHelps = z
  .array(keyHelp)
  .min(1)
  .refine((all) => new Set(all.map((it) => it.keys)).size === all.length, "each key once")
  .describe("Its keys, beside those of its base; one that the base has too replaces what is said there.");

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
export type ParamDefinition = z.infer<typeof param>;
export type ArgDefinition = z.infer<typeof arg>;
export type OptionDefinition = z.infer<typeof constructorParam>;
export type StateDefinition = z.infer<typeof state>;
export type MethodDefinition = z.infer<typeof method>;
export type CallbackDefinition = z.infer<typeof callback>;
export type AccessibleDefinition = z.infer<typeof accessible>;
export type GesturesDefinition = z.infer<typeof gestures>;
export type GestureStep = z.infer<typeof gestureStep>;
export type KeyDefinition = z.infer<typeof keyHelp>;
export type Normalizer = z.infer<typeof normalizer>;
export type Condition = z.infer<typeof condition>;
export type Phase = (typeof phases)[number];
