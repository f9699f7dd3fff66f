/**
 * A bitmap in the page, and with a hidden buffer a second one that is drawn on and shown as a whole.
 * Made of canvas elements; the visible one is what a widget puts into the page.
 */
import { onNextFrame } from "../frame-timing.js";
import type { Sizes } from "../sizes.js";
import { onPixelRatio } from "./pixel-ratio.js";

/** No browser has bitmaps of more pixels a side. */
const LARGEST = 16_384;

export class Surface {
  /** What is seen. */
  readonly element = document.createElement("canvas");
  readonly #buffer: HTMLCanvasElement | null;
  #cancelFrame: (() => void) | null = null;
  #stopWatching: (() => void) | null = null;

  /** @param hidden - Whether to draw on a hidden buffer, which `update` shows. */
  constructor(hidden: boolean) {
    this.#buffer = hidden ? document.createElement("canvas") : null;
    // A fresh bitmap has a size that nobody gave it.
    this.resize(0, 0);
  }

  /** What is drawn on. */
  get #drawn(): HTMLCanvasElement {
    return this.#buffer ?? this.element;
  }

  /** To draw with. */
  get context(): CanvasRenderingContext2D | null {
    return this.#drawn.getContext("2d");
  }

  /** Gives what is drawn on another size, and clears it. It is seen at once, or with the next `update`. */
  resize(width: number, height: number): void {
    const canvas = this.#drawn;
    canvas.width = Math.min(width, LARGEST);
    canvas.height = Math.min(height, LARGEST);
  }

  /** Calls `changed` whenever what is seen may have other pixels on the screen than before. */
  watch(sizes: Sizes, changed: () => void): void {
    const { element } = this;
    const watched = { element, measured: changed };
    sizes.watch(watched);
    const stopRatio = onPixelRatio(changed);
    this.#stopWatching = () => {
      sizes.unwatch(watched);
      stopRatio();
    };
  }

  /**
   * Has as many pixels as the screen has where it is shown, so that drawings are sharp; a unit to draw in stays a
   * CSS pixel. Clears everything when that changes; does nothing while it is not shown.
   */
  fit(): void {
    const { left, top, right, bottom, width, height } = this.element.getBoundingClientRect();
    const { devicePixelRatio: ratio } = window;
    // Edges lie on whole pixels of the screen.
    const across = Math.min(LARGEST, Math.round(right * ratio) - Math.round(left * ratio));
    const down = Math.min(LARGEST, Math.round(bottom * ratio) - Math.round(top * ratio));
    if (across <= 0 || down <= 0) return;
    const canvas = this.#drawn;
    if (canvas.width !== across || canvas.height !== down) {
      this.resize(across, down);
      if (this.#buffer !== null) this.#show();
      this.context?.setTransform(across / width, 0, 0, down / height, 0, 0);
    }
  }

  /** Shows the hidden buffer with the next frame; several calls before it count once. */
  update(): void {
    if (this.#buffer === null) return;
    this.#cancelFrame ??= onNextFrame(() => {
      this.#cancelFrame = null;
      this.#show();
    });
  }

  /** Ends it. */
  end(): void {
    this.#cancelFrame?.();
    this.#cancelFrame = null;
    this.#stopWatching?.();
  }

  #show(): void {
    const buffer = this.#buffer;
    if (buffer === null) return;
    const { element } = this;
    const context = element.getContext("2d");
    if (element.width !== buffer.width || element.height !== buffer.height) {
      element.width = buffer.width;
      element.height = buffer.height;
    } else context?.clearRect(0, 0, element.width, element.height);
    if (buffer.width > 0 && buffer.height > 0) context?.drawImage(buffer, 0, 0);
  }
}
