/**
 * A view on something larger.
 */
import type { ScrollAreaOptions, Widgets } from "pgwidgets-ts/sync";
import { block } from "../parts.js";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: ScrollAreaOptions): Live {
  const area = W.ScrollArea({ size: [280, 158], ...options });
  const grid = W.GridBox({ rows: 8, columns: 8, rowSpacing: 6, columnSpacing: 6 });
  for (let i = 0; i < 64; i++) {
    const at = `${Math.floor(i / 8) + 1}.${(i % 8) + 1}`;
    grid.addWidget(
      block(W, at, i % 2 === Math.floor(i / 8) % 2 ? "blue" : "green"),
      Math.floor(i / 8),
      i % 8,
    );
  }
  area.setWidget(grid);
  return { widget: area };
}
