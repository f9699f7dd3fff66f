import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "One of three sizes" });
  const box = W.VBox({ spacing: 4 });
  const small = W.RadioButton("Small", { state: true });
  const medium = W.RadioButton("Medium", { group: small });
  const large = W.RadioButton("Large", { group: small });
  for (const each of [small, medium, large]) {
    each.on("activated", (on) => {
      if (on) top.setTitle(each.getText());
    });
    box.addWidget(each);
  }
  top.setWidget(box);
  top.show();
}
