import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "Documents in windows of their own" });
  const desktop = W.MDIWidget({ resistance: 12 });
  for (const name of ["North", "South"]) {
    desktop.addWidget(W.TextArea(`Report: ${name}`), { title: name, width: 240, height: 160 });
  }
  desktop.on("page-switch", (child) => {
    const { title = "" } = desktop.getConfiguration(child) ?? {};
    top.setTitle(title);
  });
  desktop.on("page-close", (child) => child.destroy());
  desktop.tileWindows();
  top.setWidget(desktop);
  top.show();
}
