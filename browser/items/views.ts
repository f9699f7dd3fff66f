/**
 * Both views as one part of the page, since all but a little of it serves both.
 */
import { adoptStyles } from "../css.js";
import styles from "./items.css" with { type: "text" };

adoptStyles(styles);

export { TableView } from "./table-view.js";
export { TreeView } from "./tree-view.js";
