/**
 * A native text input, of one line or many, that knows what its user changed, also with an input method.
 * Made from input and composition events. While a text is being composed nothing is told and nothing replaced.
 */
import { onFirstUse } from "../first-use.js";
import type { Updates } from "../updates.js";
import { merged, placeAfter, textChange } from "./text-change.js";

export interface TextFieldListener {
  /** The user changed the text; a composed text comes whole. */
  edited(text: string): void;
  /** The shown text changed under the user's hands, also in the middle of a composition. */
  shown?(text: string): void;
  /** What becomes of a text that the user has made. Default: it stays. */
  corrected?(text: string): string;
}

type NativeField = HTMLInputElement | HTMLTextAreaElement;

/** What the server has heard of the text. */
interface Told {
  /** Number of the input that told it. */
  readonly input: number;
  readonly text: string;
}

/** So many texts are kept, of which the program may make another one: the user is seldom further ahead. */
const KEPT = 64;

/** It neither guesses nor corrects. */
function prepare(input: NativeField): void {
  if (input instanceof HTMLInputElement) input.type = "text";
  input.autocomplete = "off";
  input.spellcheck = false;
}

/** What every field of one line is a copy of. */
const prototype = document.createElement("input");
prepare(prototype);
prototype.className = "pgw-field pgw-text-input";

/** A field of one line, for a `TextField`. */
export function textInput(): HTMLInputElement {
  return prototype.cloneNode() as HTMLInputElement;
}

export class TextField {
  readonly input: NativeField;
  readonly #listener: TextFieldListener;
  #text = "";
  /** Its user, or a script, has come to it. */
  #used = false;
  #composing = false;
  /** A text of the program that came in the middle of a composition. */
  #waiting: string | null = null;
  /** Oldest first; the first one is the program's, or was the present one when the program's last came. */
  #told: Told[] = [{ input: 0, text: "" }];
  /** What the program makes of an earlier text, until all is there that it says. */
  #theirs: { readonly base: string; text: string } | null = null;

  constructor(input: NativeField, listener: TextFieldListener) {
    this.input = input;
    this.#listener = listener;
    if (input.autocomplete !== "off") prepare(input);
    onFirstUse(input, () => this.#listen());
  }

  #listen(): void {
    const { input } = this;
    this.#used = true;
    // A text that came as an attribute has left the caret at the start. Who selects gets the focus first, and is let be.
    queueMicrotask(() => {
      const isAtStart = document.activeElement === input && input.selectionEnd === 0;
      if (isAtStart) input.setSelectionRange(input.value.length, input.value.length);
    });
    input.addEventListener("input", () => {
      this.#listener.shown?.(input.value);
      if (!this.#composing) this.#compare();
    });
    input.addEventListener("compositionstart", () => {
      this.#composing = true;
    });
    const composed = () => {
      if (!this.#composing) return;
      this.#composing = false;
      const waiting = this.#waiting;
      this.#waiting = null;
      // What the user has composed is newer; a composition given up leaves the field to the program.
      if (!this.#compare() && waiting !== null) this.set(waiting);
    };
    input.addEventListener("compositionend", composed);
    input.addEventListener("blur", composed);
  }

  /** The text, without what is still being composed. */
  get text(): string {
    return this.#composing ? (this.#waiting ?? this.#text) : this.input.value;
  }

  /** Whether a key belongs to the input method. */
  takes(event: KeyboardEvent): boolean {
    return event.isComposing || this.#composing || event.keyCode === 229;
  }

  /** Shows a text of the program. */
  set(text: string): void {
    if (this.#composing) {
      this.#waiting = text;
      return;
    }
    this.#write(text);
    this.#text = this.input.value;
    this.#told = [{ input: 0, text: this.#text }];
    this.#theirs = null;
  }

  /** The server hears of the present text by this input. */
  told(input: number): void {
    this.#told.push({ input, text: this.#text });
    if (this.#told.length > KEPT) this.#told.shift();
  }

  /**
   * The program has made another text of one that its user has changed since. Once all is there that it has said, the
   * field shows that with those changes, as if the user had made it. A text that is being composed, or that is not
   * known any more, stays as it is.
   * @param seen - The last input that the program has heard of.
   */
  merge(seen: number, make: (text: string) => string, updates: Updates): void {
    if (this.#theirs === null) {
      const at = this.#told.findLastIndex(({ input }) => input <= seen);
      const known = this.#told[at];
      if (known === undefined) return;
      // What the program says next, it says of the text that it makes now.
      this.#told.splice(0, at);
      this.#theirs = { base: known.text, text: known.text };
      updates.whenSettled(() => queueMicrotask(() => this.#settle()));
    }
    this.#theirs.text = make(this.#theirs.text);
    this.#told[0] = { input: seen, text: this.#theirs.text };
  }

  #settle(): void {
    const theirs = this.#theirs;
    this.#theirs = null;
    if (theirs === null || this.#composing) return;
    const { input } = this;
    const present = input.value;
    const wanted = merged(theirs.base, theirs.text, present);
    if (wanted === present) return;
    const change = textChange(present, wanted);
    const { selectionStart, selectionEnd, selectionDirection } = input;
    input.value = wanted;
    const place = (at: number | null) => placeAfter(at ?? wanted.length, change);
    input.setSelectionRange(place(selectionStart), place(selectionEnd), selectionDirection ?? undefined);
    this.#listener.shown?.(wanted);
    // What the program says of earlier texts now, it says without knowing this one.
    if (this.#compare()) this.#told = this.#told.slice(-1);
  }

  /** Shows a text as if the user had typed it, with the caret behind it. */
  edit(text: string): void {
    this.input.value = text;
    this.input.setSelectionRange(text.length, text.length);
    this.#listener.shown?.(this.input.value);
    this.#compare();
  }

  /** Writing the same text again would move the caret. In many lines all that stays is left alone, and so is it. */
  #write(text: string): void {
    const { input } = this;
    const present = input.value;
    if (present === text) return;
    if (input instanceof HTMLInputElement) {
      // Until somebody uses it an attribute will do, for which a browser need not tell of a caret that has moved.
      if (this.#used || input.type === "password") input.value = text;
      else input.defaultValue = text;
      return;
    }
    const change = textChange(present, text);
    const { drop, from, to, insert } = change;
    const { selectionStart, selectionEnd, selectionDirection } = input;
    if (drop > 0) input.setRangeText("", 0, drop, "preserve");
    if (from < to || insert !== "") input.setRangeText(insert, from, to, "preserve");
    // The browser gives up a place inside of what is replaced.
    const [start, end] = [placeAfter(selectionStart, change), placeAfter(selectionEnd, change)];
    if (start !== input.selectionStart || end !== input.selectionEnd) {
      input.setSelectionRange(start, end, selectionDirection);
    }
  }

  #compare(): boolean {
    const made = this.input.value;
    if (made === this.#text) return false;
    const text = this.#listener.corrected?.(made) ?? made;
    if (text !== made) this.#write(text);
    if (text === this.#text) return false;
    this.#text = text;
    this.#listener.edited(text);
    return true;
  }
}
