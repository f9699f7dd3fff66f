/**
 * A dialog to choose a colour in.
 */
import type { ColorDialogOptions, Widgets } from "pgwidgets-ts/sync";
import { row } from "../parts.js";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: ColorDialogOptions): Live {
  const dialog = W.ColorDialog({ color: "#2563eb", ...options });
  const open = W.Button("Choose a colour …");
  open.on("activated", () => dialog.popup());
  return { widget: dialog, stage: row(W, open) };
}
