import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "Draft", size: [360, 240], resizable: true, closeable: true });
  const text = W.TextArea("");
  text.on("modified", () => top.setTitle("Draft (changed)"));
  // The window is not closed by its button: the program decides.
  top.on("close", () => {
    if (text.getText() === "") top.hide();
    else top.setTitle("Draft (save it first)");
  });
  top.setWidget(text);
  top.show();
}
