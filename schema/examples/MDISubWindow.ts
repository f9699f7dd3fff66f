import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "Works on a sub-window" });
  const desktop = W.MDIWidget();
  const window = desktop.addWidget(W.TextArea("Notes"), { title: "Notes", width: 260, height: 180 });
  window.on("window-state", (state) => top.setTitle(`Notes: ${state}`));
  window.move(40, 30);
  const shade = W.Button("Shade");
  shade.on("activated", () => window.toggleShade());
  const box = W.VBox();
  box.addWidget(shade);
  box.addWidget(desktop, 1);
  top.setWidget(box);
  top.show();
}
