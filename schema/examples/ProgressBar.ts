import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "A job that reports how far it is" });
  const bar = W.ProgressBar();
  const step = W.Button("Next step");
  step.on("activated", () => {
    bar.setValue(bar.getValue() + 0.25);
    if (bar.getValue() === 1) step.setEnabled(false);
  });
  const box = W.VBox({ spacing: 8 });
  box.addWidget(bar);
  box.addWidget(step);
  top.setWidget(box);
  top.show();
}
