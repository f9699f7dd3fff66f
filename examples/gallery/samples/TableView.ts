/**
 * A table of 10,000 rows with cells of every kind.
 */
import type { TableViewOptions, Widgets } from "pgwidgets-ts/sync";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: TableViewOptions): Live {
  const cities = ["Berlin", "Lima", "Nairobi", "Oslo", "Quito", "Tokyo"];
  const table = W.TableView({
    columns: [
      { label: "Sensor", key: "name", editable: true, colwidth: 120 },
      { label: "City", key: "city", widget: "combobox", choices: cities, colwidth: 110 },
      { label: "Value", key: "value", type: "float", editable: true, colwidth: 80 },
      { label: "Load", key: "load", widget: "progress", colwidth: 120 },
      { label: "On", key: "on", type: "boolean", widget: "checkbox", colwidth: 48 },
      { label: "Action", key: "act", widget: "button", text: "Reset", colwidth: 84 },
    ],
    sortable: true,
    showRowNumbers: true,
    selectionMode: "multiple",
    size: [null, 300],
    ...options,
  });
  table.setRows(
    Array.from({ length: 10_000 }, (_, i) => ({
      name: `Sensor ${i + 1}`,
      city: cities[i % cities.length] ?? null,
      value: Math.round(Math.sin(i / 7) * 1000) / 10,
      load: (i * 37) % 101,
      on: i % 3 === 0,
      act: "",
    })),
  );
  return { widget: table, fills: true };
}
