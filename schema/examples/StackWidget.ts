import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "The steps of an assistant" });
  const steps = W.StackWidget();
  for (const text of ["Choose a file", "Choose a format", "Done"]) steps.addWidget(W.Label(text));
  const next = W.Button("Next");
  next.on("activated", () => {
    steps.setIndex(steps.getIndex() + 1);
    next.setEnabled(steps.getIndex() < 2);
  });
  const box = W.VBox({ spacing: 8 });
  box.addWidget(steps, 1);
  box.addWidget(next);
  top.setWidget(box);
  top.show();
}
