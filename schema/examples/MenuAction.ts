import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "A line that is on or off" });
  const menu = W.Menu();
  const sound = W.MenuAction({ text: "Sound", checkable: true });
  sound.setChecked(true);
  sound.on("activated", (checked) => top.setTitle(checked ? "Loud" : "Silent"));
  menu.addWidget(sound);
  const bar = W.MenuBar();
  bar.addMenu(menu, "Settings");
  top.setWidget(bar);
  top.show();
}
