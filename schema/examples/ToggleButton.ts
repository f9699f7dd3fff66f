import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "Two modes of which one is on" });
  const box = W.HBox({ spacing: 4 });
  const draw = W.ToggleButton("Draw", { state: true });
  const erase = W.ToggleButton("Erase", { group: draw });
  for (const each of [draw, erase]) {
    each.on("activated", (on) => {
      if (on) top.setTitle(each.getText());
    });
    box.addWidget(each);
  }
  top.setWidget(box);
  top.show();
}
