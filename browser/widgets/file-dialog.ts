/**
 * FileDialog: the browser's own file picker, and downloads.
 * Made from its contract. Nothing of it stands in the page.
 */
import type { FileDialogArgs, FileDialogContract } from "../../generated/browser/contracts.js";
import { download } from "../downloads.js";
import { showNotice } from "../notices.js";
import { defineWidget } from "../registry.js";
import type { WidgetInit } from "../services.js";
import { say } from "../strings.js";
import { BaseWidget } from "../widget.js";

type Mode = FileDialogArgs["mode"];

/** Pickers that may be open: they must live as long as their users may choose. */
const pickers = new Set<HTMLInputElement>();

class FileDialog extends BaseWidget implements FileDialogContract {
  #mode: Mode;
  #accept: string;
  /** Takes away the notice that asks its user, if there is one. */
  #withdraw: () => void = () => {};

  constructor(init: WidgetInit, args: FileDialogArgs) {
    super(init, document.createElement("div"));
    this.#mode = args.mode;
    this.#accept = args.accept;
  }

  open(): void {
    if (this.#mode === "save") return;
    const input = document.createElement("input");
    input.type = "file";
    input.accept = this.#accept;
    input.multiple = this.#mode === "files";
    pickers.add(input);
    input.addEventListener("change", () => {
      pickers.delete(input);
      this.#chosen([...(input.files ?? [])]);
    });
    input.addEventListener("cancel", () => pickers.delete(input));
    // Without a recent click or key the browser would not open it; then its user is asked.
    if (navigator.userActivation?.isActive !== false) {
      input.click();
      return;
    }
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = say("choose");
    button.addEventListener("click", () => input.click());
    this.#withdraw();
    this.#withdraw = showNotice(say("chooseFiles"), button);
  }

  protected override disposed(): void {
    this.#withdraw();
  }

  popup(): void {
    this.open();
  }

  save(filename: string, data: string | Uint8Array, mimeType = "application/octet-stream"): void {
    download(filename, data, mimeType);
  }

  setMode(mode: Mode): void {
    this.#mode = mode;
  }

  getMode(): Mode {
    return this.#mode;
  }

  setAccept(accept: string): void {
    this.#accept = accept;
  }

  getAccept(): string {
    return this.#accept;
  }

  #chosen(files: readonly File[]): void {
    if (files.length === 0 || this.isDestroyed || !this.listensTo("activated")) return;
    this.services.uploads.send(
      this,
      "activated",
      {},
      files.map((file) => ({ file })),
    );
  }
}

defineWidget("FileDialog", FileDialog);
