import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "A field that is entered and remembered" });
  const box = W.VBox({ spacing: 6 });
  const name = W.TextEntry({ tooltip: "Your name", length: 24, linehistory: 10 });
  const greeting = W.Label("");
  name.on("activated", (text) => {
    greeting.setText(`Hello ${text}`);
    name.clear();
  });
  box.addWidget(name);
  box.addWidget(greeting);
  top.setWidget(box);
  top.show();
}
