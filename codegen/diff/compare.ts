/**
 * Compares two models: the changes of all classes and types, each where it was made.
 */
import type { ClassModel, Model, TypeModel } from "../model.js";
import { followed, sameJson, type Types, typesNamed } from "../schemas.js";
import type { Change, Level } from "./change.js";
import { relation } from "./cover.js";
import { memberChanges } from "./members.js";

const byName = <T extends { readonly name: string }>(items: readonly T[]): Map<string, T> =>
  new Map(items.map((item) => [item.name, item]));

const ancestors = (it: ClassModel): string[] => (it.base ? [it.base.name, ...ancestors(it.base)] : []);

function classFindings(before: ClassModel, now: ClassModel): (readonly [Level, string])[] {
  const all: (readonly [Level, string])[] = [];
  const base = before.base?.name;
  if (base !== now.base?.name) {
    const isKept = base === undefined || ancestors(now).includes(base);
    all.push([
      isKept ? "minor" : "major",
      `extends ${now.base?.name ?? "nothing"}, ${base ?? "nothing"} before`,
    ]);
  }
  if (!before.abstract && now.abstract) all.push(["major", "cannot be created"]);
  if (before.abstract && !now.abstract) all.push(["minor", "can be created"]);
  const maker = now.definition.created_by;
  if (before.definition.created_by !== maker) {
    all.push(maker === undefined ? ["minor", "can be created"] : ["major", `is made by ${maker} only`]);
  }
  const looks = (it: ClassModel) => JSON.stringify([it.definition.accessible, it.definition.gestures]);
  if (looks(before) !== looks(now)) all.push(["minor", "how a page presents it"]);
  if (before.definition.category !== now.definition.category) all.push(["patch", "the category"]);
  if (before.description !== now.description) all.push(["patch", "the description"]);
  return all;
}

/** Changes of a class that it did not inherit. */
function classChanges(before: Model, now: Model, types: Types): Change[] {
  const [old, current] = [byName(before.classes), byName(now.classes)];
  const found = new Map<string, Change[]>();
  const changesOf = (is: ClassModel): Change[] => {
    const done = found.get(is.name);
    if (done) return done;
    const was = old.get(is.name);
    const all = was ? memberChanges(was, is, types) : [];
    found.set(is.name, all);
    return all;
  };
  const key = ({ name, says, what, part }: Change): string =>
    JSON.stringify([name.slice(name.indexOf(".")), says, what, part]);
  const all: Change[] = [];
  for (const was of before.classes) {
    if (!current.has(was.name)) {
      all.push({ level: "major", what: "removed", part: "class", name: was.name, says: "" });
    }
  }
  for (const is of now.classes) {
    const was = old.get(is.name);
    if (!was) {
      all.push({ level: "minor", what: "added", part: "class", name: is.name, says: "" });
      continue;
    }
    for (const [level, says] of classFindings(was, is)) {
      all.push({ level, what: "changed", part: "class", name: is.name, says });
    }
    const inherited = new Set(is.base ? changesOf(is.base).map(key) : []);
    all.push(...changesOf(is).filter((change) => !inherited.has(key(change))));
  }
  return all;
}

/** Shared types that programs get: from methods and in callbacks. */
function gotTypes(model: Model): ReadonlySet<string> {
  const waiting = model.classes.flatMap((it) => [
    ...it.ownMethods.flatMap((method) => (method.returns ? typesNamed(method.returns) : [])),
    ...it.ownCallbacks.flatMap((callback) => callback.args.flatMap((arg) => typesNamed(arg.schema))),
  ]);
  const all = new Set<string>();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (all.has(name)) continue;
    all.add(name);
    waiting.push(...typesNamed(model.schemas.get(name) ?? {}));
  }
  return all;
}

/** Whether all that is new is fields that may be missing: whoever gets such values need not mind. */
function onlyAddsFields(before: TypeModel, now: TypeModel, model: Model): boolean {
  const [was, is] = [followed(before.schema, model.schemas), followed(now.schema, model.schemas)];
  if (!was.properties || !is.properties) return false;
  const kept = Object.fromEntries(Object.keys(was.properties).map((name) => [name, is.properties?.[name]]));
  return sameJson({ ...is, properties: kept } as never, was as never);
}

function typeChanges(before: Model, now: Model): Change[] {
  const [old, current] = [byName(before.types), byName(now.types)];
  const got = gotTypes(now);
  const all: Change[] = [];
  const add = (level: Level, what: Change["what"], name: string, says = "") =>
    all.push({ level, what, part: "type", name, says });
  for (const { name } of before.types) if (!current.has(name)) add("major", "removed", name);
  for (const is of now.types) {
    const was = old.get(is.name);
    if (!was) {
      add("minor", "added", is.name);
      continue;
    }
    const found = relation(was.schema, is.schema, now.schemas);
    if (found === "wider") {
      const isHarmless = !got.has(is.name) || onlyAddsFields(was, is, now);
      add(isHarmless ? "minor" : "major", "changed", is.name, "has more values");
    } else if (found !== "same") {
      add("major", "changed", is.name, found === "narrower" ? "has fewer values" : "has other values");
    } else if (!sameJson(was.schema as never, is.schema as never) || was.description !== is.description) {
      add("patch", "changed", is.name, "the description");
    }
  }
  return all;
}

const order = ({ name, part, what, says }: Change): string => [name, part, what, says].join("\0");

export function compareModels(before: Model, now: Model): Change[] {
  const all = [...classChanges(before, now, now.schemas), ...typeChanges(before, now)];
  return all.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}
