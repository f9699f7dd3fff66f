/**
 * A number between two limits.
 */
import type { SliderOptions, Widgets } from "pgwidgets-ts/sync";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: SliderOptions): Live {
  return {
    widget: W.Slider({
      value: 30,
      track: true,
      showValue: true,
      size: [280, null],
      tooltip: "Volume",
      ...options,
    }),
  };
}
