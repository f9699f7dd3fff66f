import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "Counts what is written" });
  const text = W.TextArea("", { wrap: true });
  const count = W.Label("0 letters");
  text.on("modified", (now) => count.setText(`${now.length} letters`));
  const box = W.VBox({ spacing: 4 });
  box.addWidget(text, 1);
  box.addWidget(count);
  top.setWidget(box);
  top.show();
}
