/**
 * What a program passes to a call, checked before anything changes, and turned into wire form.
 */
import type { z } from "zod";
import { tryEncode } from "./codec.js";
import { UsageError } from "./errors.js";
import { didYouMean } from "./names.js";
import { copyPlain, NO_FIT } from "./plain-data.js";
import type { SessionCore } from "./session.js";
import type { ParamTable, Validator } from "./table.js";
import { isShaped, requireLength } from "./typed-buffer.js";
import { requireLiving } from "./values.js";
import type { WidgetClass } from "./widget-class.js";

/** Checks one value and gives its wire form. `call` and `path` say where it stands. */
export function checked(
  validator: Validator,
  value: unknown,
  session: SessionCore,
  call: string,
  path: string,
): unknown {
  const copy = copyPlain(validator, value);
  // Plain data names no widgets.
  if (copy !== NO_FIT) return copy;
  const result = tryEncode(validator, value);
  if (!result.success) throw new UsageError(`${call}: ${faultOf(result.error, path)}`);
  requireLiving(session, call, result.data, path);
  if (isShaped(result.data)) requireLength(result.data, call, path);
  return result.data;
}

/** Checks the arguments of a method call and fills in defaults. */
export function checkedArgs(
  session: SessionCore,
  cls: WidgetClass,
  method: string,
  params: readonly ParamTable[],
  args: readonly unknown[],
  call: string,
): unknown[] {
  if (args.length > params.length) {
    throw new UsageError(`${call}: takes ${count(params.length)}, but ${args.length} were given.`);
  }
  const validators = cls.paramValidators(method);
  return params.map((param, i) => {
    const value = args[i];
    if (value === undefined) {
      if (param.keep === true) return null;
      if (param.default === undefined)
        throw new UsageError(`${call}: the argument ${param.name} is missing.`);
      return param.default;
    }
    const validator = validators[i];
    if (validator === undefined) throw new Error(`${cls.name}.${method} has no validator for ${param.name}`);
    const valid = checked(validator, value, session, call, param.name);
    return param.localFile === true ? loadable(session, valid, call, param.name) : valid;
  });
}

/** The address under which a browser can load a value that may name a file of this machine. */
export function loadable(session: SessionCore, value: unknown, call: string, path: string): unknown {
  if (typeof value !== "string" || value === "") return value;
  try {
    return session.host.loadable(value);
  } catch (error) {
    throw new UsageError(`${call}: ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The first fault of a value: where it is, what was expected and what was found. */
export function faultOf(error: z.ZodError | z.core.$ZodError, path: string): string {
  const issue = deepest(error.issues);
  const at = issue.path.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : `${text}.${String(key)}`),
    path,
  );
  if (issue.code === "unrecognized_keys") {
    return `${at}: unknown ${issue.keys.length > 1 ? "keys" : "key"} ${issue.keys.map((key) => `"${key}"`).join(", ")}.`;
  }
  return `${at}: ${issue.message}.`;
}

/** Of a union that fits nowhere the branch that came furthest says most. */
function deepest(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue {
  const [issue] = issues as [z.core.$ZodIssue];
  if (issue.code !== "invalid_union") return issue;
  let best: z.core.$ZodIssue = issue;
  for (const branch of issue.errors) {
    if (branch.length === 0) continue;
    const found = deepest(branch);
    const path = [...issue.path, ...found.path];
    if (path.length > best.path.length) best = { ...found, path } as z.core.$ZodIssue;
  }
  if (best !== issue) return best;
  const expected = issue.errors
    .flat()
    .map((each) => (each as { expected?: string }).expected ?? lowered(each.message));
  return { ...issue, message: `Invalid input: expected ${[...new Set(expected)].join(" or ")}` };
}

function lowered(message: string): string {
  return message.replace(/^(Invalid (input|option): )?expected /, "").replace(/^Invalid /, "a valid ");
}

export function unknownOption(call: string, name: string, known: Iterable<string>): UsageError {
  return new UsageError(`${call}: there is no option "${name}".${didYouMean(name, known)}`);
}

function count(length: number): string {
  return length === 0 ? "no arguments" : length === 1 ? "1 argument" : `${length} arguments`;
}
