/**
 * Both colour choosers as one part of the page, since nearly all of it serves both.
 */
export { ColorDialog } from "./color-dialog.js";
export { ColorWidget } from "./color-widget.js";
