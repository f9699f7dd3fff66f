/**
 * Emits the validators of a table: a zod schema for everything that comes in, by init name, method and action.
 * Each reads the wire form and, encoding, writes it from what a program gives.
 */
import type { ClassModel, InitModel, MethodModel, Model, ParamModel } from "../model.js";
import { around, type Code, list, object } from "./code.js";
import { type Imports, runtime } from "./draft.js";
import { renames, ZodWriter } from "./zod-text.js";

/** The runtime dispatches it: it is neither written by hand nor called by a model only. */
export const isDispatched = (method: MethodModel): boolean =>
  method.definition.kind !== "local" && method.definition.kind !== "wire";

/** Called where it helps: an answer of a browser, or a value with other names on the wire. */
function needsResult(method: MethodModel, model: Model): boolean {
  const { kind } = method.definition;
  if (method.returns === null) return false;
  return (
    kind === "query" || ((kind === "getter" || kind === "model") && renames(method.returns, model.schemas))
  );
}

export function tableValidators(model: Model, it: ClassModel, imports: Imports): Code {
  const writer = new ZodWriter(model.schemas);
  const paramCode = (param: ParamModel): Code =>
    param.optional ? writer.optional(param.schema) : writer.write(param.schema);
  const initCode = (each: InitModel): Code =>
    each.required ? writer.write(each.schema) : writer.optional(each.schema);

  const inits = [...(it.ownArgs ?? []), ...it.ownOptions].map((each) => [each.name, initCode(each)]);
  const methods = it.ownMethods.filter(isDispatched);
  const params = methods
    .filter((each) => each.params.length > 0)
    .map((each) => [each.name, list(each.params.map(paramCode))]);
  const returns = methods
    .filter((each) => needsResult(each, model))
    .map((each) => [each.name, writer.write(each.returns ?? {})]);
  const callbacks = it.ownCallbacks.map(({ action, args }) => [
    action,
    list(args.map((arg) => (arg.optional ? writer.optional(arg.schema) : writer.write(arg.schema)))),
  ]);

  const code = object({
    init: object(Object.fromEntries(inits)),
    params: object(Object.fromEntries(params)),
    returns: object(Object.fromEntries(returns)),
    callbacks: object(Object.fromEntries(callbacks)),
  });
  if (writer.usesZod) imports.value("zod", "z");
  for (const name of writer.helpers) imports.value(runtime("session/validators.js"), name);
  for (const name of writer.types) imports.value("../validators.js", name);
  return around("() => (", code, ")");
}
