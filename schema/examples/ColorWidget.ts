import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "Follows the colour that is picked" });
  const box = W.VBox({ spacing: 8 });
  const chooser = W.ColorWidget({ color: "#336699" });
  const code = W.Label(chooser.getColor());
  chooser.on("pick", (color) => code.setText(color));
  box.addWidget(chooser);
  box.addWidget(code);
  top.setWidget(box);
  top.show();
}
