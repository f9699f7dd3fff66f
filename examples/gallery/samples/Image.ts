/**
 * A picture.
 */
import type { ImageOptions, Widgets } from "pgwidgets-ts/sync";
import { landscape } from "../pictures.js";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: ImageOptions): Live {
  return { widget: W.Image({ url: landscape, size: [280, 158], interactive: true, ...options }) };
}
