/**
 * A player for a video from an address.
 */
import type { VideoWidgetOptions, Widgets } from "pgwidgets-ts/sync";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: VideoWidgetOptions): Live {
  return {
    widget: W.VideoWidget({ controls: true, muted: true, size: [280, 158], bg: "#15171a", ...options }),
  };
}
