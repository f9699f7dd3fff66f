import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "A slider and a label that follows it" });
  const box = W.HBox({ spacing: 8 });
  const slider = W.Slider({ min: 15, max: 30, step: 0.5, dtype: "float", value: 21, track: true });
  const label = W.Label("21 degrees");
  slider.on("activated", (value) => label.setText(`${value} degrees`));
  box.addWidget(slider, 1);
  box.addWidget(label);
  top.setWidget(box);
  top.show();
}
