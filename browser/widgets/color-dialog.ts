/**
 * ColorDialog: a dialog with the colour chooser. Its code is loaded with the first one of a page, together with that of the other colour chooser.
 */
import { defineLater } from "../registry.js";

defineLater("ColorDialog", async () => (await import("../color/choosers.js")).ColorDialog);
