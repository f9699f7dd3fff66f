import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "A place for what another library draws" });
  const chart = W.ExternalWidget({ content: "<p>Loading the chart</p>", minSize: [320, 200] });
  // A script of the page that knows the widget can draw into it from now on.
  chart.on("map", () => chart.clear());
  top.setWidget(chart);
  top.show();
}
