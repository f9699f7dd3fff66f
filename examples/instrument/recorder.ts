/**
 * The strip chart on a Canvas. A canvas keeps nothing, so it is drawn again for each new size and each page.
 */
import type { Canvas, Widget, Widgets } from "pgwidgets-ts/sync";
import { chartUrl, History } from "./chart.js";
import type { Reading } from "./plant.js";

export class Recorder {
  readonly widget: Widget;
  readonly #canvas: Canvas;
  readonly #history = new History();
  #size = { width: 0, height: 0 };

  constructor(W: Widgets) {
    this.#canvas = W.Canvas({ tooltip: "Strip chart" });
    this.#canvas.on("resize", ({ width, height }) => {
      this.#size = { width, height };
      this.draw();
    });
    // The frame has the least size: the canvas is as large as it is shown.
    const frame = W.Frame({ minSize: [null, 220] });
    frame.setWidget(this.#canvas);
    this.widget = frame;
  }

  add(reading: Reading): void {
    this.#history.add(reading);
  }

  draw(): void {
    const { width, height } = this.#size;
    if (width === 0 || height === 0) return;
    this.#canvas.drawImage({ src: chartUrl(this.#history.readings, width, height), x: 0, y: 0 });
  }
}
