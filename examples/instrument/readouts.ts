/**
 * The live values: four large numbers, each over a meter that shows it as a share of its range.
 */
import type { Widget, Widgets } from "pgwidgets-ts/sync";
import { sideBySide } from "../shared/side-by-side.js";
import type { Plant, Reading } from "./plant.js";

/** Width in CSS pixels below which the values stand below each other. */
const NARROW = 560;

interface Readout {
  readonly title: string;
  readonly text: (reading: Reading) => string;
  /** 0 to 1. */
  readonly share: (reading: Reading) => number;
}

export class Readouts {
  readonly widget: Widget;
  readonly #show: readonly ((reading: Reading) => void)[];

  /** @param page - Its width decides how the values stand. */
  constructor(W: Widgets, { shape }: Plant, page: Widget) {
    const fullFlow = shape.inletFlow * 60_000;
    const kilowatts = shape.heaterPower / 1000;
    const readouts: readonly Readout[] = [
      {
        title: "Temperature",
        text: ({ temperature }) => `${temperature.toFixed(1)} °C`,
        share: ({ temperature }) => temperature / 100,
      },
      {
        title: "Level",
        text: ({ level }) => `${(level * 100).toFixed(1)} %`,
        share: ({ level }) => level,
      },
      {
        title: "Heater",
        text: ({ heater }) => `${(heater * kilowatts).toFixed(2)} kW`,
        share: ({ heater }) => heater,
      },
      {
        title: "Outflow",
        text: ({ outflow }) => `${outflow.toFixed(2)} l/min`,
        share: ({ outflow }) => outflow / fullFlow,
      },
    ];
    const made = readouts.map((readout) => make(W, readout));
    this.#show = made.map(({ show }) => show);
    this.widget = sideBySide(
      W,
      page,
      NARROW,
      made.map(({ widget }) => [widget, 1, 0]),
    );
  }

  show(reading: Reading): void {
    for (const show of this.#show) show(reading);
  }
}

function make(W: Widgets, { title, text, share }: Readout) {
  const value = W.Label("–", { font: [null, 22, "bold"] });
  const meter = W.ProgressBar({ tooltip: title });
  const box = W.VBox({ spacing: 6 });
  box.addWidget(value, 0);
  box.addWidget(meter, 0);
  const widget = W.Frame({ title });
  widget.setWidget(box);
  const show = (reading: Reading) => {
    value.setText(text(reading));
    // A meter is no finer than the eye: what would not be seen is not sent.
    meter.setValue(Math.round(share(reading) * 200) / 200);
  };
  return { widget, show };
}
