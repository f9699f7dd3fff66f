import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "A search field that takes the spare room" });
  const box = W.HBox({ spacing: 6, align: "center" });
  const field = W.TextEntry({ tooltip: "Search for" });
  const found = W.Label("");
  field.on("activated", (text) => found.setText(`Searching for ${text}`));
  box.addWidget(W.Label("Search"));
  box.addWidget(field, 1);
  box.addWidget(found);
  top.setWidget(box);
  top.show();
}
