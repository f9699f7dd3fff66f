/**
 * Checks the named models of the runtime that a class asks for, and that its members use no others.
 */
import { modelNames } from "../emit/names.js";
import type { Path } from "../load.js";
import { suggestion } from "../nearest.js";
import type { Scope } from "./scope.js";

/** Models of the class and of its bases. */
function modelsOf(scope: Scope): string[] {
  const models: string[] = [];
  for (let here: Scope["subject"] | null = scope.subject; here; here = here.base) {
    models.push(...(here.definition.models ?? []));
  }
  return models;
}

/** A model that a member names: one that the class has. */
export function checkModel(scope: Scope, name: string, path: Path): void {
  const all = modelsOf(scope);
  // A model that is misspelt where the class asks for it has its fault there.
  const isMeant = modelNames.has(name) && all.some((each) => !modelNames.has(each));
  if (!isMeant) scope.known(name, all, "model", path);
}

export function checkModels(scope: Scope): void {
  for (const [index, name] of (scope.subject.definition.models ?? []).entries()) {
    if (modelNames.has(name)) continue;
    scope.fault("unknown-model", ["models", index], { name }, suggestion(name, modelNames));
  }
}
