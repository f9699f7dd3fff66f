/**
 * A question with two answers.
 */
import type { DialogNamed, Widgets } from "pgwidgets-ts/sync";
import { row } from "../parts.js";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: DialogNamed): Live {
  const dialog = W.Dialog({
    title: "Leave without saving?",
    buttons: [
      ["Stay", "stay"],
      ["Leave", "leave"],
    ],
    modal: true,
    autoclose: true,
    ...options,
  });
  dialog.addWidget(W.Label("Two measurements have not been saved.", { padding: 4 }));
  dialog.on("close", () => dialog.hide());
  // Who leaves is gone, also when the dialog does not close by itself.
  dialog.on("activated", (answer) => {
    if (answer === "leave") dialog.hide();
  });
  const open = W.Button("Ask …");
  open.on("activated", () => dialog.popup());
  return { widget: dialog, stage: row(W, open) };
}
