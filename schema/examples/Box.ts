import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "A box that changes its direction" });
  const box = W.Box({ orientation: "horizontal", spacing: 8, align: "center" });
  box.addWidget(W.Label("Name"));
  box.addWidget(W.TextEntry(), 1);
  box.addWidget(W.Button("Search"));
  top.setWidget(box);
  top.show();
}
