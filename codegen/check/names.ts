/**
 * Checks names: that no two things share one, as they are or in camelCase, and that none is taken by the
 * language, the runtime or another generated type.
 */
import type { Reporter } from "../diagnostics.js";
import {
  browserMembers,
  camel,
  derivedNames,
  objectMembers,
  reservedClasses,
  reservedWords,
  runtimeMembers,
  sessionMembers,
} from "../emit/names.js";
import type { Path } from "../load.js";
import type { Universe } from "../resolve.js";
import type { Scope } from "./scope.js";

/** Reports the second of two names that are one in TypeScript. */
function distinct(scope: Scope, names: Iterable<readonly [string, Path | null]>): void {
  const taken = new Map<string, string>();
  for (const [name, path] of names) {
    const property = camel(name);
    const other = taken.get(property);
    if (other !== undefined && path) scope.fault("name-clash", path, { name, other, property });
    taken.set(property, name);
  }
}

function checkParams(scope: Scope): void {
  const lists: [Path, readonly { readonly name: string }[]][] = [
    [["args"], scope.subject.definition.args ?? []],
  ];
  for (const { name, definition } of scope.own(scope.subject.methods)) {
    lists.push([["methods", name, "params"], definition.params ?? []]);
  }
  for (const { name, definition } of scope.own(scope.subject.callbacks)) {
    lists.push([["callbacks", name, "args"], definition.args ?? []]);
  }
  for (const [path, params] of lists) {
    for (const [index, { name }] of params.entries()) {
      const by = reservedWords.has(camel(name))
        ? "a word of TypeScript"
        : objectMembers.has(camel(name))
          ? "a member of every object"
          : null;
      if (by !== null) scope.fault("reserved-name", [...path, index, "name"], { name, by });
    }
    distinct(
      scope,
      params.map(({ name }, index) => [name, [...path, index, "name"]] as const),
    );
  }
}

export function checkMemberNames(scope: Scope): void {
  const { subject } = scope;
  for (const { name, path, definition } of scope.own(subject.methods)) {
    const property = camel(name);
    const isOurs = definition.kind === "local" && definition.side === "server";
    if (!isOurs && runtimeMembers.has(property)) {
      scope.keyFault("reserved-name", path, { name, by: "a member of every widget" });
    } else if (!isOurs && subject.definition.remote !== false && browserMembers.has(property)) {
      scope.keyFault("reserved-name", path, { name, by: "a member of every browser class" });
    }
  }
  for (const members of [subject.options, subject.states, subject.callbacks]) {
    for (const { name, path } of scope.own<unknown>(members)) {
      if (path[0] !== "args" && objectMembers.has(camel(name)))
        scope.keyFault("reserved-name", path, { name, by: "a member of every object" });
    }
  }
  const clash = (all: ReadonlyMap<string, { name: string; owner: unknown; path: Path }>): void => {
    const taken = new Map<string, string>();
    for (const { name, owner, path } of all.values()) {
      const property = camel(name);
      const other = taken.get(property);
      if (other !== undefined && other !== name && owner === subject) {
        scope.keyFault("name-clash", path, { name, other, property });
      }
      taken.set(property, name);
    }
  };
  clash(subject.methods);
  // The same name for an arg and an option would be given twice.
  for (const { name, path } of scope.own(subject.options)) {
    if (subject.args.has(name)) scope.keyFault("duplicate-name", path, { name, other: "an argument" });
  }
  clash(new Map([...subject.states, ...subject.options, ...subject.args]));
  checkParams(scope);
}

/** Shortcuts of the session: each has a name of its own, which no session has already. */
function checkShortcuts(universe: Universe, report: Reporter): void {
  const taken = new Map<string, string>();
  for (const [owner, { definition, document }] of universe.classes) {
    const name = definition.session_factory?.name;
    if (name === undefined) continue;
    const property = camel(name);
    const place = document.at(["session_factory", "name"]);
    const other = taken.get(property);
    if (sessionMembers.has(property))
      report("reserved-name", place, { name, by: "a member of every session" });
    else if (other !== undefined) report("duplicate-name", place, { name, other });
    taken.set(property, `the shortcut of ${owner}`);
  }
}

/** Names of classes and types, and those that are generated for each class. */
export function checkTopNames(universe: Universe, report: Reporter): void {
  checkShortcuts(universe, report);
  const taken = new Map<string, string>();
  const inLowerCase = new Map<string, string>();
  const all = [
    ...[...universe.classes].map(([name, { document }]) => ({ name, document, isClass: true })),
    ...[...universe.types].map(([name, { document }]) => ({ name, document, isClass: false })),
  ];
  for (const { name, isClass } of all) {
    if (isClass)
      for (const derived of derivedNames(name)) taken.set(derived, `what is generated for ${name}`);
  }
  for (const { name, document } of all) {
    const place = document.at(["name"]);
    const file = (document.source.file.split("/").at(-1) ?? "").replace(/\.json$/, "");
    if (file !== name) report("file-name", place, { name, file: `${file}.json` });
    if (reservedClasses.has(name)) report("reserved-name", place, { name, by: "used by what is generated" });
    const other = taken.get(name);
    const alike = inLowerCase.get(name.toLowerCase());
    if (other !== undefined) report("duplicate-name", place, { name, other });
    else if (alike !== undefined && alike !== name)
      report("duplicate-name", place, { name, other: `${alike}, whose files differ in case only` });
    taken.set(name, document.source.origin);
    inLowerCase.set(name.toLowerCase(), name);
  }
}
