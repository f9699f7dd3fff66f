/**
 * What can be called: parameters, and methods by their kind.
 */
import { z } from "zod";
import { schemaFragment } from "./schema-fragment.js";
import { className, description, json, memberName, methodName, pointer, stackMove } from "./words.js";

export const localFile = z
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
    .describe(
      "null, or leaving it out, keeps the present value of this part of the state; a list keeps the entries that it has no own for. Default: null.",
    ),
  local_file: localFile,
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
  also_called: z
    .array(
      z.string().regex(/^[a-z][a-z0-9]*([A-Z][a-z0-9]*)+$/, "a mixed-case name, as peers of 0.4 send it"),
    )
    .min(1)
    .optional()
    .describe("Names in mixed case under which servers of protocol 0.4 call it in the page."),
  params: z.array(param).optional(),
  returns: schemaFragment.optional().describe("Type of the result. Without it nothing is returned."),
};
const stack = stackMove.describe(
  "Moves the window in the stacking order; a setter does so when it changes its state.",
);

export const method = z.discriminatedUnion("kind", [
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
      .enum(["set", "append", "append_piece", "put", "link"])
      .optional()
      .describe(
        "set (default); append to a text; append_piece to one that the page reads piece by piece; put an entry into a map under its first parameter; " +
          "link keeps the call with the child that is its first parameter, and repeats it after each attach.",
      ),
    alias_of: methodName.optional().describe("Another name of this method, with the same parameters."),
    also: z.array(assignment).min(1).optional(),
    stack: stack.optional(),
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
    stack: stack.optional(),
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
    again: z
      .literal("last")
      .optional()
      .describe("For attach: a child that is added again goes to the end. By default it keeps its place."),
    entries: z.literal(true).optional().describe("For remove-all: takes entries out as well."),
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
    options: z
      .array(memberName)
      .min(1)
      .optional()
      .describe(
        "Parameters that may hold an object with options of the new widget, by their names; these go before `init`.",
      ),
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

export type ParamDefinition = z.infer<typeof param>;
export type MethodDefinition = z.infer<typeof method>;
