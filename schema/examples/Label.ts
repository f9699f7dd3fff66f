import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "A text that answers to the pointer" });
  const label = W.Label("Point at me", { interactive: true, halign: "center" });
  label.on("enter", () => label.setColor("gold"));
  label.on("leave", () => label.setColor(""));
  label.on("click", ({ modifiers }) => {
    label.setText(modifiers.includes("shift") ? "Clicked with shift" : "Clicked");
  });
  top.setWidget(label);
  top.show();
}
