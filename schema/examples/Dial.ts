import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "Sets the volume" });
  const box = W.VBox({ spacing: 8 });
  const dial = W.Dial({ min: 0, max: 11, step: 0.5, dtype: "float", value: 5, track: true });
  const level = W.ProgressBar({ value: 5 / 11 });
  dial.on("activated", (volume) => level.setValue(volume / 11));
  box.addWidget(dial);
  box.addWidget(level);
  top.setWidget(box);
  top.show();
}
