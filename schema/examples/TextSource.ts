import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "An editor that marks what it finds" });
  const source = W.TextSource("let total = 0;\nfor (const x of list) total += x;\n", { lineNumbers: true });
  source.createTag("found", { background: "#ffe08a" });
  const query = W.TextEntry("total", { tooltip: "Mark" });
  query.on("activated", (text) => {
    source.removeTag("found", source.getRefStart(), source.getRefEnd());
    const places = source.findAll(text);
    for (const [start, end] of places) source.applyTag("found", start, end);
    top.setTitle(`${places.length} found`);
  });
  const box = W.VBox({ spacing: 4 });
  box.addWidget(query);
  box.addWidget(source, 1);
  top.setWidget(box);
  top.show();
}
