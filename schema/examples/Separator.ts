import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "A line between two groups" });
  const box = W.VBox({ spacing: 6 });
  box.addWidget(W.Label("Drafts"));
  box.addWidget(W.Separator("horizontal"));
  box.addWidget(W.Label("Sent"));
  top.setWidget(box);
  top.show();
}
