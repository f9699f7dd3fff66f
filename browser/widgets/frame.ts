/**
 * Frame: a line around one child, with an optional title in it.
 * Made from its contract, on the native fieldset and legend, so that the title names the group.
 */
import "./frame.css";
import type { FrameArgs, FrameContract, FrameEvents } from "../../generated/browser/contracts.js";
import { BaseContainer } from "../container.js";
import { defineWidget } from "../registry.js";
import type { WidgetInit } from "../services.js";
import type { BaseWidget } from "../widget.js";
import { applyYielding, tellYielding, type Yielding, yieldingOf } from "./bases/yielding.js";

class Frame extends BaseContainer<FrameEvents> implements FrameContract, Yielding {
  readonly #title = document.createElement("legend");

  constructor(init: WidgetInit, args: FrameArgs) {
    const slot = document.createElement("div");
    super(init, document.createElement("fieldset"), slot);
    slot.className = "pgw-frame-content";
    this.element.append(slot);
    this.setTitle(args.title);
  }

  get yields(): boolean {
    return this.children.some((child) => yieldingOf(child).yields);
  }

  get onlyText(): boolean {
    return this.children.every((child) => yieldingOf(child).onlyText);
  }

  setWidget(child: BaseWidget): void {
    this.adoptOnly(child, { main: "column", fill: [true, true] });
  }

  setTitle(text: string): void {
    this.#title.textContent = text;
    if (text === "") this.#title.remove();
    else if (this.#title.parentNode === null) this.element.prepend(this.#title);
    this.element.classList.toggle("pgw-titled", text !== "");
    // With a title the padding is another one.
    this.services.sizes.repeatOf(this);
  }

  getText(): string {
    return this.#title.textContent ?? "";
  }

  /** What the content holds has changed. */
  childYielding(_child: BaseWidget): void {
    this.requestLayout();
    tellYielding(this);
  }

  protected override applyLayout(): void {
    super.applyLayout();
    applyYielding(this, this.own, this.placement);
  }

  protected override insertElement(child: BaseWidget, before: BaseWidget | null): void {
    super.insertElement(child, before);
    this.childYielding(child);
  }

  protected override childLeft(child: BaseWidget): void {
    super.childLeft(child);
    this.childYielding(child);
  }

  /** A group takes no focus itself. */
  protected override focusTarget(): HTMLElement | null {
    return null;
  }
}

defineWidget("Frame", Frame);
