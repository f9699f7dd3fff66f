/**
 * The model `tree`: columns, rows, selection, colours, order and openness of a tree or table.
 * Flat rows are a tree of leaves; a row is the same row as long as its path leads to it.
 */
import type { Model } from "../model.js";
import { colorOperations } from "./colors.js";
import { contentOperations } from "./content.js";
import { layoutOperations } from "./layout.js";
import { readsParts } from "./packed.js";
import { earlyCalls, lateCalls } from "./replay.js";
import { rowOperations } from "./rows.js";
import { selectionOperations } from "./selection.js";
import { treeOf } from "./state.js";
import { viewOperations } from "./view.js";

export const treeModel: Model = {
  operations: {
    ...contentOperations,
    ...rowOperations,
    ...layoutOperations,
    ...viewOperations,
    ...selectionOperations,
    ...colorOperations,
  },
  replay: (node, peer) => earlyCalls(node, readsParts(peer)),
  replayLate: (node) => lateCalls(treeOf(node)),
};
