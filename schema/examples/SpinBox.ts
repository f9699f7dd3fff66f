import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "How many, and what they cost" });
  const box = W.HBox({ spacing: 8 });
  const count = W.SpinBox({ min: 1, max: 20, step: 1, value: 1 });
  const price = W.Label("12.50");
  count.on("activated", (value) => price.setText((value * 12.5).toFixed(2)));
  box.addWidget(count);
  box.addWidget(price);
  top.setWidget(box);
  top.show();
}
