import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "Puts names on a map" });
  const map = W.FixedLayout({ minSize: [300, 200] });
  map.addWidget(W.Label("North"), 130, 10);
  map.addWidget(W.Label("Harbour"), 40, 120);
  map.addWidget(W.Button("Airport"), 200, 150);
  top.setWidget(map);
  top.show();
}
