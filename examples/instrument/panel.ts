/**
 * The panel: what the operator sees, put together from its parts, and the clock that drives it.
 */
import type { Session, Widgets } from "pgwidgets-ts/sync";
import { sideBySide } from "../shared/side-by-side.js";
import { AlarmLine } from "./alarm-line.js";
import { controls } from "./controls.js";
import { LogView } from "./log-view.js";
import { Plant } from "./plant.js";
import { Readouts } from "./readouts.js";
import { Recorder } from "./recorder.js";

/** Seconds between two readings. */
const PERIOD = 0.05;
/** Readings between two pictures of the chart. */
const READINGS_PER_PICTURE = 4;
/** Page width in CSS pixels below which the parts stand below each other. */
const NARROW = 760;

/** Builds the panel of a new plant, and starts to measure. */
export function build(session: Session): Plant {
  const W = session.getWidgets();
  const log = new LogView(W);
  const plant = new Plant((event) => log.add(event));
  const alarms = new AlarmLine(W);
  const page = W.Page();
  const readouts = new Readouts(W, plant, page);
  const recorder = new Recorder(W);
  const status = W.StatusBar();
  const tools = operation(W, plant, log);

  const right = W.VBox({ spacing: 12 });
  right.addWidget(readouts.widget, 0);
  right.addWidget(recorder.widget, 3);
  right.addWidget(log.widget, 2);
  const body = sideBySide(
    W,
    page,
    NARROW,
    [
      [controls(W, plant), 0],
      [right, 1],
    ],
    { spacing: 16 },
  );

  const content = W.VBox({ padding: 16, spacing: 12, expanding: [true, true] });
  content.addWidget(alarms.widget, 0);
  content.addWidget(body, 1);
  const scroll = W.ScrollArea();
  scroll.setWidget(content);
  const column = W.VBox();
  column.addWidget(tools.widget, 0);
  column.addWidget(scroll, 1);
  column.addWidget(status, 0);
  page.setWidget(column);
  page.show();

  let last = performance.now();
  let count = 0;
  const timer = session.makeTimer(PERIOD);
  const measure = () => {
    const now = performance.now();
    const reading = plant.advance((now - last) / 1000);
    last = now;
    recorder.add(reading);
    readouts.show(reading);
    alarms.show(plant.alarms);
    tools.show(plant);
    if (count++ % READINGS_PER_PICTURE === 0) {
      recorder.draw();
      const state = plant.isRunning ? "Running" : "Stopped";
      status.setText(
        `${state} · ${Math.floor(reading.time)} s · ${Math.round(1 / PERIOD)} readings a second`,
      );
    }
    timer.start();
  };
  timer.on("expired", measure);
  timer.start();
  return plant;
}

/** The tool bar: start, stop, acknowledge, and the log as a file. */
function operation(W: Widgets, plant: Plant, log: LogView) {
  const widget = W.ToolBar();
  const start = widget.addAction("Start");
  const stop = widget.addAction("Stop");
  widget.addSeparator();
  const acknowledge = widget.addAction("Acknowledge");
  widget.addSpacer();
  const save = widget.addAction("Save the log");
  start.on("activated", () => plant.start());
  stop.on("activated", () => plant.stop());
  acknowledge.on("activated", () => plant.acknowledge());
  save.on("activated", () => log.save());

  return {
    widget,
    /** What can be pressed follows from the state of the plant. */
    show({ isRunning, alarms }: Plant): void {
      start.setEnabled(!isRunning);
      stop.setEnabled(isRunning);
      acknowledge.setEnabled(alarms.some(({ acknowledged }) => !acknowledged));
    },
  };
}
