import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "A position that stays with its text" });
  const source = W.TextSource("one\ntwo\nthree\n");
  const two = source.createRef(source.getText().indexOf("two"));
  const insert = W.Button("Insert a line at the top");
  insert.on("activated", () => {
    source.insertText(source.getRefStart(), "zero\n");
    // The position has moved along with the line that it is in.
    top.setTitle(`two is in line ${two.getLine()}`);
  });
  const box = W.VBox();
  box.addWidget(source, 1);
  box.addWidget(insert);
  top.setWidget(box);
  top.show();
}
