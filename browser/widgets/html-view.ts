/**
 * HtmlView: HTML of the program in a block that scrolls. Its code is loaded with the first one of a page, together with what cleans HTML.
 */
import { defineLater } from "../registry.js";

defineLater("HtmlView", async () => (await import("../html/views.js")).HtmlView);
