import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "A message that goes away by itself" });
  const status = W.StatusBar();
  const save = W.Button("Save");
  save.on("activated", () => status.setMessage("Saved", 3));
  const box = W.VBox();
  box.addWidget(save, 1);
  box.addWidget(status);
  top.setWidget(box);
  top.show();
}
