/**
 * Canvas: a bitmap to draw on. Its code is loaded with the first one of a page, together with that of the other pictures.
 */
import { defineLater } from "../registry.js";

defineLater("Canvas", async () => (await import("../pictures/views.js")).Canvas);
