/**
 * The browser's own file picker, and a download.
 */
import type { FileDialogOptions, Widgets } from "pgwidgets-ts/sync";
import { hint, row } from "../parts.js";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: FileDialogOptions): Live {
  const dialog = W.FileDialog({ mode: "files", ...options });
  const names = hint(W, "No file was sent yet.");
  dialog.on("activated", ({ files }) => names.setText(files.map((file) => file.name).join(", ")));
  const send = W.Button("Send files …");
  send.on("activated", () => dialog.open());
  const save = W.Button("Download a text");
  save.on("activated", () => dialog.save("gallery.txt", "Written on the server.", "text/plain"));
  return { widget: dialog, stage: row(W, send, save, names) };
}
