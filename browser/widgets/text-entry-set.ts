/**
 * TextEntrySet: a text field of one line and a button that enters it, as one piece.
 * Made from TextEntry, with a native button beside its field.
 */
import "./text-entry-set.css";
import type {
  TextEntrySetArgs,
  TextEntrySetContract,
  TextEntrySetEvents,
} from "../../generated/browser/contracts.js";
import { defineWidget } from "../registry.js";
import type { WidgetInit } from "../services.js";
import { TextEntry } from "./text-entry.js";

class TextEntrySet extends TextEntry<TextEntrySetEvents> implements TextEntrySetContract {
  readonly #button = document.createElement("button");

  constructor(init: WidgetInit, args: TextEntrySetArgs) {
    super(init, args, document.createElement("div"));
    this.element.classList.add("pgw-field");
    // The frame is around both.
    this.input.classList.remove("pgw-field");
    this.#button.type = "button";
    this.#button.className = "pgw-enter-button";
    this.#button.addEventListener("click", () => this.enter());
    this.element.append(this.#button);
    this.setButtonText(args.label);
  }

  setButtonText(text: string): void {
    this.#button.textContent = text;
  }

  protected override controls(): readonly HTMLElement[] {
    return [this.input, this.#button];
  }
}

defineWidget("TextEntrySet", TextEntrySet);
