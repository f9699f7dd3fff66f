import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "A list beside its details" });
  const panes = W.Splitter({ orientation: "horizontal" });
  const list = W.TextArea("One\nTwo", { editable: false });
  panes.addWidget(list);
  panes.addWidget(W.TextArea("Details"));
  panes.setMinimumSize(list, 80);
  panes.setSizes([0.3, 0.7]);
  panes.on("sizing", (sizes) => top.setTitle(sizes.map((size) => Math.round(size)).join(" : ")));
  top.setWidget(panes);
  top.show();
}
