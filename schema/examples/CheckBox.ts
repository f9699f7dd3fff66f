import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "A check box that enables a field" });
  const box = W.HBox({ spacing: 8 });
  const proxy = W.TextEntry("proxy.example.com");
  proxy.setEnabled(false);
  const use = W.CheckBox("Use a proxy");
  use.on("activated", (checked) => proxy.setEnabled(checked));
  box.addWidget(use);
  box.addWidget(proxy, 1);
  top.setWidget(box);
  top.show();
}
