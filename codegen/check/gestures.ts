/**
 * Checks how a page presents a widget, and what it reports of its user: that states, callbacks and models are there.
 */
import type { Condition, GestureStep } from "../format.js";
import type { Path } from "../load.js";
import { checkModel } from "./models.js";
import type { Scope } from "./scope.js";

export function checkGestures(scope: Scope): void {
  const { accessible, gestures } = scope.subject.definition;
  if (accessible !== undefined) {
    const { role, label, value, flags = {} } = accessible;
    for (const [index, each] of (typeof role === "string" ? [] : (role ?? [])).entries())
      checkCondition(scope, each.when, ["accessible", "role", index, "when"]);
    for (const [index, each] of (typeof label === "string" ? [] : (label ?? [])).entries())
      scope.state(each, ["accessible", "label", index]);
    if (typeof label === "string") scope.state(label, ["accessible", "label"]);
    if (value !== undefined) scope.state(value, ["accessible", "value"]);
    for (const [name, flag] of Object.entries(flags)) {
      if (flag === undefined) continue;
      scope.state(flag.state, ["accessible", "flags", name, "state"]);
      checkCondition(scope, flag.when, ["accessible", "flags", name, "when"]);
    }
  }
  const { press = {}, ...plain } = gestures ?? {};
  for (const [name, steps] of Object.entries(plain)) checkSteps(scope, steps ?? [], ["gestures", name]);
  for (const [key, steps] of Object.entries(press)) checkSteps(scope, steps, ["gestures", "press", key]);
}

function checkSteps(scope: Scope, steps: readonly GestureStep[], path: Path): void {
  for (const [index, step] of steps.entries()) {
    const here = [...path, index];
    checkCondition(scope, step.when, [...here, "when"]);
    if ("model" in step) {
      checkModel(scope, step.model, [...here, "model"]);
      continue;
    }
    const { callbacks } = scope.subject;
    const args = step.args ?? [];
    for (const [at, arg] of args.entries()) {
      for (const key of ["state", "not", "number_for", "entry_of", "of"] as const) {
        const pointer = (arg as { readonly [name in typeof key]?: string })[key];
        if (pointer !== undefined) scope.state(pointer, [...here, "args", at, key]);
      }
    }
    if (!scope.known(step.callback, callbacks.keys(), "callback", [...here, "callback"])) continue;
    const definition = callbacks.get(step.callback)?.definition;
    if (definition === undefined) continue;
    const given = definition.args ?? [];
    const needed = given.filter((arg) => !arg.optional).length;
    if (definition.source === "server")
      scope.fault("no-effect", [...here, "callback"], { why: "the server alone starts this callback" });
    else if (args.length < needed || args.length > given.length)
      scope.fault("no-effect", here, { why: `the callback takes ${given.length} arguments` });
  }
}

function checkCondition(scope: Scope, condition: Condition | undefined, path: Path): void {
  if (condition === undefined) return;
  for (const [index, when] of (Array.isArray(condition) ? condition : [condition]).entries()) {
    const here = Array.isArray(condition) ? [...path, index] : path;
    if (when.state === undefined)
      scope.fault("no-effect", here, { why: "the condition of a gesture needs a state to look at" });
    else scope.state(when.state, [...here, "state"]);
  }
}
