/**
 * Checks everything that points into state or into the arguments of a callback, and that the fixed values
 * which go there fit.
 */
import { misfit } from "../fits.js";
import type { Condition, Json, Normalizer, SchemaFragment } from "../format.js";
import type { Path } from "../load.js";
import { partAt, splitPointer } from "../schemas.js";
import { checkModel } from "./models.js";
import type { Scope } from "./scope.js";
import { checkGoesInto } from "./types.js";

/** A value that goes into a state must be one that the state can have. */
function checkValue(scope: Scope, value: Json | undefined, schema: SchemaFragment | null, path: Path): void {
  const why = value === undefined || !schema ? null : misfit(value, schema, scope.types);
  if (why) scope.fault("bad-default", path, { why });
}

type Args = readonly { readonly schema: SchemaFragment }[];

function argument(scope: Scope, pointer: string, args: Args, path: Path): SchemaFragment | null {
  const { segments } = splitPointer(pointer);
  const [index = "", ...rest] = segments;
  const arg = args[Number(index)];
  const part = arg ? partAt(arg.schema, rest, scope.types) : null;
  if (!part) {
    const expected = args.length === 0 ? "no argument: the callback has none" : `/0 to /${args.length - 1}`;
    scope.fault("unknown-argument", path, { pointer }, args[Number(index)] ? {} : { expected });
  }
  return part;
}

function checkCondition(scope: Scope, condition: Condition | undefined, args: Args, path: Path): void {
  if (condition === undefined) return;
  for (const [index, when] of (Array.isArray(condition) ? condition : [condition]).entries()) {
    const here = Array.isArray(condition) ? [...path, index] : path;
    if (when.state === undefined && when.arg === undefined) {
      scope.fault("no-effect", here, { why: "a condition needs a state or an argument to look at" });
      continue;
    }
    if (when.is === undefined && when.is_not === undefined) {
      scope.fault("no-effect", here, { why: "a condition needs a value to compare with: is or is_not" });
    }
    const schema =
      when.state !== undefined
        ? scope.state(when.state, [...here, "state"])
        : argument(scope, when.arg ?? "", args, [...here, "arg"]);
    checkValue(scope, when.is, schema, [...here, "is"]);
    checkValue(scope, when.is_not, schema, [...here, "is_not"]);
  }
}

function checkNormalizer(scope: Scope, rule: Normalizer, schema: SchemaFragment, path: Path): void {
  for (const key of ["min", "max", "step", "origin", "count"] as const) {
    const bound = (rule as { [K in typeof key]?: number | string })[key];
    if (typeof bound === "string") scope.state(bound, [...path, key]);
  }
  if (rule.rule === "precision") {
    for (const [index, bound] of (rule.of ?? []).entries()) {
      if (typeof bound === "string") scope.state(bound, [...path, "of", index]);
    }
  }
  if (rule.rule === "null_as" || rule.rule === "value_as")
    checkValue(scope, rule.value, schema, [...path, "value"]);
  if ("when" in rule) checkCondition(scope, rule.when, [], [...path, "when"]);
}

function checkStates(scope: Scope): void {
  const { subject } = scope;
  for (const { name, definition } of scope.own(subject.states)) {
    // States that were made for args and options are checked with these.
    if (subject.definition.state?.[name] === undefined) continue;
    const path = ["state", name];
    const { schema, default_from, normalize = [], exclusive, expires } = definition;
    checkValue(scope, definition.default, schema, [...path, "default"]);
    if (default_from !== undefined) scope.state(default_from, [...path, "default_from"]);
    for (const [index, rule] of normalize.entries()) {
      checkNormalizer(scope, rule, schema, [...path, "normalize", index]);
    }
    if (exclusive !== undefined)
      scope.known(exclusive, subject.options.keys(), "option", [...path, "exclusive"]);
    if (expires) {
      scope.state(expires.seconds, [...path, "expires", "seconds"]);
      checkValue(scope, expires.to, schema, [...path, "expires", "to"]);
    }
  }
}

function checkInits(scope: Scope): void {
  const { subject } = scope;
  for (const { path, definition } of [...scope.own(subject.args), ...scope.own(subject.options)]) {
    checkValue(scope, definition.default, definition.schema, [...path, "default"]);
    if (definition.default_from !== undefined)
      scope.state(definition.default_from, [...path, "default_from"]);
    if (definition.state !== undefined) scope.state(definition.state, [...path, "state"]);
  }
}

function checkMethods(scope: Scope): void {
  for (const { path, definition } of scope.own(scope.subject.methods)) {
    for (const [index, param] of (definition.params ?? []).entries()) {
      const start = param.keep && param.default === null ? undefined : param.default;
      checkValue(scope, start, param.schema, [...path, "params", index, "default"]);
    }
    if ("state" in definition && definition.state !== undefined) {
      if (typeof definition.state === "string") {
        const schema = scope.state(definition.state, [...path, "state"]);
        if (definition.kind === "setter") {
          checkValue(scope, definition.value, schema, [...path, "value"]);
          for (const index of [0, 1] as const) {
            checkValue(scope, definition.toggle?.[index], schema, [...path, "toggle", index]);
          }
        }
      } else {
        for (const [index, each] of definition.state.entries()) scope.state(each, [...path, "state", index]);
      }
    }
    if ("also" in definition) {
      for (const [index, also] of (definition.also ?? []).entries()) {
        const schema = scope.state(also.state, [...path, "also", index, "state"]);
        const [name, ...others] = also.params ?? [];
        const param = (definition.params ?? []).find((each) => each.name === name);
        if (schema && param && others.length === 0) {
          const at = [...path, "also", index, "params", 0];
          checkGoesInto(scope, `"${param.name}"`, param.schema, schema, also.state, at);
        }
        checkValue(scope, also.value, schema, [...path, "also", index, "value"]);
      }
    }
    if (definition.kind === "getter" && definition.constant !== undefined && definition.returns) {
      checkValue(scope, definition.constant, definition.returns, [...path, "constant"]);
    }
    if (definition.kind === "query" && definition.without_browser !== undefined && definition.returns) {
      checkValue(scope, definition.without_browser, definition.returns, [...path, "without_browser"]);
    }
  }
}

function checkCallbacks(scope: Scope): void {
  for (const { path, definition } of scope.own(scope.subject.callbacks)) {
    const args = definition.args ?? [];
    for (const [pointer, update] of Object.entries(definition.updates ?? {})) {
      const here = [...path, "updates", pointer];
      const target = scope.state(pointer, here, "key");
      const isPlain = typeof update === "string" || Array.isArray(update);
      const from = isPlain ? update : update.from;
      const at = isPlain ? here : [...here, "from"];
      if (typeof from === "string") {
        const given = argument(scope, from, args, at);
        if (given && target) checkGoesInto(scope, `the argument ${from}`, given, target, pointer, at);
      } else {
        for (const [index, each] of from.entries()) {
          const given = argument(scope, each, args, [...at, index]);
          const part = target && partAt(target, [String(index)], scope.types);
          if (given && part)
            checkGoesInto(scope, `the argument ${each}`, given, part, pointer, [...at, index]);
        }
      }
      if (!isPlain) checkCondition(scope, update.when, args, [...here, "when"]);
    }
    for (const [index, effect] of (definition.effects ?? []).entries()) {
      const here = [...path, "effects", index];
      if ("set" in effect) {
        checkValue(scope, effect.value, scope.state(effect.set, [...here, "set"]), [...here, "value"]);
      }
      if ("detach" in effect) argument(scope, effect.detach, args, [...here, "detach"]);
      if ("select" in effect) {
        argument(scope, effect.select, args, [...here, "select"]);
        needsChildMethod(scope, "select", here);
      }
      if ("move" in effect) {
        argument(scope, effect.move, args, [...here, "move"]);
        argument(scope, effect.to, args, [...here, "to"]);
        needsChildMethod(scope, "move", here);
      }
      if ("model" in effect) checkModel(scope, effect.model, [...here, "model"]);
      if ("when" in effect) checkCondition(scope, effect.when, args, [...here, "when"]);
    }
    if (definition.on_change !== undefined) scope.state(definition.on_change, [...path, "on_change"]);
  }
}

/** What an effect does to the children is told to the other browsers by the child method that does the same. */
function needsChildMethod(scope: Scope, child: "select" | "move", path: Path): void {
  for (const { definition } of scope.subject.methods.values()) {
    if (definition.kind === "child" && definition.child === child) return;
  }
  scope.fault("no-effect", path, { why: `the class has no child method that does ${child}` });
}

export function checkPointers(scope: Scope): void {
  checkStates(scope);
  checkInits(scope);
  checkMethods(scope);
  checkCallbacks(scope);
}
