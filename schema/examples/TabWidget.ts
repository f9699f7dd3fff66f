import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "Pages that can be closed and moved" });
  const tabs = W.TabWidget({ closable: true, reorderable: true });
  for (const name of ["Notes", "Tasks", "Mail"]) {
    tabs.addWidget(W.TextArea(`${name} go here`), { title: name });
  }
  tabs.on("page-switch", (_child, index) => top.setTitle(`Page ${index + 1}`));
  tabs.on("page-close", (child) => child.destroy());
  top.setWidget(tabs);
  top.show();
}
