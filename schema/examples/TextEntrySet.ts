import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "A value that is applied by its button" });
  const limit = W.TextEntrySet("10", { label: "Apply", tooltip: "Limit" });
  limit.on("activated", (text) => {
    const value = Number(text);
    if (Number.isFinite(value)) top.setTitle(`At most ${value}`);
    else limit.setText("10");
  });
  top.setWidget(limit);
  top.show();
}
