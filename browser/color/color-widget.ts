/**
 * ColorWidget: the colour chooser as a widget.
 * Made from its contract.
 */

import type {
  ColorWidgetArgs,
  ColorWidgetContract,
  ColorWidgetEvents,
} from "../../generated/browser/contracts.js";
import { adoptStyles } from "../css.js";
import type { WidgetInit } from "../services.js";
import { BaseWidget } from "../widget.js";
import styles from "./color-widget.css" with { type: "text" };
import { ColorPicker } from "./picker.js";

adoptStyles(styles);

export class ColorWidget extends BaseWidget<ColorWidgetEvents> implements ColorWidgetContract {
  readonly #picker: ColorPicker;

  constructor(init: WidgetInit, args: ColorWidgetArgs) {
    super(init, document.createElement("div"));
    this.#picker = new ColorPicker(args.color, (hex) => this.emit("pick", hex));
    this.element.setAttribute("role", "group");
    this.element.append(this.#picker.element);
  }

  getColor(): string {
    return this.#picker.color;
  }

  setColor(hexString: string): void {
    this.#picker.setColor(hexString);
  }

  override setTooltip(msg: string | null): void {
    super.setTooltip(msg);
    const name = this.getTooltip();
    if (name === "") this.element.removeAttribute("aria-label");
    else this.element.setAttribute("aria-label", name);
  }

  protected override controls(): readonly HTMLElement[] {
    return this.#picker.controls;
  }
}
