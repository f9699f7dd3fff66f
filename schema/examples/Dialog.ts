import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "Asks before it deletes" });
  const status = W.Label("3 files");
  const dialog = W.Dialog({
    title: "Delete the files?",
    buttons: [
      ["Delete", "delete"],
      ["Keep", "keep"],
    ],
    modal: true,
    autoclose: true,
  });
  dialog.addWidget(W.Label("They cannot be brought back."));
  dialog.on("activated", (value) => {
    if (value === "delete") status.setText("No files");
  });
  top.setWidget(status);
  dialog.popup();
  top.show();
}
