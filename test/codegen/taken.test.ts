/**
 * The names that a definition cannot use are those that are really taken: by the runtime, on both faces,
 * and by the base of the browser classes.
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";
import {
  browserMembers,
  camel,
  modelNames,
  reservedClasses,
  runtimeMembers,
  sessionMembers,
} from "../../codegen/emit/names.js";
import { BASES, TYPES } from "../../codegen/emit/place.js";
import { AsyncObject } from "../../runtime/async/object.js";
import { AsyncSession } from "../../runtime/async/session.js";
import { modelOf } from "../../runtime/session/models/index.js";
import { SyncObject } from "../../runtime/sync/object.js";
import { SyncSession } from "../../runtime/sync/session.js";
import { definitions } from "../support/definitions.js";

/** Members of a class and of all above it that are no symbols. */
function membersOf(of: { readonly prototype: object }): string[] {
  const names = new Set<string>();
  for (
    let here: object | null = of.prototype;
    here !== null;
    here = Object.getPrototypeOf(here) as object | null
  ) {
    for (const name of Object.getOwnPropertyNames(here)) if (!name.startsWith("__")) names.add(name);
  }
  return [...names];
}

test("by widgets of both faces", () => {
  const all = [...membersOf(SyncObject as never), ...membersOf(AsyncObject as never)];
  expect(all.filter((name) => !runtimeMembers.has(name))).toEqual([]);
});

test("by sessions of both faces", () => {
  const all = [...membersOf(SyncSession as never), ...membersOf(AsyncSession as never)];
  expect(all.filter((name) => !sessionMembers.has(name))).toEqual([]);
});

test("by the base of browser classes, but for what contracts ask for", () => {
  const text = readFileSync(new URL("../../browser/widget.ts", import.meta.url), "utf8");
  const body = text.slice(text.indexOf("class BaseWidget"));
  const found = [
    ...body.matchAll(/^ {2}(?:(?:protected|readonly|get|set|async|override) )*([a-z]\w*)[(:<; ]/gm),
  ];
  const words = new Set(["if", "return", "readonly", "protected", "const", "for"]);
  const contract = new Set(
    ["Callback", "Widget"].flatMap((name) => Object.keys(definitions.get(name)?.methods ?? {}).map(camel)),
  );
  const members = found
    .map(([, name = ""]) => name)
    .filter((name) => !contract.has(name) && !words.has(name));
  expect(members.length).toBeGreaterThan(20);
  expect(members.filter((name) => !browserMembers.has(name))).toEqual([]);
});

test("by files of a face, on a disk where capitals and small letters are the same", () => {
  const files = readdirSync(new URL("../../generated/sync", import.meta.url)).map((file) =>
    basename(file, ".ts"),
  );
  const others = [...files.filter((name) => !definitions.has(name)), BASES, TYPES];
  expect(others).toContain("index");
  const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
  expect(others.map(capital).filter((name) => !reservedClasses.has(name))).toEqual([]);
});

test("the models are those of the runtime", () => {
  for (const name of modelNames) expect(() => modelOf(name)).not.toThrow();
  const used = [...definitions.values()].flatMap((it) => it.models ?? []);
  expect(used.filter((name) => !modelNames.has(name))).toEqual([]);
});
