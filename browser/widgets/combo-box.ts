/**
 * ComboBox: a text to pick from a list that drops down, or to type where the box is editable.
 * Made from its contract, as the combobox pattern has it: the focus stays in the field, which names the active option.
 */
import "../controls/field.css";
import "./combo-box.css";
import type { ComboBoxArgs, ComboBoxContract, ComboBoxEvents } from "../../generated/browser/contracts.js";
import { ItemList } from "../controls/item-list.js";
import { ListPopup } from "../controls/list-popup.js";
import { nameControl } from "../controls/naming.js";
import { TextField } from "../controls/text-field.js";
import { TypeAhead } from "../controls/type-ahead.js";
import { onWheel } from "../controls/wheel.js";
import { icon } from "../icons.js";
import { defineWidget } from "../registry.js";
import type { WidgetInit } from "../services.js";
import { BaseWidget } from "../widget.js";

/** Options that PageUp and PageDown go on by. */
const PAGE = 10;

class ComboBox extends BaseWidget<ComboBoxEvents> implements ComboBoxContract {
  readonly #editable: boolean;
  /** The input of an editable box, else an element that shows the text. */
  readonly #field: HTMLElement;
  /** null where nothing can be typed. */
  readonly #typing: TextField | null;
  readonly #button = document.createElement("button");
  /** Gives the box its width: it holds the longest texts, unseen. */
  readonly #sizer = document.createElement("span");
  readonly #popup: ListPopup;
  readonly #typeAhead = new TypeAhead();
  readonly #items = new ItemList();
  #text = "";
  #tooltip = "";
  /** The list shows only what contains this text. */
  #filter: string | null = null;
  /** What pressed last; a click without a press is one of assistive technology. */
  #pressedBy = "";
  /** An open list shows what is no longer so. */
  #itemsChanged = false;
  #followsItems = true;

  constructor(init: WidgetInit, args: ComboBoxArgs) {
    super(init, document.createElement("div"));
    this.#editable = args.editable;
    if (args.editable) {
      const input = document.createElement("input");
      this.#field = input;
      this.#typing = new TextField(input, {
        shown: (text) => this.#suggest(text),
        edited: (text) => {
          this.#text = text;
          this.requestRender();
          this.emit("modified", text);
          this.#typing?.told(this.lastInput);
        },
      });
      input.setAttribute("aria-autocomplete", "list");
    } else {
      this.#field = document.createElement("div");
      this.#field.tabIndex = 0;
      this.#typing = null;
    }
    this.#popup = new ListPopup({
      anchor: this.element,
      picked: (index) => this.#pick(index),
      activated: (id) => setOrRemove(this.#field, "aria-activedescendant", id),
      closed: () => {
        this.#filter = null;
        this.#field.setAttribute("aria-expanded", "false");
        this.#field.removeAttribute("aria-controls");
        super.setTooltip(this.#tooltip);
      },
    });
    this.#popup.limit = args.dropdown_limit;
    this.#build();
    this.#listen();
  }

  appendText(text: string): void {
    this.#add(text, this.#items.length);
  }

  insertAlpha(text: string): void {
    this.#add(text, this.#items.alphabeticalPlace(text));
  }

  deleteAlpha(text: string): void {
    if (this.#items.delete(text)) this.#changed();
  }

  clear(): void {
    this.#items.clear();
    this.#changed();
    if (!this.#isTold) this.setText("");
  }

  override overtaken(method: string, [text]: readonly unknown[], seen: number): void {
    if (method === "set_text") this.#typing?.merge(seen, () => String(text), this.services.updates);
  }

  setText(text: string): void {
    this.#text = text;
    this.#typing?.set(text);
    this.#itemsChanged ||= this.#popup.isOpen;
    this.requestRender();
  }

  getText(): string {
    return this.#typing?.text ?? this.#text;
  }

  setIndex(idx: number): void {
    this.#items.picksFirst = false;
    const item = this.#items.at(idx);
    if (item === null) return;
    this.#items.picked = idx;
    this.setText(item);
  }

  getIndex(): number {
    return this.#items.indexOf(this.getText());
  }

  getAlpha(idx: number): string | null {
    return this.#items.at(idx);
  }

  showText(text: string): void {
    if (this.#editable || this.#items.indexOf(text) >= 0) this.setText(text);
  }

  setLength(numchars: number): void {
    this.#followsItems = false;
    this.#sizer.style.width = `${numchars}ch`;
    this.#sizer.textContent = "";
  }

  override hide(): void {
    super.hide();
    this.#popup.close();
  }

  override setTooltip(msg: string | null): void {
    this.#tooltip = msg ?? "";
    if (!this.#popup.isOpen) super.setTooltip(msg);
    nameControl(this.#field, this.#tooltip, false);
    nameControl(this.#popup.element, this.#tooltip, false);
  }

  override getTooltip(): string {
    return this.#tooltip;
  }

  protected override controls(): readonly HTMLElement[] {
    return [this.#field, this.#button];
  }

  protected override enabledChanged(on: boolean): void {
    super.enabledChanged(on);
    if (!on) this.#popup.close();
  }

  protected override disposed(): void {
    this.#popup.close();
  }

  protected override render(): void {
    const text = this.getText();
    if (this.#typing === null) this.#field.textContent = text;
    if (this.#followsItems) this.#sizer.textContent = [text, ...this.#items.longest()].join("\n");
    if (!this.#itemsChanged) return;
    this.#itemsChanged = false;
    if (this.#popup.isOpen) this.#show(this.#items.at(this.#popup.active) === null ? -1 : this.#popup.active);
  }

  #build(): void {
    const field = this.#field;
    const button = this.#button;
    field.classList.add("pgw-combo-field");
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-haspopup", "listbox");
    field.setAttribute("aria-expanded", "false");
    // For the pointer only: keys and screen readers have the field itself.
    button.type = "button";
    button.tabIndex = -1;
    button.className = "pgw-field-button";
    button.setAttribute("aria-hidden", "true");
    button.append(icon("down", 16));
    this.#sizer.className = "pgw-combo-sizer";
    this.#sizer.setAttribute("aria-hidden", "true");
    this.element.classList.add("pgw-field", this.#editable ? "pgw-editable" : "pgw-select-only");
    this.element.append(this.#sizer, field, button);
  }

  #listen(): void {
    const { element } = this;
    this.#field.addEventListener("keydown", (event) => this.#key(event));
    this.#field.addEventListener("blur", () => this.#popup.close());
    element.addEventListener("pointerdown", (event) => {
      this.#pressedBy = event.pointerType;
      // A finger may be about to scroll: it opens with its click.
      if (event.pointerType !== "mouse" || event.button !== 0 || !this.#opensAt(event)) return;
      this.#toggle(true);
      this.#popup.heldOpen();
    });
    element.addEventListener("mousedown", (event) => {
      // The focus goes to the field, or stays there, wherever the press was.
      if (event.button === 0 && this.#opensAt(event)) event.preventDefault();
    });
    element.addEventListener("click", (event) => {
      const by = this.#pressedBy;
      this.#pressedBy = "";
      // A finger on the arrow of an editable box does not ask for the keyboard on the screen.
      if (by !== "mouse" && this.#opensAt(event)) this.#toggle(!this.#editable);
    });
    onWheel(
      element,
      () => this.isEnabled && !this.#popup.isOpen,
      (steps) => this.#stepBy(-steps),
    );
  }

  /** Whether a press there opens and closes the list: anywhere, but in an editable box only on the arrow. */
  #opensAt(event: Event): boolean {
    // The path is that of the press, though what was picked may have left the page since.
    const path = event.composedPath();
    return !path.includes(this.#popup.element) && (!this.#editable || path.includes(this.#button));
  }

  #toggle(focus: boolean): void {
    if (!this.isEnabled) return;
    if (focus) this.#field.focus({ preventScroll: true });
    if (this.#popup.isOpen) this.#popup.close();
    else this.#open(this.#present());
  }

  /** Place of the item that is shown: of equal ones the one that was picked. */
  #present(): number {
    return this.#items.placeOf(this.getText());
  }

  #open(active: number): void {
    this.#filter = null;
    this.#show(active);
  }

  #show(active: number): void {
    this.#popup.show(
      {
        items: this.#items.all,
        shown: this.#filter === null ? undefined : this.#items.containing(this.#filter),
        selected: this.#present(),
        longest: this.#items.longest(),
      },
      active,
    );
    if (!this.#popup.isOpen) return;
    // It would lie over the list.
    super.setTooltip(null);
    this.#field.setAttribute("aria-expanded", "true");
    this.#field.setAttribute("aria-controls", this.#popup.element.id);
  }

  /** While typing the list offers what contains the text; nothing is active, so that Enter takes the text. */
  #suggest(text: string): void {
    this.#filter = text;
    this.#show(-1);
  }

  #key(event: KeyboardEvent): void {
    if (this.#typing?.takes(event) === true || event.ctrlKey || event.metaKey) return;
    const taken = this.#popup.isOpen ? this.#keyInList(event) : this.#keyInField(event);
    if (taken || this.#typeLetter(event)) event.preventDefault();
  }

  /** Whether the key was taken. */
  #keyInList(event: KeyboardEvent): boolean {
    const popup = this.#popup;
    const { key, altKey, shiftKey } = event;
    if (key === "ArrowUp" && altKey) {
      if (popup.active >= 0) this.#pick(popup.active);
      else popup.close();
    } else if (key === "ArrowDown") popup.move(1);
    else if (key === "ArrowUp") popup.move(-1);
    else if (key === "PageDown") popup.move(PAGE);
    else if (key === "PageUp") popup.move(-PAGE);
    else if ((key === "Home" || key === "End") && !this.#editable) {
      popup.moveTo(key === "Home" ? 0 : this.#items.length - 1);
    } else if (
      key === "Enter" ||
      (key === " " && !this.#editable && !this.#typeAhead.isTyping(event.timeStamp))
    ) {
      if (popup.active >= 0) this.#pick(popup.active);
      else this.#confirm();
    } else if (key === "Escape") {
      popup.close();
      // It is not meant for a dialog around.
      event.stopPropagation();
    } else if (key === "Tab" && !shiftKey) {
      // Goes on to the next widget, with what was chosen on the way.
      if (popup.moved && popup.active >= 0) this.#pick(popup.active);
      return false;
    } else return false;
    return true;
  }

  #keyInField(event: KeyboardEvent): boolean {
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      const present = this.#present();
      this.#open(present >= 0 || event.altKey ? present : key === "ArrowDown" ? 0 : this.#items.length - 1);
    } else if (key === "Enter") {
      if (event.repeat) return false;
      this.#confirm();
    } else if (this.#editable) return false;
    else if (key === "Home" || key === "End") this.#open(key === "Home" ? 0 : this.#items.length - 1);
    else if (key === " " && !this.#typeAhead.isTyping(event.timeStamp)) this.#open(this.#present());
    else return false;
    return true;
  }

  /** A letter in a box that is not editable leads to the next item that begins with what is typed. */
  #typeLetter(event: KeyboardEvent): boolean {
    if (this.#editable || event.altKey || [...event.key].length !== 1) return false;
    const from = this.#popup.isOpen ? this.#popup.active : this.#present();
    const found = this.#typeAhead.find(event.key, event.timeStamp, this.#items.all, from);
    if (!this.#popup.isOpen) this.#open(from);
    if (found >= 0) this.#popup.moveTo(found);
    return true;
  }

  /** The user picked an item; told also when it is the same as before. */
  #pick(index: number): void {
    const item = this.#items.at(index);
    if (item === null) return;
    this.#popup.close();
    this.#items.picked = index;
    this.setText(item);
    if (this.#typing !== null) this.#typing.input.setSelectionRange(item.length, item.length);
    this.emit("activated", index, item);
  }

  /** Enter: what is shown counts, and a new text of an editable box joins the list. */
  #confirm(): void {
    const text = this.getText();
    this.#popup.close();
    if (this.#editable && this.#items.indexOf(text) < 0) {
      this.#items.insert(text, this.#items.length);
      this.#changed();
    }
    this.emit("activated", this.#present(), text);
  }

  /** The wheel: to the next items, as far as there are some. Told also at the ends. */
  #stepBy(steps: number): void {
    const last = this.#items.length - 1;
    const from = this.#present();
    if (last < 0 || (from < 0 && steps < 0)) return;
    this.#pick(Math.max(0, Math.min(last, from + steps)));
  }

  #add(text: string, at: number): void {
    const picks = this.#items.length === 0 && this.#items.picksFirst;
    this.#items.insert(text, at);
    this.#changed();
    if (picks && !this.#isTold) this.setText(text);
  }

  #changed(): void {
    this.#itemsChanged = true;
    this.requestRender();
  }

  /**
   * A server of ours sends the text that follows from a change of the list, numbered by what it has seen of its
   * user; only from another one must it be worked out here.
   */
  get #isTold(): boolean {
    return this.services.outbox.gathers;
  }
}

function setOrRemove(element: Element, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

defineWidget("ComboBox", ComboBox);
