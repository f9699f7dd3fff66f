/**
 * A box whose inside the program writes as HTML.
 */
import type { ExternalWidgetOptions, Widgets } from "pgwidgets-ts/sync";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: ExternalWidgetOptions): Live {
  const bars = [35, 60, 48, 82, 70, 95, 64].map((height, i) => {
    const x = 20 + 42 * i;
    return `<rect x="${x}" y="${110 - height}" width="28" height="${height}" rx="3" fill="#4f8ff7"/>`;
  });
  const widget = W.ExternalWidget({
    size: [280, 105],
    content: `<svg viewBox="0 0 320 120" role="img" aria-label="Seven bars">${bars.join("")}</svg>`,
    ...options,
  });
  return { widget };
}
