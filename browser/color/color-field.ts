/**
 * A small input of the colour chooser with its caption: a whole number, or hexadecimal digits.
 * Made of native inputs. What is typed counts once it is confirmed, by Enter or by leaving the field.
 */
import { onWheel } from "../controls/wheel.js";

export interface ColorFieldOptions {
  readonly caption: string;
  /** Name for screen readers, where the caption is an abbreviation. */
  readonly name: string;
  /** Largest whole number from 0; null for a text. */
  readonly max: number | null;
  /** What was entered; false when it cannot be read. */
  entered(text: string): boolean;
}

export class ColorField {
  readonly element = document.createElement("label");
  readonly input = document.createElement("input");
  #shown = "";
  /** What its user types, not confirmed yet. */
  #typing = false;

  constructor({ caption, name, max, entered }: ColorFieldOptions) {
    const { element, input } = this;
    element.className = "pgw-color-field";
    const text = document.createElement("span");
    text.textContent = caption;
    text.setAttribute("aria-hidden", "true");
    element.append(text, input);
    input.className = "pgw-field";
    input.autocomplete = "off";
    input.spellcheck = false;
    input.setAttribute("aria-label", name);
    if (max === null) {
      input.type = "text";
      input.maxLength = 7;
    } else {
      input.type = "number";
      input.min = "0";
      input.max = String(max);
      input.step = "1";
      input.inputMode = "numeric";
      onWheel(
        input,
        () => !input.disabled,
        (steps) => {
          const next = Math.max(0, Math.min(max, Number(this.#shown) + steps));
          this.#typing = false;
          entered(String(next));
        },
      );
    }
    input.addEventListener("input", () => {
      this.#typing = true;
      input.removeAttribute("aria-invalid");
    });
    // Enter, leaving the field, and each step of the arrow keys.
    input.addEventListener("change", () => {
      const known = this.#confirm(entered);
      if (!known && document.activeElement === input) input.setAttribute("aria-invalid", "true");
    });
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.#typing) return;
      this.#takeBack();
      // It took back what was typed, and is not meant for a dialog around.
      event.preventDefault();
      event.stopPropagation();
    });
    input.addEventListener("focus", () => input.select());
    input.addEventListener("blur", () => this.#takeBack());
  }

  /** Shows a value, unless its user is typing one. */
  show(text: string): void {
    this.#shown = text;
    if (!this.#typing && this.input.value !== text) this.input.value = text;
  }

  #confirm(entered: (text: string) => boolean): boolean {
    const { value } = this.input;
    const typing = this.#typing;
    this.#typing = false;
    if (value.trim() !== "" && entered(value)) {
      this.show(this.#shown);
      return true;
    }
    this.#typing = typing;
    return false;
  }

  #takeBack(): void {
    this.#typing = false;
    this.input.removeAttribute("aria-invalid");
    this.show(this.#shown);
  }
}
