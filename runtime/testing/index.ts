/**
 * `pgwidgets-ts/testing`: pages of an application in memory, for the tests of a program.
 */

export type { PageCredentials } from "./connected-page.js";
export type { TextPattern, Wanted } from "./finding.js";
export type { CellEdit } from "./models/tree-user.js";
export { openPage, type PageOptions } from "./open.js";
export { type FileToDrop, type PageTarget, TestPage } from "./page.js";
export type { PageWidget } from "./page-widget.js";
