/**
 * A bitmap to draw on: press it.
 */
import type { CanvasOptions, Widgets } from "pgwidgets-ts/sync";
import { tile } from "../pictures.js";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: CanvasOptions): Live {
  const canvas = W.Canvas({
    size: [280, 158],
    interactive: true,
    bg: "light-dark(#f8fafc, #1a1c20)",
    borderWidth: 1,
    ...options,
  });
  const stamp = (x: number, y: number) => canvas.drawImage({ src: tile, x: x - 24, y: y - 24 });
  const start = () => {
    for (let i = 0; i < 5; i++) stamp(44 + 48 * i, 79 + 32 * Math.sin(i * 1.4));
  };
  // A bitmap is blank after a change of size and after a reload.
  canvas.on("map", start);
  canvas.on("resize", start);
  canvas.on("click", (event) => stamp(event.x, event.y));
  return { widget: canvas };
}
