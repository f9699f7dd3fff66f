/**
 * What assistive technology is told of a widget, in words: role, name, value, states, and what a user's gestures fire.
 */
import type { AccessibleDefinition, Condition, GestureStep } from "../../format.js";
import { gestureNames } from "../../format.js";
import type { ClassModel } from "../../model.js";
import { camel } from "../names.js";
import { code, parts, table } from "./markdown.js";

/** What is left out is as in the base. */
function merged(it: ClassModel): AccessibleDefinition {
  const inherited = it.base ? merged(it.base) : {};
  const own = it.definition.accessible ?? {};
  const flags = { ...inherited.flags, ...own.flags };
  return { ...inherited, ...own, ...(Object.keys(flags).length > 0 && { flags }) };
}

const stateName = (pointer: string): string =>
  code(
    pointer
      .split("/")
      .map((part, at) => (at === 0 ? camel(part) : part))
      .join("/"),
  );

function inWords(condition: Condition | undefined): string {
  if (condition === undefined) return "";
  const all = Array.isArray(condition) ? condition : [condition];
  const says = all.map(({ state, arg, is, is_not }) => {
    const subject = state === undefined ? `argument ${code(arg ?? "")}` : stateName(state);
    return is_not === undefined
      ? `${subject} is ${code(JSON.stringify(is ?? null))}`
      : `${subject} is not ${code(JSON.stringify(is_not))}`;
  });
  return ` when ${says.join(" and ")}`;
}

function gestureRows(it: ClassModel): string[][] {
  const bases: ClassModel[] = [];
  for (let here: ClassModel | null = it; here; here = here.base) bases.unshift(here);
  const all = new Map<string, readonly GestureStep[]>();
  for (const { definition } of bases) {
    for (const name of gestureNames) {
      const steps = definition.gestures?.[name];
      if (steps) all.set(name.replaceAll("_", " "), steps);
    }
    for (const [key, steps] of Object.entries(definition.gestures?.press ?? {}))
      all.set(`press ${key === "*" ? "any other key" : code(key === " " ? "Space" : key)}`, steps);
  }
  return [...all].flatMap(([gesture, steps]) => {
    const fired = steps.flatMap((step) =>
      "callback" in step ? [`${code(step.callback)}${inWords(step.when)}`] : [],
    );
    return fired.length > 0 ? [[gesture, fired.join("; ")]] : [];
  });
}

export function accessibility(it: ClassModel): string {
  if (!it.remote || it.abstract) return "";
  const { role, label, value, flags = {}, child_label } = merged(it);
  const roles = typeof role === "string" ? [{ role }] : (role ?? []);
  const rows: string[][] = [];
  if (roles.length > 0)
    rows.push([
      "role",
      roles
        .map((each) => `${code(each.role)}${"when" in each ? inWords(each.when) : ""}`)
        .join(", otherwise "),
    ]);
  const labels = typeof label === "string" ? [label] : (label ?? []);
  if (labels.length > 0) rows.push(["name", `${labels.map(stateName).join(", else ")}`]);
  if (value !== undefined) rows.push(["value", stateName(value)]);
  for (const [flag, when] of Object.entries(flags)) {
    if (when)
      rows.push([
        flag,
        `${stateName(when.state)} is ${code(JSON.stringify(when.is))}${inWords(when.when).replace(/^ when/, " and")}`,
      ]);
  }
  if (child_label !== undefined) rows.push(["names its children", "by what is given when they are added"]);
  const gestures = gestureRows(it);
  if (rows.length + gestures.length === 0) return "";
  return parts(
    rows.length === 0 ? "" : parts("## Accessibility", table(["", ""], rows)),
    gestures.length === 0 ? "" : parts("## What its user does", table(["gesture", "fires"], gestures)),
  );
}
