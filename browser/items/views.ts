/**
 * Both views as one part of the page, since all but a little of it serves both.
 */
import styles from "./items.css" with { type: "text" };

const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
document.adoptedStyleSheets.push(sheet);

export { TableView } from "./table-view.js";
export { TreeView } from "./tree-view.js";
