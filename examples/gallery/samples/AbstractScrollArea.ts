/**
 * Bars that tell where the user wants to go; the child scrolls by itself.
 */
import type { AbstractScrollAreaOptions, Widgets } from "pgwidgets-ts/sync";
import { block } from "../parts.js";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: AbstractScrollAreaOptions): Live {
  const area = W.AbstractScrollArea({ size: [280, 140], thumbPercent: [0.5, 0.25], ...options });
  const place = block(W, "Move a bar", "blue");
  area.setWidget(place);
  area.on("scrolled", (across, down) => {
    place.setText(`${Math.round(across * 100)} % across, ${Math.round(down * 100)} % down`);
  });
  return { widget: area };
}
