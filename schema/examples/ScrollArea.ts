import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "A long list that says how far it is scrolled" });
  const list = W.VBox();
  for (let line = 1; line <= 50; line++) list.addWidget(W.Label(`Line ${line}`));
  const area = W.ScrollArea({ hscrollbar: "off", minSize: [200, 160] });
  area.setWidget(list);
  area.on("scrolled", (_across, down) => top.setTitle(`${Math.round(down * 100)} %`));
  top.setWidget(area);
  top.show();
}
