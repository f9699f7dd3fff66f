/**
 * What the operator sets: set-point, valves, heater, alarm limit.
 */
import type { Widget, Widgets } from "pgwidgets-ts/sync";
import type { Plant } from "./plant.js";

const WIDTH = 250;

export function controls(W: Widgets, plant: Plant): Widget {
  const column = W.VBox({ spacing: 12, minSize: [WIDTH, null] });
  column.addWidget(temperature(W, plant), 0);
  column.addWidget(valves(W, plant), 0);
  column.addWidget(heater(W, plant), 0);
  return column;
}

function temperature(W: Widgets, plant: Plant): Widget {
  const dial = W.Dial({
    min: 20,
    max: 90,
    value: plant.settings.setPoint,
    showValue: true,
    tooltip: "Temperature set-point",
    size: [150, 150],
  });
  dial.on("activated", (value) => plant.set({ setPoint: value }, `Set-point ${value} °C`));

  const limit = W.SpinBox({ min: 30, max: 99, value: plant.settings.limit, tooltip: "Alarm above" });
  limit.on("activated", (value) => plant.set({ limit: value }, `Alarm above ${value} °C`));

  const middle = W.HBox();
  middle.addWidget(W.Label(""), 1);
  middle.addWidget(dial, 0);
  middle.addWidget(W.Label(""), 1);
  const row = W.HBox({ spacing: 8 });
  row.addWidget(W.Label("Alarm above, °C"), 1);
  row.addWidget(limit, 0);
  return framed(W, "Set-point, °C", [middle, row]);
}

function valves(W: Widgets, plant: Plant): Widget {
  const valve = (name: "inlet" | "outlet", label: string) => {
    const slider = percentSlider(W, label, plant.settings[name]);
    slider.on("activated", (value) => plant.set({ [name]: value / 100 }, `${label} ${value} %`));
    return captioned(W, `${label}, %`, slider);
  };
  return framed(W, "Valves", [valve("inlet", "Inlet valve"), valve("outlet", "Outlet valve")]);
}

function heater(W: Widgets, plant: Plant): Widget {
  const automatic = W.CheckBox("Automatic", { state: plant.settings.automatic });
  const power = percentSlider(W, "Heater power", plant.settings.power);
  power.setEnabled(!plant.settings.automatic);
  automatic.on("activated", (on) => {
    power.setEnabled(!on);
    plant.set({ automatic: on }, on ? "Heater automatic" : "Heater by hand");
  });
  power.on("activated", (value) => plant.set({ power: value / 100 }, `Heater power ${value} %`));
  return framed(W, "Heater", [automatic, captioned(W, "Power by hand, %", power)]);
}

/** It fires when the user lets go, so that the log gets one line and not one for each step on the way. */
function percentSlider(W: Widgets, tooltip: string, share: number) {
  return W.Slider({ min: 0, max: 100, value: Math.round(share * 100), showValue: true, tooltip });
}

function captioned(W: Widgets, caption: string, widget: Widget): Widget {
  const box = W.VBox({ spacing: 2 });
  box.addWidget(W.Label(caption), 0);
  box.addWidget(widget, 0);
  return box;
}

function framed(W: Widgets, title: string, rows: readonly Widget[]): Widget {
  const box = W.VBox({ spacing: 10, padding: 4 });
  for (const row of rows) box.addWidget(row, 0);
  const frame = W.Frame({ title });
  frame.setWidget(box);
  return frame;
}
