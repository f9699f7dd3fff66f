/**
 * What the widgets fire, newest first. Equal callbacks in a row share one line, so that a moving pointer
 * does not push the rest away.
 */
import type { Callback, TableView, VBox, Widgets } from "pgwidgets-ts/sync";
import type { Fires } from "../../runtime/session/events.js";
import { NODE } from "../../runtime/session/node.js";

const LINES = 200;

export class Log {
  readonly widget: VBox;
  readonly #table: TableView;
  #count = 0;
  #lines = 0;
  #last: { readonly source: string; readonly action: string; times: number } | null = null;

  constructor(W: Widgets) {
    this.#table = W.TableView({
      columns: [
        { label: "#", key: "number", type: "integer", colwidth: 52 },
        { label: "Widget", key: "widget", colwidth: 130 },
        { label: "Callback", key: "action", colwidth: 120 },
        { label: "Times", key: "times", type: "integer", colwidth: 68 },
        { label: "Arguments", key: "args", colwidth: 420 },
      ],
      borderWidth: 0,
      alternateRowColors: true,
    });
    const clear = W.Button("Clear");
    clear.on("activated", () => this.clear());
    const bar = W.HBox({ spacing: 8, padding: [12, 6, 8, 6] });
    bar.addWidget(
      W.Label("What the widgets fire, newest first", { color: ["", "var(--pgw-text-muted)"] }),
      1,
    );
    bar.addWidget(clear, 0);
    this.widget = W.VBox();
    this.widget.addWidget(bar, 0);
    this.widget.addWidget(this.#table, 1);
  }

  /**
   * Lists whatever a widget fires.
   * @param isHeard - Asked before each line
   * @param then - Called after each callback
   */
  follow(widget: Callback, isHeard: () => boolean, then: () => void): void {
    // What every class has in common knows no action by name.
    const any = widget as Callback & Fires<Record<string, (...args: unknown[]) => unknown>>;
    for (const action of widget[NODE].cls.callbacks.keys()) {
      any.on(action, (...args) => {
        if (isHeard()) this.#note(String(widget), action, args);
        then();
      });
    }
  }

  clear(): void {
    this.#table.clear();
    this.#count = 0;
    this.#lines = 0;
    this.#last = null;
  }

  #note(source: string, action: string, args: readonly unknown[]): void {
    this.#count++;
    const shown = args.map(words).join(", ");
    if (this.#last?.source === source && this.#last.action === action) {
      this.#last.times++;
      this.#table.setCell(0, "number", this.#count);
      this.#table.setCell(0, "times", this.#last.times);
      this.#table.setCell(0, "args", shown);
      return;
    }
    this.#last = { source, action, times: 1 };
    this.#table.insertRow(0, { number: this.#count, widget: source, action, times: 1, args: shown });
    if (++this.#lines > LINES) this.#table.deleteRow(--this.#lines);
  }
}

/** A value as a reader wants it: widgets by name, bytes by number, long texts cut. */
function words(value: unknown): string {
  const text =
    JSON.stringify(value, (_, each: unknown) => {
      if (each instanceof Uint8Array) return `${each.length} bytes`;
      return typeof each === "object" && each !== null && NODE in each ? String(each) : each;
    }) ?? "";
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
}
