import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "A log with colours" });
  const view = W.HtmlView("<h3>Log</h3>", { minSize: [300, 150] });
  const button = W.Button("Measure");
  let count = 0;
  button.on("activated", () => {
    view.appendHtml(`<p>Measurement ${++count}: <b>ok</b></p>`);
    view.scrollToBottom();
  });
  const box = W.VBox({ spacing: 6 });
  box.addWidget(view, 1);
  box.addWidget(button);
  top.setWidget(box);
  top.show();
}
