import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "A form of two columns" });
  const grid = W.GridBox({ rows: 3, columns: 2, rowSpacing: 6, columnSpacing: 12 });
  const fields = ["Name", "Street", "City"].map((title, row) => {
    const field = W.TextEntry({ tooltip: title });
    grid.addWidget(W.Label(title), row, 0);
    grid.addWidget(field, row, 1);
    return field;
  });
  const check = W.Button("Check");
  check.on("activated", () => {
    const empty = fields.filter((field) => field.getText() === "");
    top.setTitle(empty.length === 0 ? "Complete" : `${empty.length} to fill in`);
  });
  grid.appendRow([W.Label(""), check]);
  top.setWidget(grid);
  top.show();
}
