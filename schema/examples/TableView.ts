import type { Session } from "pgwidgets-ts/sync";

export function example(session: Session): void {
  const W = session.getWidgets();
  const top = W.TopLevel({ title: "Measurements with a colour for the bad ones" });
  const table = W.TableView({
    columns: [
      { label: "Sensor", key: "name" },
      { label: "Value", key: "value", type: "float", halign: "right", editable: true },
    ],
    sortable: true,
    selectionMode: "single",
  });
  const rows = [
    { name: "Inlet", value: 20.5 },
    { name: "Outlet", value: 84 },
  ];
  for (const row of rows) {
    const path = table.appendRow(row);
    if (row.value > 80) table.setRowColor(path, "white", "firebrick");
  }
  table.on("selected", ([first]) => top.setTitle(String(first?.values?.name ?? "Nothing selected")));
  top.setWidget(table);
  top.show();
}
