import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "The menus of an editor" });
  const bar = W.MenuBar();
  const text = W.TextArea("");
  const file = bar.addName("File");
  file.addName("New").on("activated", () => text.clear());
  file.addSeparator();
  file.addName("Quit").on("activated", () => top.hide());
  bar
    .addName("Help")
    .addName("About")
    .on("activated", () => text.setText("A small editor"));
  const box = W.VBox();
  box.addWidget(bar);
  box.addWidget(text, 1);
  top.setWidget(box);
  top.show();
}
