/**
 * How the gallery lays out what it shows: sections, rows, and a caption over each widget.
 */
import type { Frame, HBox, VBox, Widget, Widgets } from "pgwidgets-ts/sync";

/** A titled section with rows below each other. */
export function section(W: Widgets, title: string, rows: readonly Widget[]): Frame {
  const box = W.VBox({ spacing: 16, padding: 8 });
  for (const row of rows) box.addWidget(row, 0);
  const frame = W.Frame({ title });
  frame.setWidget(box);
  return frame;
}

/** Widgets beside each other, with room for those that say so. */
export function row(
  W: Widgets,
  ...widgets: readonly (Widget | readonly [widget: Widget, stretch: number])[]
): HBox {
  const box = W.HBox({ spacing: 16, align: "bottom" });
  for (const each of widgets) {
    if (each instanceof Array) box.addWidget(each[0], each[1]);
    else box.addWidget(each as Widget, 0);
  }
  return box;
}

/** A widget under a caption. */
export function captioned(W: Widgets, caption: string, widget: Widget): VBox {
  const box = W.VBox({ spacing: 4 });
  box.addWidget(W.Label(caption, { font: [null, 8.5], enabled: false }), 0);
  box.addWidget(widget, 0);
  return box;
}
