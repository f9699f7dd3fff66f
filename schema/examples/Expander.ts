import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "Hides what is seldom needed" });
  const details = W.Expander({ title: "Details", collapsed: true });
  details.setWidget(W.Label("Version 1.2, built on Monday"));
  details.on("toggled", (collapsed) => top.setTitle(collapsed ? "Short" : "Long"));
  top.setWidget(details);
  top.show();
}
