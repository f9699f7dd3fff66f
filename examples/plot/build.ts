/**
 * The interface of the example: the stream, what it adds up to, and what the user does with it.
 */
import { TypedBuffer } from "pgwidgets-ts/sync";
import type { Session, Widgets } from "./generated/sync/index.js";
import { RATE, rowsBetween, Stream } from "./stream.js";

/** Rows that stay in view: five seconds. */
const CAPACITY = 5 * RATE;
const text = (value: number): string => value.toPrecision(4);

/** Measurements a day, for the bars; and a set of points. */
function still(W: Widgets) {
  const bars = W.Plot([{ label: "Passed", kind: "bars", color: "var(--plot-3)" }], {
    title: "Measured each hour",
    xLabel: "hour",
    capacity: 24,
  });
  const hours = Array.from({ length: 24 }, (_, hour) => [
    hour,
    40 + 35 * Math.sin((hour - 6) / 3.8) + (hour % 5),
  ]);
  bars.append(new TypedBuffer(Float32Array.from(hours.flat()), [24, 2]));
  const points = W.Plot(
    [
      { label: "Samples", kind: "points", color: "var(--plot-4)" },
      { label: "Model", kind: "line", color: "var(--plot-2)" },
    ],
    { title: "Samples and model", xLabel: "load", yLabel: "drift", capacity: 1000 },
  );
  const samples = Array.from({ length: 120 }, (_, i) => {
    const model = Math.sqrt(i) * 3;
    return [i, model + 4 * Math.sin(i * 7.3), model];
  });
  points.append(new TypedBuffer(Float64Array.from(samples.flat()), [120, 3]));
  return [bars, points];
}

export function build(session: Session): { readonly stream: Stream } {
  const W = session.getWidgets();
  const plot = W.Plot(
    [
      { label: "Signal", kind: "line" },
      { label: "Without noise", kind: "line" },
    ],
    { title: "Live signal", capacity: CAPACITY, xLabel: "seconds", yLabel: "volts" },
  );
  const stream = new Stream((rows) => plot.append(rows));

  const run = W.ToggleButton("Run", { state: true, tooltip: "Runs and halts the stream" });
  const all = W.Button("Show all");
  const clear = W.Button("Clear");
  const rate = W.Label("");
  const status = W.Label("Drag over the plot to zoom; double-click for all.");
  run.on("activated", (on) => (on ? stream.start() : stream.stop()));
  all.on("activated", () => plot.setZoom(null));
  clear.on("activated", () => plot.clear());
  plot.on("zoomed", (range) =>
    status.setText(range === null ? "All rows" : `Zoomed to ${range.map(text).join(" – ")} s`),
  );
  plot.on("clicked", (x, values) => status.setText(`Clicked ${text(x)} s: ${values.map(text).join(", ")}`));

  const bar = W.HBox({ spacing: 8 });
  for (const widget of [run, all, clear, rate]) bar.addWidget(widget, 0);
  const lower = W.HBox({ spacing: 8 });
  for (const widget of still(W)) lower.addWidget(widget, 1);
  const box = W.VBox({ spacing: 8, padding: 12 });
  box.addWidget(bar, 0);
  box.addWidget(plot, 2);
  box.addWidget(status, 0);
  box.addWidget(lower, 1);
  const page = W.Page();
  page.setWidget(box);
  page.show();

  plot.append(rowsBetween(0, RATE));
  stream.sent = RATE;
  stream.start();
  const seconds = session.makeTimer(1);
  let [before, then] = [stream.sent, performance.now()];
  seconds.on("expired", () => {
    const now = performance.now();
    const perSecond = Math.round(((stream.sent - before) * 1000) / (now - then));
    rate.setText(`${perSecond.toLocaleString("en")} points per second`);
    [before, then] = [stream.sent, now];
    seconds.start();
  });
  seconds.start();
  return { stream };
}
