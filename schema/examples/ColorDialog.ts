import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "Asks for a colour" });
  const sample = W.Label("A sample of text");
  const dialog = W.ColorDialog({ title: "Background", color: "#336699" });
  dialog.on("activated", (color) => sample.setColor(color));
  const button = W.Button("Choose a colour");
  button.on("activated", () => dialog.popup());
  const box = W.VBox({ spacing: 8 });
  box.addWidget(sample);
  box.addWidget(button);
  top.setWidget(box);
  top.show();
}
