/**
 * The named models, by the names that definitions use.
 */
import { grid } from "./grid.js";
import { itemsModel } from "./items.js";
import type { Model } from "./model.js";
import { panes } from "./panes.js";
import { seriesModel } from "./series/index.js";
import { subwindows } from "./subwindows/index.js";
import { textModel } from "./text/index.js";
import { timer } from "./timer.js";
import { treeModel } from "./tree/index.js";

const models: ReadonlyMap<string, Model> = new Map([
  ["grid", grid],
  ["items", itemsModel],
  ["panes", panes],
  ["series", seriesModel],
  ["subwindows", subwindows],
  ["text", textModel],
  ["timer", timer],
  ["tree", treeModel],
]);

/** Throws for a name that no model has: a definition asks for something that the runtime lacks. */
export function modelOf(name: string): Model {
  const model = models.get(name);
  if (model === undefined) throw new Error(`The runtime has no model "${name}".`);
  return model;
}
