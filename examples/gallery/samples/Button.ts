/**
 * A button with an icon.
 */
import type { ButtonNamed, Widgets } from "pgwidgets-ts/sync";
import { icons } from "../pictures.js";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: ButtonNamed): Live {
  return { widget: W.Button({ text: "Save", icon: [icons.save, [18, 18]], ...options }) };
}
