import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "A menu with a check mark and a submenu" });
  const bar = W.MenuBar();
  const view = bar.addName("View");
  const grid = view.addName("Grid", true);
  grid.on("activated", (checked) => top.setTitle(checked ? "With grid" : "Without grid"));
  view.addSeparator();
  const zoom = view.addMenu("Zoom");
  for (const percent of [50, 100, 200]) {
    zoom.addName(`${percent} %`).on("activated", () => top.setTitle(`Zoom ${percent}`));
  }
  top.setWidget(bar);
  top.show();
}
