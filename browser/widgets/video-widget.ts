/**
 * VideoWidget: a video. Its code is loaded with the first one of a page, together with that of the other pictures.
 */
import { defineLater } from "../registry.js";

defineLater("VideoWidget", async () => (await import("../pictures/views.js")).VideoWidget);
