import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "A clock that runs on the server" });
  const label = W.Label("0 s");
  const timer = W.Timer({ duration: 1 });
  let seconds = 0;
  timer.on("expired", () => {
    label.setText(`${++seconds} s`);
    timer.start();
  });
  const toggle = W.ToggleButton("Run");
  toggle.on("activated", (on) => {
    if (on) timer.start();
    else timer.cancel();
  });
  const box = W.VBox({ spacing: 6 });
  box.addWidget(label);
  box.addWidget(toggle);
  top.setWidget(box);
  top.show();
}
