/**
 * What the widgets of the gallery fire, newest first: in a window of its own and in the status bar.
 */
import type { StatusBar, TopLevel, Widgets } from "pgwidgets-ts/sync";

const LINES = 12;

export class Log {
  readonly window: TopLevel;
  readonly #show: (lines: readonly string[]) => void;
  readonly #status: StatusBar;
  #lines: readonly string[] = [];

  constructor(W: Widgets, status: StatusBar) {
    this.#status = status;
    const rows = Array.from({ length: LINES }, () => W.Label("", { font: ["ui-monospace, monospace", 9] }));
    const box = W.VBox({ spacing: 2, padding: 10 });
    for (const row of rows) box.addWidget(row, 0);
    this.window = W.TopLevel({
      title: "Callbacks",
      minimizable: true,
      size: [380, 270],
      position: [640, 380],
    });
    this.window.setWidget(box);
    this.window.on("close", () => this.window.hide());
    this.#show = (lines) => {
      for (const [i, row] of rows.entries()) row.setText(lines[i] ?? "");
    };
    this.#show(["Use any widget: what it fires is listed here."]);
  }

  /** Notes that a widget has fired. */
  note(widget: object, action: string, ...args: unknown[]): void {
    const line = `${String(widget)} ${action} ${args.map((arg) => JSON.stringify(arg)).join(", ")}`.trimEnd();
    this.#lines = [line, ...this.#lines].slice(0, LINES);
    this.#show(this.#lines);
    this.#status.setMessage(line);
  }
}
