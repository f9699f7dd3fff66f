/**
 * Image: a picture. Its code is loaded with the first one of a page, together with that of the other pictures.
 */
import { defineLater } from "../registry.js";

defineLater("Image", async () => (await import("../pictures/views.js")).Image);
