/**
 * ColorWidget: the colour chooser as a widget. Its code is loaded with the first one of a page, together with that of the other colour chooser.
 */
import { defineLater } from "../registry.js";

defineLater("ColorWidget", async () => (await import("../color/choosers.js")).ColorWidget);
