/**
 * The definitions as tests need them: members of a class with those of its bases, types by name.
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type {
  CallbackDefinition,
  MethodDefinition,
  TypeDefinition,
  WidgetDefinition,
} from "../../codegen/format.js";

function load<T>(folder: string): Map<string, T> {
  const path = fileURLToPath(new URL(`../../schema/${folder}/`, import.meta.url));
  const files = readdirSync(path).filter((file) => file.endsWith(".json"));
  return new Map(
    files.map((file) => [file.slice(0, -5), JSON.parse(readFileSync(path + file, "utf8")) as T]),
  );
}

export const types = load<TypeDefinition>("types");
export const definitions = new Map([
  ...load<WidgetDefinition>("bases"),
  ...load<WidgetDefinition>("widgets"),
]);

/** The classes from the root to the named one. */
export function lineage(name: string): WidgetDefinition[] {
  const own = definitions.get(name);
  if (own === undefined) throw new Error(`there is no definition of ${name}`);
  return own.extends === null ? [own] : [...lineage(own.extends), own];
}

export function methodsOf(name: string): Map<string, MethodDefinition> {
  return new Map(lineage(name).flatMap((each) => Object.entries(each.methods ?? {})));
}

export function callbacksOf(name: string): Map<string, CallbackDefinition> {
  return new Map(lineage(name).flatMap((each) => Object.entries(each.callbacks ?? {})));
}
