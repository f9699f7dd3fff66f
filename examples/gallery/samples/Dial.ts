/**
 * A knob to turn.
 */
import type { DialOptions, Widgets } from "pgwidgets-ts/sync";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: DialOptions): Live {
  return {
    widget: W.Dial({
      value: 30,
      track: true,
      showValue: true,
      size: [120, 132],
      tooltip: "Gain",
      ...options,
    }),
  };
}
