import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "The tools of a player" });
  const bar = W.ToolBar();
  const play = bar.addAction("Play", { toggle: true });
  play.on("activated", (on) => top.setTitle(on ? "Playing" : "Stopped"));
  bar.addSeparator();
  bar.addWidget(W.Slider({ min: 0, max: 100, value: 60 }));
  bar.addSpacer();
  bar.addAction("Help").on("activated", () => top.setTitle("Press Play"));
  top.setWidget(bar);
  top.show();
}
