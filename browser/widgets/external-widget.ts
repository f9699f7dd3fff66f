/**
 * ExternalWidget: an empty box for some other library to draw into. Its code is loaded with the first one of a page, together with what cleans HTML.
 */
import { defineLater } from "../registry.js";

defineLater("ExternalWidget", async () => (await import("../html/views.js")).ExternalWidget);
