/**
 * A position that moves along with edits. Type in front of the flag.
 */
import type { TextGravity, Widgets } from "pgwidgets-ts/sync";
import { hint } from "../parts.js";
import { icons } from "../pictures.js";
import type { Live } from "../sample.js";

interface Options {
  readonly offset?: number;
  readonly gravity?: TextGravity;
}

export default function make(W: Widgets, options: Options): Live {
  const source = W.TextSource("red green blue", { iconGutter: true, size: [null, 80], tooltip: "Colours" });
  const { offset = 10, gravity = "right" } = options;
  const ref = source.createRef(offset, gravity);
  source.setIcon(ref, icons.flag);
  const place = hint(W, "");
  const show = () => place.setText(`The position is at offset ${ref.getOffset()}.`);
  source.on("changed", show);
  show();
  const all = W.VBox({ spacing: 8 });
  all.addWidget(source);
  all.addWidget(place);
  return { widget: ref, stage: all, also: [source], fills: true };
}
