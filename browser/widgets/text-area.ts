/**
 * TextArea: a native text area of many lines, to edit or as a log.
 * Made from its contract; the browser scrolls, and where a line is gets measured.
 */
import "../controls/field.css";
import "./text-area.css";
import type { TextAreaArgs, TextAreaContract, TextAreaEvents } from "../../generated/browser/contracts.js";
import type { ScrollAlign } from "../../generated/browser/types.js";
import { nameControl } from "../controls/naming.js";
import { TextField } from "../controls/text-field.js";
import { lastLines, linePlace } from "../controls/text-lines.js";
import { defineWidget } from "../registry.js";
import type { WidgetInit } from "../services.js";
import { ScrollableWidget } from "./bases/scrollable.js";

class TextArea extends ScrollableWidget<TextAreaEvents> implements TextAreaContract {
  readonly #area: HTMLTextAreaElement;
  readonly #field: TextField;
  #limit: number | null = null;
  #wraps = false;
  /** The text of the program that is still to be shown, null for none. */
  #next: string | null = null;

  constructor(init: WidgetInit, args: TextAreaArgs) {
    const area = document.createElement("textarea");
    super(init, document.createElement("div"), area);
    this.element.classList.add("pgw-field");
    this.#area = area;
    area.cols = 40;
    area.rows = 6;
    this.#field = new TextField(area, {
      edited: (text) => {
        this.emit("modified", text);
        this.#field.told(this.lastInput);
      },
      corrected: (text) => this.#limited(text),
    });
    this.setWrap(args.wrap);
    this.setEditable(args.editable);
    this.setText(args.text);
  }

  setText(text: string | null): void {
    this.#next = this.#limited(lineFeeds(text));
    this.requestRender();
  }

  getText(): string {
    return this.#next ?? this.#field.text;
  }

  appendText(text: string): void {
    this.setText(this.getText() + text);
  }

  clear(): void {
    this.setText("");
  }

  override overtaken(method: string, [text]: readonly unknown[], seen: number): void {
    const { updates } = this.services;
    if (method === "set_text" || method === "clear") this.#field.merge(seen, () => lineFeeds(text), updates);
    else if (method === "append_text") this.#field.merge(seen, (before) => before + lineFeeds(text), updates);
  }

  setEditable(tf: boolean): void {
    this.#area.readOnly = !tf;
  }

  setWrap(tf: boolean): void {
    this.#wraps = tf;
    this.#area.wrap = tf ? "soft" : "off";
    this.#measureLater();
  }

  setLimit(numlines: number | null = null): void {
    this.#limit = numlines !== null && numlines > 0 ? numlines : null;
    this.setText(this.getText());
  }

  scrollToLineno(lineno: number, align: ScrollAlign = "nearest"): void {
    this.position.goDown(() => this.#offsetFor(Math.max(0, lineno), align));
  }

  scrollToEnd(): void {
    this.position.goDown(() => this.#area.scrollHeight);
  }

  override setTooltip(msg: string | null): void {
    super.setTooltip(msg);
    nameControl(this.#area, this.getTooltip(), false);
  }

  protected override controls(): readonly HTMLElement[] {
    return [this.#area];
  }

  protected override render(): void {
    if (this.#next === null) return;
    const text = this.#next;
    this.#next = null;
    this.#field.set(text);
    this.#measureLater();
  }

  #limited(text: string): string {
    return this.#limit === null ? text : lastLines(text, this.#limit);
  }

  #measureLater(): void {
    this.services.updates.after(() => this.position.measure());
  }

  #offsetFor(lineno: number, align: ScrollAlign): number {
    const area = this.#area;
    const { scrollTop, clientHeight } = area;
    const { top, bottom } = linePlace(area, lineno, this.#wraps);
    // The space around the text counts with its first and last line.
    const { paddingTop, paddingBottom } = getComputedStyle(area);
    const start = top - Number.parseFloat(paddingTop);
    const end = bottom + Number.parseFloat(paddingBottom) - clientHeight;
    if (align === "top") return start;
    if (align === "center") return (top + bottom - clientHeight) / 2;
    // A line that is taller than the view shows its beginning.
    if (start < scrollTop || end > start) return start;
    return Math.max(scrollTop, end);
  }
}

/** One who reads it back gets line feeds alone, so nothing else is put in. */
function lineFeeds(text: unknown): string {
  return String(text ?? "").replace(/\r\n?/g, "\n");
}

defineWidget("TextArea", TextArea);
