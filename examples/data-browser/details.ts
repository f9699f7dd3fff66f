/**
 * What is known of the entry that is selected, and the beginning of what is in it.
 */
import type { TableView, TextArea, Widget, Widgets } from "pgwidgets-ts/sync";
import type { Collection, Entry } from "./collection.js";
import { bytes, count } from "./words.js";

export class Details {
  readonly widget: Widget;
  readonly #properties: TableView;
  readonly #text: TextArea;
  readonly #collection: Collection;
  /** What is shown; a preview that comes later for another one is dropped. */
  #shown: Entry | null = null;

  constructor(W: Widgets, collection: Collection) {
    this.#collection = collection;
    this.#properties = W.TableView({
      columns: [
        { label: "Property", key: "property", colwidth: 110 },
        { label: "Value", key: "value" },
      ],
      cellCursor: false,
      showGrid: false,
      showHeader: false,
      selectionMode: "none",
    });
    this.#text = W.TextArea("", {
      editable: false,
      tooltip: "Preview",
      font: ["ui-monospace, monospace", 9],
    });
    const column = W.VBox({ spacing: 8 });
    column.addWidget(this.#properties, 1);
    column.addWidget(this.#text, 1);
    this.widget = column;
  }

  async show(selected: readonly Entry[]): Promise<void> {
    const [entry = null] = selected.length === 1 ? selected : [];
    this.#shown = entry;
    this.#properties.setData(entry === null ? summary(selected) : this.#propertiesOf(entry));
    const text = entry === null ? "" : await this.#collection.preview(entry);
    if (this.#shown === entry) this.#text.setText(text);
  }

  #propertiesOf({ values, folder, size }: Entry): [string, string][] {
    const cells = this.#collection.columns.flatMap((column): [string, string][] => {
      if (typeof column === "string" || column.key === undefined) return [];
      return [[column.label ?? column.key, String(values[column.key] ?? "")]];
    });
    const known = cells.filter(([label]) => label !== "Size" && label !== "Folder");
    return [...known, ["Folder", folder.join("/") || "/"], ["Size", bytes(size)]];
  }
}

function summary(selected: readonly Entry[]): [string, string][] {
  if (selected.length === 0) return [];
  const size = selected.reduce((sum, entry) => sum + entry.size, 0);
  return [
    ["Selected", count(selected.length, "entry", "entries")],
    ["Size", bytes(size)],
  ];
}
