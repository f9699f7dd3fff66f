/**
 * A scroll bar of its own.
 */
import type { ScrollBarOptions, Widgets } from "pgwidgets-ts/sync";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: ScrollBarOptions): Live {
  return {
    widget: W.ScrollBar({
      thumbPercent: 0.25,
      scrollPercent: 0.4,
      size: [280, null],
      tooltip: "Place",
      ...options,
    }),
  };
}
