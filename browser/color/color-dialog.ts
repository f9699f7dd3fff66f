/**
 * ColorDialog: a dialog with the colour chooser, OK and Cancel.
 * Made from its contract; all else is the base of dialogs.
 */
import type {
  ColorDialogArgs,
  ColorDialogContract,
  ColorDialogEvents,
} from "../../generated/browser/contracts.js";
import { DialogBase } from "../dialogs/dialog-base.js";
import type { WidgetInit } from "../services.js";
import { say } from "../strings.js";
import { hexOf, readColor } from "./color.js";
import { ColorPicker } from "./picker.js";

export class ColorDialog extends DialogBase<ColorDialogEvents> implements ColorDialogContract {
  readonly #picker: ColorPicker;

  constructor(init: WidgetInit, args: ColorDialogArgs) {
    super(init, args, args.title);
    this.#picker = new ColorPicker(args.color, (hex) => this.emit("pick", hex));
    this.content.append(this.#picker.element);
    this.buttons.add(say("ok"), () => this.#confirm());
    this.buttons.add(say("cancel"), () => this.#cancel());
  }

  getColor(): string {
    return this.#picker.color;
  }

  setColor(hexString: string): void {
    this.#picker.setColor(hexString);
  }

  /** By the cross or its menu: as Cancel. */
  override closeByUser(): void {
    if (this.allows.close && this.isEnabled) this.#cancel();
  }

  /** There is always a way out. */
  protected override escape(): void {
    if (this.isEnabled) this.#cancel();
  }

  protected override controls(): readonly HTMLElement[] {
    return [...super.controls(), ...this.#picker.controls];
  }

  #confirm(): void {
    const rgb = readColor(this.#picker.color);
    if (rgb === null) return;
    this.emit("activated", hexOf(rgb));
    this.hide();
  }

  #cancel(): void {
    this.emit("close");
    this.hide();
  }
}
