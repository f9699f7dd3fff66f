import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "A button that counts" });
  let count = 0;
  const button = W.Button("Not pressed yet", { tooltip: "Press me" });
  button.on("activated", () => {
    count++;
    button.setText(`Pressed ${count} times`);
  });
  top.setWidget(button);
  top.show();
}
