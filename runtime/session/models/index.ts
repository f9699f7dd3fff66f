/**
 * The named models, by the names that definitions use.
 */
import { itemsModel } from "./items.js";
import type { Model } from "./model.js";
import { timer } from "./timer.js";

const models: ReadonlyMap<string, Model> = new Map([
  ["items", itemsModel],
  ["timer", timer],
]);

/** Throws for a name that no model has: a definition asks for something that the runtime lacks. */
export function modelOf(name: string): Model {
  const model = models.get(name);
  if (model === undefined) throw new Error(`The runtime has no model "${name}".`);
  return model;
}
