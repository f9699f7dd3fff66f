/**
 * Both views as one part of the page, since all but a little of it serves both.
 */
export { TableView } from "./table-view.js";
export { TreeView } from "./tree-view.js";
