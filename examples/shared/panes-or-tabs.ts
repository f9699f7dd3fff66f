/**
 * Panes beside each other on a wide page, and one at a time under tabs on a narrow one.
 */
import type { VBox, Widget, Widgets } from "pgwidgets-ts/sync";

export interface Pane {
  /** Its tab. */
  readonly title: string;
  readonly widget: Widget;
  /** Its width among the others, in CSS pixels of a page that is as wide as all together. */
  readonly width: number;
}

/**
 * Lays the panes out anew whenever the width of the page crosses `narrow`. The widgets are moved, not made again.
 * @param page - The widget whose width decides: the page, or a window
 * @param narrow - Width in CSS pixels below which there are tabs
 * @returns What to add, and how to bring a pane to the front where there are tabs
 */
export function panesOrTabs(
  W: Widgets,
  page: Widget,
  narrow: number,
  panes: readonly Pane[],
): { readonly widget: VBox; readonly show: (pane: Widget) => void } {
  const widget = W.VBox();
  const splitter = W.Splitter();
  const tabs = W.TabWidget();

  const arrange = (wide: boolean) => {
    for (const each of [splitter, tabs, widget]) each.removeAll();
    for (const pane of panes) {
      if (wide) splitter.addWidget(pane.widget);
      else tabs.addWidget(pane.widget, { title: pane.title });
    }
    if (wide) splitter.setSizes(panes.map(({ width }) => width));
    widget.addWidget(wide ? splitter : tabs, 1);
  };
  arrange(true);
  page.on("resize", ({ width }) => {
    const wide = width >= narrow;
    if ((wide ? splitter : tabs).numChildren() === 0) arrange(wide);
  });
  const show = (pane: Widget) => {
    if (tabs.getChildren().includes(pane)) tabs.showWidget(pane);
  };
  return { widget, show };
}
