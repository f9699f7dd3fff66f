/**
 * TreeView: a tree with columns. Its code is a part of its own, together with that of TableView.
 */
import { lazyWidget } from "../lazy.js";
import { defineWidget } from "../registry.js";

const load = async () => (await import("../items/views.js")).TreeView;

defineWidget("TreeView", lazyWidget("TreeView", load));
