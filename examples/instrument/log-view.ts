/**
 * The log: a table with the newest line at the top, which can be saved as a file.
 */
import type { FileDialog, TableView, Widgets } from "pgwidgets-ts/sync";
import type { PlantEvent } from "./plant.js";

/** Lines that are kept. */
const LONGEST = 1000;

export class LogView {
  readonly widget: TableView;
  readonly #files: FileDialog;
  #events: readonly PlantEvent[] = [];

  constructor(W: Widgets) {
    this.widget = W.TableView({
      columns: [
        { label: "Time, s", key: "time", type: "float", colwidth: 90 },
        { label: "Kind", key: "kind", colwidth: 110 },
        { label: "What happened", key: "text" },
      ],
      cellCursor: false,
      minSize: [null, 150],
    });
    this.#files = W.FileDialog({ mode: "save" });
  }

  add(event: PlantEvent): void {
    this.#events = [event, ...this.#events].slice(0, LONGEST);
    const path = this.widget.insertRow(0, { ...event, time: Math.round(event.time * 10) / 10 });
    if (event.kind === "Alarm") this.widget.setRowColor(path, null, null, true);
    if (this.widget.getRowCount() > LONGEST) this.widget.deleteRow(LONGEST);
  }

  /** Sends the user the log as a text file, the oldest line first. */
  save(): void {
    const lines = this.#events.map(({ time, kind, text }) => `${time.toFixed(1)}\t${kind}\t${text}\n`);
    this.#files.save("log.tsv", Buffer.from(lines.reverse().join("")), "text/tab-separated-values");
  }
}
