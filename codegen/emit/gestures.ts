/**
 * Emits the parts of a table that say how a page presents a widget, and what it reports of its user.
 * Made from `accessible` and `gestures` of a definition.
 */
import type { AccessibleDefinition, Condition, GestureStep, GesturesDefinition, Json } from "../format.js";
import { type Code, list, literal, object, quoted, texts } from "./code.js";
import { camel } from "./names.js";

type ConditionCode = (when: Condition | undefined) => Code | undefined;

/** Fields in camelCase; their values are data and stay. */
const fields = (value: object): Code =>
  object(
    Object.fromEntries(Object.entries(value).map(([name, part]) => [camel(name), literal(part as Json)])),
  );

export function accessible(it: AccessibleDefinition | undefined, condition: ConditionCode): Code | undefined {
  if (it === undefined) return undefined;
  const { role, label, value, flags, shows, top, child_label: childLabel } = it;
  const roles = typeof role === "string" ? [{ role }] : role;
  return object({
    role:
      roles &&
      list(
        roles.map((each) =>
          object({ role: quoted(each.role), when: condition("when" in each ? each.when : undefined) }),
        ),
      ),
    label: label === undefined ? undefined : texts(typeof label === "string" ? [label] : label),
    value: value === undefined ? undefined : quoted(value),
    flags:
      flags &&
      object(
        Object.fromEntries(
          Object.entries(flags).map(([name, flag]) => [
            name,
            object({ state: quoted(flag.state), is: literal(flag.is), when: condition(flag.when) }),
          ]),
        ),
      ),
    shows: shows === undefined ? undefined : quoted(shows),
    top: top && "true",
    childLabel: childLabel === undefined ? undefined : quoted(childLabel),
  });
}

export function gestures(it: GesturesDefinition | undefined, condition: ConditionCode): Code | undefined {
  if (it === undefined) return undefined;
  const { press = {}, ...plain } = it;
  const all = [
    ...Object.entries(plain).flatMap(([name, steps]) =>
      steps === undefined ? [] : [[camel(name), steps] as const],
    ),
    ...Object.entries(press).map(([key, steps]) => [`press ${key}`, steps] as const),
  ];
  const step = (each: GestureStep): Code => {
    const when = condition(each.when);
    if ("model" in each)
      return object({ model: quoted(each.model), operation: quoted(each.operation), when });
    const { callback, args, slot } = each;
    return object({
      callback: quoted(callback),
      args: args && list(args.map(fields)),
      when,
      slot: slot === undefined ? undefined : quoted(slot),
    });
  };
  return object(Object.fromEntries(all.map(([name, steps]) => [name, list(steps.map(step))])));
}
