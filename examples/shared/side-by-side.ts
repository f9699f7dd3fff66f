/**
 * Widgets beside each other where there is room, and below each other on a narrow page.
 */
import type { VBox, Widget, Widgets } from "pgwidgets-ts/sync";

/** A widget and its share of the spare room in a row; in a column it may have another one. */
export type Part = readonly [widget: Widget, inRow: number, inColumn?: number];

/**
 * Lays the parts out anew whenever the width of the page crosses `narrow`.
 * The widgets are moved, not made again: what is in them stays.
 * @param page - The widget whose width decides: the page, or a window
 * @param narrow - Width in CSS pixels below which the parts stand below each other
 */
export function sideBySide(
  W: Widgets,
  page: Widget,
  narrow: number,
  parts: readonly Part[],
  { spacing = 12 }: { readonly spacing?: number } = {},
): VBox {
  const outer = W.VBox();
  const across = W.HBox({ spacing });
  const down = W.VBox({ spacing });

  const arrange = (box: typeof across | typeof down) => {
    for (const each of [across, down, outer]) each.removeAll();
    for (const [widget, inRow, inColumn = inRow] of parts) {
      box.addWidget(widget, box === across ? inRow : inColumn);
    }
    outer.addWidget(box, 1);
  };
  arrange(across);
  page.on("resize", ({ width }) => {
    const wanted = width < narrow ? down : across;
    if (wanted.numChildren() === 0) arrange(wanted);
  });
  return outer;
}
