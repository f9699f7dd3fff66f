import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "A column whose middle grows" });
  const box = W.VBox({ spacing: 6, padding: 10 });
  const log = W.TextArea("", { editable: false });
  const field = W.TextEntry({ tooltip: "Message" });
  field.on("activated", (text) => {
    log.appendText(`${text}\n`);
    field.clear();
  });
  box.addWidget(W.Label("Messages"));
  box.addWidget(log, 1);
  box.addWidget(field);
  top.setWidget(box);
  top.show();
}
