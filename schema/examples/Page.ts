import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const page = W.Page();
  const box = W.VBox({ padding: 12, spacing: 8 });
  box.addWidget(W.Label("This fills the whole page of the browser."));
  box.addWidget(W.TextArea(""), 1);
  page.setWidget(box);
  page.show();
}
