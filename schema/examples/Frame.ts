import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "Groups what belongs together" });
  const frame = W.Frame({ title: "Delivery" });
  const box = W.VBox({ spacing: 4, padding: 8 });
  const express = W.CheckBox("Express");
  express.on("activated", (checked) => frame.setTitle(checked ? "Delivery: tomorrow" : "Delivery"));
  box.addWidget(express);
  box.addWidget(W.CheckBox("Gift wrapping"));
  frame.setWidget(box);
  top.setWidget(frame);
  top.show();
}
