/**
 * Children in rows and columns.
 */
import type { GridBoxOptions, Widgets } from "pgwidgets-ts/sync";
import { block } from "../parts.js";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: GridBoxOptions): Live {
  const grid = W.GridBox({ rows: 2, columns: 3, rowSpacing: 8, columnSpacing: 8, ...options });
  for (const [i, tint] of (["blue", "green", "amber", "violet", "rose", "blue"] as const).entries()) {
    grid.addWidget(block(W, `row ${Math.floor(i / 3)}, column ${i % 3}`, tint), Math.floor(i / 3), i % 3);
  }
  return { widget: grid, fills: true };
}
