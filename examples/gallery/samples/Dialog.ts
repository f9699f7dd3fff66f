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
  const open = W.Button("Ask …");
  open.on("activated", () => dialog.popup());
  return { widget: dialog, stage: row(W, open) };
}
