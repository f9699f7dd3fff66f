/**
 * Buttons, input, ranges and labels.
 */
import type { Widget, Widgets } from "pgwidgets-ts/sync";
import type { Log } from "../log.js";
import { captioned, row, section } from "../parts.js";

const save =
  "data:image/svg+xml," +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20" fill="none" stroke="#2563eb" stroke-width="1.6">' +
      '<path d="M3 3h11l3 3v11H3zM6 3v5h7V3M6 17v-5h8v5"/></svg>',
  );

export function buttons(W: Widgets, log: Log): Widget {
  const plain = W.Button("Button");
  const withIcon = W.Button("Save", { icon: [save, [20, 20]] });
  const coloured = W.Button("Coloured", { color: ["#b91c1c", "white"], hover: ["#dc2626", "white"] });
  const disabled = W.Button("Disabled", { enabled: false });
  for (const button of [plain, withIcon, coloured])
    button.on("activated", () => log.note(button, "activated"));

  const toggle = W.ToggleButton("Toggle");
  const left = W.ToggleButton("Left", { state: true });
  const middle = W.ToggleButton("Middle", { group: left });
  const right = W.ToggleButton("Right", { group: left });
  for (const each of [toggle, left, middle, right]) {
    each.on("activated", (state) => log.note(each, "activated", state));
  }

  const check = W.CheckBox("Check box");
  const checked = W.CheckBox("Checked", { state: true });
  const small = W.RadioButton("Small");
  const medium = W.RadioButton("Medium", { group: small, state: true });
  const large = W.RadioButton("Large", { group: small });
  for (const each of [check, checked, small, medium, large]) {
    each.on("activated", (state) => log.note(each, "activated", state));
  }
  return section(W, "Buttons", [
    row(W, plain, withIcon, coloured, disabled, toggle),
    row(W, captioned(W, "At most one of a group", row(W, left, middle, right)), check, checked),
    row(W, captioned(W, "Radio buttons", row(W, small, medium, large))),
  ]);
}

export function input(W: Widgets, log: Log): Widget {
  const entry = W.TextEntry("Type, and press Enter", { linehistory: 5 });
  const password = W.TextEntry("secret", { password: true });
  const readOnly = W.TextEntry("Read only", { editable: false });
  for (const each of [entry, password]) {
    each.on("activated", (text) => log.note(each, "activated", text));
    each.on("modified", (text) => log.note(each, "modified", text));
  }

  const whole = W.SpinBox({ min: 0, max: 100, value: 42 });
  const fraction = W.SpinBox({ dtype: "float", min: 0, max: 1, step: 0.05, value: 0.5 });
  for (const each of [whole, fraction]) each.on("activated", (value) => log.note(each, "activated", value));

  const choice = W.ComboBox();
  for (const text of ["Apple", "Banana", "Cherry", "Date", "Elderberry", "Fig", "Grape"])
    choice.appendText(text);
  const editable = W.ComboBox({ editable: true });
  for (const text of ["Ångström", "Centimetre", "Kelvin", "Metre", "Second"]) editable.insertAlpha(text);
  for (const each of [choice, editable]) {
    each.on("activated", (index, text) => log.note(each, "activated", index, text));
  }
  return section(W, "Input", [
    row(
      W,
      [captioned(W, "Text entry", entry), 2],
      [captioned(W, "Password", password), 1],
      [captioned(W, "Read only", readOnly), 1],
    ),
    row(
      W,
      [captioned(W, "Whole numbers", whole), 1],
      [captioned(W, "Fractions", fraction), 1],
      [captioned(W, "Combo box", choice), 1],
      [captioned(W, "Editable", editable), 1],
    ),
  ]);
}

export function ranges(W: Widgets, log: Log): Widget {
  const bar = W.ProgressBar();
  bar.setValue(0.3);
  const tracking = W.Slider({ track: true, value: 30, showValue: true });
  const onRelease = W.Slider({ dtype: "float", min: 0, max: 1, step: 0.1, value: 0.4, showValue: true });
  const vertical = W.Slider({ orientation: "vertical", track: true, value: 60, size: [null, 120] });
  tracking.on("activated", (value) => {
    bar.setValue(value / 100);
    log.note(tracking, "activated", value);
  });
  for (const each of [onRelease, vertical])
    each.on("activated", (value) => log.note(each, "activated", value));
  const stack = W.VBox({ spacing: 12 });
  stack.addWidget(captioned(W, "Slider that moves the progress bar", tracking), 0);
  stack.addWidget(captioned(W, "Slider that fires at release", onRelease), 0);
  stack.addWidget(captioned(W, "Progress", bar), 0);
  const side = W.HBox({ spacing: 24 });
  side.addWidget(stack, 1);
  side.addWidget(captioned(W, "Vertical", vertical), 0);
  return section(W, "Ranges", [side]);
}

export function display(W: Widgets, log: Log): Widget {
  const plain = W.Label("Text is text: <b>no markup</b> is parsed.");
  const big = W.Label("Large and centred", { halign: "center", font: [null, 16, "bold"] });
  const coloured = W.Label("Coloured", { color: ["#fef08a", "#713f12"], padding: 6 });
  const interactive = W.Label("Interactive: press me, or Tab to me and type", {
    interactive: true,
    padding: 8,
    borderWidth: 1,
  });
  interactive.on("click", (event) =>
    log.note(interactive, "click", Math.round(event.x), Math.round(event.y)),
  );
  interactive.on("key-down", (event) => log.note(interactive, "key-down", event.key));
  const status = W.StatusBar();
  const announce = W.Button("Show a message for 3 s");
  announce.on("activated", () => status.setMessage("Saved.", 3));
  return section(W, "Labels and messages", [
    row(W, [plain, 1], coloured),
    big,
    interactive,
    W.Separator(),
    row(W, announce, [status, 1]),
  ]);
}
