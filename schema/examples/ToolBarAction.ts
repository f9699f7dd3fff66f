import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "A tool that opens a menu" });
  const menu = W.Menu();
  for (const name of ["PNG", "PDF"]) {
    menu.addName(name).on("activated", () => top.setTitle(`Exported as ${name}`));
  }
  const bar = W.ToolBar();
  bar.addWidget(W.ToolBarAction({ text: "Export", menu }));
  const bold = W.ToolBarAction({ text: "Bold", toggle: true });
  bold.on("activated", (on) => top.setTitle(on ? "Bold" : "Plain"));
  bar.addWidget(bold);
  top.setWidget(bar);
  top.show();
}
