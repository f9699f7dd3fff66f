/**
 * ProgressBar: how far something is, with the percentage in it.
 * Made from its contract; a native progress element says it to screen readers, two layers show it.
 */
import "./progress-bar.css";
import type { ProgressBarArgs, ProgressBarContract } from "../../generated/browser/contracts.js";
import { percentText } from "../controls/number-text.js";
import { setColorProperty } from "../css.js";
import { defineWidget } from "../registry.js";
import type { WidgetInit } from "../services.js";
import { BaseWidget } from "../widget.js";

class ProgressBar extends BaseWidget implements ProgressBarContract {
  readonly #progress = document.createElement("progress");
  /** The same percentage on the ground and on the filling, so that it can be read on both. */
  readonly #layers = [layer("pgw-progress-ground"), layer("pgw-progress-filling")];
  #value = 0;

  constructor(init: WidgetInit, _args: ProgressBarArgs) {
    super(init, document.createElement("div"));
    this.#progress.max = 1;
    this.element.append(this.#progress, ...this.#layers);
    this.render();
  }

  setValue(value: number): void {
    if (Number.isNaN(value)) return;
    this.#value = Math.min(1, Math.max(0, value));
    this.requestRender();
  }

  getValue(): number {
    return this.#value;
  }

  /** Colours the ground; the filling keeps the accent. */
  override setBg(color: string | null): void {
    setColorProperty(this.element, "--progress-bg", color);
  }

  /** The tooltip is the only name that it can have. */
  override setTooltip(msg: string | null): void {
    super.setTooltip(msg);
    if (msg === null || msg === "") this.#progress.removeAttribute("aria-label");
    else this.#progress.setAttribute("aria-label", msg);
  }

  protected override render(): void {
    const text = percentText(this.#value);
    this.#progress.value = this.#value;
    this.element.style.setProperty("--progress", `${this.#value * 100}%`);
    for (const each of this.#layers) each.textContent = text;
  }
}

function layer(className: string): HTMLElement {
  const element = document.createElement("span");
  element.className = className;
  element.setAttribute("aria-hidden", "true");
  return element;
}

defineWidget("ProgressBar", ProgressBar);
