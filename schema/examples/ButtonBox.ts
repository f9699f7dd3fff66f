import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "Buttons of one width" });
  const box = W.ButtonBox({ halign: "right", spacing: 8, minButtonWidth: 90 });
  for (const text of ["Help", "Cancel", "Save and close"]) {
    const button = W.Button(text);
    button.on("activated", () => top.setTitle(text));
    box.addWidget(button);
  }
  top.setWidget(box);
  top.show();
}
