/**
 * Both colour choosers as one part of the page, since nearly all of it serves both.
 */
import { COLOR_WORDS } from "../../runtime/protocol/words/color.js";
import { addWords } from "../strings.js";

addWords(COLOR_WORDS);

export { ColorDialog } from "./color-dialog.js";
export { ColorWidget } from "./color-widget.js";
