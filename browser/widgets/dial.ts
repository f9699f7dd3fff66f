/**
 * Dial: a knob that is turned by pointer, keys or wheel. Its code is loaded with the first one of a page.
 */
import { defineLater } from "../registry.js";

defineLater("Dial", async () => (await import("../dials/dial.js")).Dial);
