/**
 * TableView: a table with a cell cursor. Its code is a part of its own, together with that of TreeView.
 */
import { lazyWidget } from "../lazy.js";
import { defineWidget } from "../registry.js";

const load = async () => (await import("../items/views.js")).TableView;

defineWidget("TableView", lazyWidget("TableView", load));
