/**
 * Canvas: a bitmap to draw on, as sharp as the screen; one unit of it is one CSS pixel.
 * Made from its contract. Nothing drawn is kept: another size, or another page, begins blank.
 */

import type { CanvasArgs, CanvasContract, CanvasEvents } from "../../generated/browser/contracts.js";
import type { CanvasImage } from "../../generated/browser/types.js";
import { adoptStyles } from "../css.js";
import type { WidgetInit } from "../services.js";
import { InteractiveWidget } from "../widgets/bases/interactive.js";
import { namePicture } from "../widgets/bases/picture-name.js";
import styles from "./canvas.css" with { type: "text" };
import { type Drawable, loadDrawable, sourceOf } from "./loading.js";
import { Surface } from "./surface.js";

adoptStyles(styles);

type Place = Pick<CanvasImage, "x" | "y" | "wd" | "ht">;

export class Canvas extends InteractiveWidget<CanvasEvents> implements CanvasContract {
  readonly #surface: Surface;
  readonly #interactive: boolean;
  /** Settled when everything asked for so far has been drawn. */
  #drawn: Promise<unknown> = Promise.resolve();

  constructor(init: WidgetInit, args: CanvasArgs) {
    super(init, document.createElement("div"), args);
    this.#surface = new Surface(args.use_animation_frame);
    this.#interactive = args.interactive;
    this.element.append(this.#surface.element);
    namePicture(this.element, "", args.interactive);
    this.#surface.watch(init.services.sizes, () => this.#surface.fit());
  }

  /** The 2D context to draw with, for code of the page. */
  getDrawContext(): CanvasRenderingContext2D | null {
    return this.#surface.context;
  }

  drawImage({ src, ...place }: CanvasImage): Promise<void> {
    return this.#draw(loadDrawable({ kind: "address", address: src }), place);
  }

  drawBinaryImage(
    data: unknown,
    x: number,
    y: number,
    wd: number | null = null,
    ht: number | null = null,
    format = "png",
  ): Promise<void> {
    return this.#draw(loadDrawable(sourceOf(data, format)), { x, y, wd, ht });
  }

  update(): void {
    this.#surface.update();
  }

  override setTooltip(msg: string | null): void {
    super.setTooltip(msg);
    namePicture(this.element, this.getTooltip(), this.#interactive);
  }

  protected override disposed(): void {
    this.#surface.end();
  }

  /** Pictures are loaded at once and drawn in turn. One that cannot be loaded holds nothing up. */
  #draw(loading: Promise<Drawable>, { x, y, wd, ht }: Place): Promise<void> {
    const before = this.#drawn;
    const drawing = (async () => {
      const [{ image, width, height, release }] = await Promise.all([loading, before]);
      if (!this.isDestroyed) {
        // It may not have been measured yet since it was put into the page.
        this.services.updates.flush();
        this.#surface.fit();
        const isScaled = typeof wd === "number" && typeof ht === "number";
        const [w, h] = isScaled ? [wd, ht] : [width, height];
        this.#surface.context?.drawImage(image, x, y, w, h);
        this.#surface.update();
      }
      release();
    })();
    this.#drawn = drawing.catch(() => {});
    return drawing;
  }
}
