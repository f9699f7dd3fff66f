/**
 * TextEntry: a native text field of one line with a history of what was entered.
 * Made from its contract. Also the base of fields that have something beside them.
 */
import "../controls/field.css";
import "./text-entry.css";
import type { TextEntryArgs, TextEntryContract, TextEntryEvents } from "../../generated/browser/contracts.js";
import { LineHistory } from "../controls/line-history.js";
import { nameControl } from "../controls/naming.js";
import { TextField, textInput } from "../controls/text-field.js";
import { onFirstUse } from "../first-use.js";
import { defineWidget } from "../registry.js";
import type { WidgetInit } from "../services.js";
import { BaseWidget } from "../widget.js";

/** Without it the width follows the text by whole characters of average width. */
const FITS_BY_ITSELF = CSS.supports("field-sizing", "content");

export class TextEntry<E extends TextEntryEvents = TextEntryEvents>
  extends BaseWidget<E>
  implements TextEntryContract
{
  protected readonly input: HTMLInputElement;
  readonly #field: TextField;
  readonly #history: LineHistory;
  #followsText = true;

  /** @param around - Root element that the field goes into; without it the field is the root. */
  constructor(init: WidgetInit, args: TextEntryArgs, around: HTMLElement | null = null) {
    const input = textInput();
    super(init, around ?? input);
    around?.append(input);
    this.input = input;
    this.#history = new LineHistory(args.linehistory);
    this.#field = new TextField(input, {
      edited: (text) => this.#tell("modified", text),
      shown: () => this.#fit(),
    });
    input.classList.add("pgw-follows-text");
    if (args.password) input.type = "password";
    if (!args.editable) input.readOnly = true;
    onFirstUse(input, () => input.addEventListener("keydown", (event) => this.#key(event)));
    this.setText(args.text);
  }

  setText(text: string | null): void {
    this.#history.leave();
    this.#field.set(text ?? "");
    this.#fit();
  }

  getText(): string {
    return this.#field.text;
  }

  clear(): void {
    this.setText("");
  }

  setLength(numchars: number): void {
    this.#followsText = false;
    this.input.classList.remove("pgw-follows-text");
    this.input.size = numchars;
  }

  override setTooltip(msg: string | null): void {
    super.setTooltip(msg);
    nameControl(this.input, this.getTooltip(), false);
  }

  protected override controls(): readonly HTMLElement[] {
    return [this.input];
  }

  /** The user confirmed the text: by Enter, or by what a derived class has beside the field. */
  protected enter(): void {
    const { text } = this.#field;
    if (this.input.readOnly) this.#history.leave();
    else this.#history.add(text);
    this.#tell("activated", text);
  }

  #tell(action: "modified" | "activated", text: string): void {
    this.post(action, [text], true);
    this.#field.told(this.lastInput);
  }

  override overtaken(method: string, [text]: readonly unknown[], seen: number): void {
    if (method === "set_text" || method === "clear")
      this.#field.merge(seen, () => String(text ?? ""), this.services.updates);
  }

  #key(event: KeyboardEvent): void {
    if (this.#field.takes(event) || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === "Enter") {
      if (!event.repeat) this.enter();
    } else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      // Otherwise the caret would jump to an end of the line.
      event.preventDefault();
      if (this.input.readOnly) return;
      const line = event.key === "ArrowUp" ? this.#history.older(this.#field.text) : this.#history.newer();
      if (line !== null) this.#field.edit(line);
    }
  }

  #fit(): void {
    if (this.#followsText && !FITS_BY_ITSELF) this.input.size = Math.max(1, this.input.value.length);
  }
}

defineWidget("TextEntry", TextEntry);
