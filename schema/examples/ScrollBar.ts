import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "Scrolls what the program shows" });
  const lines = Array.from({ length: 200 }, (_, line) => `Line ${line + 1}`);
  const text = W.Label(lines[0] ?? "");
  const bar = W.ScrollBar({ orientation: "vertical", thumbPercent: 0.1 });
  bar.on("activated", (share) => {
    text.setText(lines[Math.round(share * (lines.length - 1))] ?? "");
  });
  const box = W.HBox();
  box.addWidget(text, 1);
  box.addWidget(bar);
  top.setWidget(box);
  top.show();
}
