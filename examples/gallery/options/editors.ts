/**
 * Editors for values, one per kind: made of widgets, telling each new value that the user gives.
 */
import type { ColorDialog, Widget, Widgets } from "pgwidgets-ts/sync";
import { camelCase } from "../../../runtime/protocol/names.js";
import { firstValue, fits, type Kind } from "./kind.js";

export interface Editor {
  readonly widget: Widget;
  /** Shows a value. Tells nothing. */
  show(value: unknown): void;
}

/** What editors are made with. */
export interface Workbench {
  readonly W: Widgets;
  /** One colour dialog serves all colours. */
  askColour(present: string, chosen: (colour: string) => void): void;
  /** Says why what the user gave is no value. */
  refuse(problem: string): void;
}

export interface Field {
  /** Names the editor for assistive technology. */
  readonly name: string;
  readonly value: unknown;
  readonly changed: (value: unknown) => void;
  /** Names of the parts of a value that has several. */
  readonly parts?: readonly string[];
  /** What is written on the editor's own check box, of a part. */
  readonly caption?: string;
}

/** Numbers without limits of their own. */
const FAR = 9999;

/** Characters for which a text has room at least; it takes what is left. */
const SHORT = 5;

/** An editor for a kind of value; for a value that its kind cannot show, one for JSON. */
export function editorFor(bench: Workbench, kind: Kind, field: Field): Editor {
  if (!fits(kind, field.value)) return json(bench, field);
  switch (kind.kind) {
    case "boolean":
      return boolean(bench, field);
    case "choice":
      return choice(bench, kind.values, field);
    case "number":
      return number(bench, kind, field);
    case "text":
      return text(bench, kind.strict, field);
    case "colour":
      return colour(bench, kind.empty, field);
    case "tuple":
      return tuple(bench, kind.parts, field);
    case "optional":
      return optional(bench, kind.of, field);
    case "json":
      return json(bench, field);
    case "fixed":
      return fixed(bench, field);
  }
}

/** Width of the names of parts, in CSS pixels. */
const CAPTION = 70;

function boolean({ W }: Workbench, { name, value, changed, caption = "" }: Field): Editor {
  const box = W.CheckBox({ text: caption, tooltip: name, state: value === true });
  box.on("activated", changed);
  return { widget: box, show: (next) => box.setState(next === true) };
}

const wordFor = (value: unknown): string => (value === null ? "(none)" : String(value));

function choice({ W }: Workbench, values: readonly unknown[], { name, value, changed }: Field): Editor {
  const box = W.ComboBox({ tooltip: name });
  for (const each of values) box.appendText(wordFor(each));
  box.setText(wordFor(value));
  box.on("activated", (index) => {
    if (index >= 0) changed(values[index]);
  });
  return { widget: box, show: (next) => box.setText(wordFor(next)) };
}

function number({ W }: Workbench, kind: Kind & { kind: "number" }, { name, value, changed }: Field): Editor {
  const isFraction = kind.max !== null && kind.max <= 1;
  const isWhole = kind.whole || (Number.isInteger(value) && !isFraction);
  const box = W.SpinBox({
    tooltip: name,
    dtype: kind.whole ? "int" : "float",
    min: kind.min ?? -FAR,
    max: kind.max ?? FAR,
    step: isWhole ? 1 : 0.05,
    ...(isWhole ? {} : { decimals: 2 }),
    value: value as number,
  });
  box.on("activated", changed);
  return { widget: box, show: (next) => box.setValue(next as number) };
}

function text({ W }: Workbench, strict: boolean, { name, value, changed }: Field): Editor {
  if (typeof value === "string" && value.includes("\n")) {
    const area = W.TextArea({ text: value, tooltip: name, size: [null, 96] });
    area.on("modified", changed);
    return { widget: area, show: (next) => area.setText(String(next)) };
  }
  const tooltip = strict ? `${name} (Enter applies)` : name;
  const entry = W.TextEntry({ text: String(value), tooltip, length: SHORT });
  entry.on(strict ? "activated" : "modified", changed);
  return { widget: entry, show: (next) => entry.setText(String(next)) };
}

function colour(bench: Workbench, empty: "" | null | undefined, { name, value, changed }: Field): Editor {
  const { W } = bench;
  let present = value;
  const entry = W.TextEntry({ tooltip: `${name} (Enter applies)`, length: SHORT });
  const swatch = W.Button({ tooltip: `Choose ${name}`, size: [28, null] });
  const show = (next: unknown) => {
    present = next;
    const shown = typeof next === "string" ? next : "";
    entry.setText(shown);
    swatch.setColor(shown, "");
    swatch.setHover(shown, "");
  };
  entry.on("activated", (typed) => {
    if (typed === "" && empty === undefined) bench.refuse(`${name}: a colour is wanted, such as #2563eb.`);
    else changed(typed === "" ? empty : typed);
  });
  swatch.on("activated", () => bench.askColour(String(present ?? ""), changed));
  show(value);
  const row = W.HBox({ spacing: 4 });
  row.addWidget(entry, 1);
  row.addWidget(swatch, 0);
  return { widget: row, show };
}

function tuple(bench: Workbench, parts: readonly Kind[], field: Field): Editor {
  const { name, value, changed, parts: names = [] } = field;
  let present = value as readonly unknown[];
  const captions = parts.map((_, i) => names[i] ?? String(i + 1));
  const editors = parts.map((part, i) =>
    editorFor(bench, part, {
      name: `${name}: ${captions[i]}`,
      caption: captions[i] ?? "",
      value: present[i],
      changed: (next) => changed(present.map((each, at) => (at === i ? next : each))),
    }),
  );
  const column = bench.W.VBox({ spacing: 4 });
  for (const [i, { widget }] of editors.entries()) {
    const kind = parts[i]?.kind;
    const hasCaption = kind === "boolean" || kind === "optional";
    column.addWidget(hasCaption ? widget : captioned(bench.W, captions[i] ?? "", widget), 0);
  }
  return {
    widget: column,
    show(next) {
      present = next as readonly unknown[];
      for (const [i, editor] of editors.entries()) editor.show(present[i]);
    },
  };
}

function captioned(W: Widgets, caption: string, widget: Widget): Widget {
  const row = W.HBox({ spacing: 4, align: "center" });
  row.addWidget(W.Label(caption, { size: [CAPTION, null] }), 0);
  row.addWidget(widget, 1);
  return row;
}

function optional(bench: Workbench, kind: Kind, field: Field): Editor {
  const { name, value, changed, caption, parts } = field;
  const { W } = bench;
  const isGiven = (each: unknown) => each !== null && each !== undefined;
  let last: unknown = isGiven(value) ? value : firstValue(kind);
  const given = W.CheckBox({
    text: caption ?? "",
    tooltip: `Set ${name}`,
    state: isGiven(value),
    ...(caption === undefined ? {} : { size: [CAPTION, null] }),
  });
  const inner = editorFor(bench, kind, {
    name,
    value: last,
    ...(parts === undefined ? {} : { parts }),
    changed(next) {
      last = next;
      changed(next);
    },
  });
  inner.widget.setEnabled(isGiven(value));
  given.on("activated", (on) => {
    inner.widget.setEnabled(on);
    // An empty text that is no value waits for what the user will enter.
    const isUnfinished = kind.kind === "text" && kind.strict && last === "";
    if (!on || !isUnfinished) changed(on ? last : null);
  });
  const row = W.HBox({ spacing: 4, align: "center" });
  row.addWidget(given, 0);
  row.addWidget(inner.widget, 1);
  return {
    widget: row,
    show(next) {
      // An empty text may mean none: the field stays open, and waits for what the user will enter.
      if (!isGiven(next) && kind.kind === "text" && last === "" && given.getState()) return;
      given.setState(isGiven(next));
      inner.widget.setEnabled(isGiven(next));
      if (!isGiven(next)) return;
      last = next;
      inner.show(next);
    },
  };
}

function json(bench: Workbench, { name, value, changed }: Field): Editor {
  const shown = (each: unknown) => JSON.stringify(named(each)) ?? "";
  const entry = bench.W.TextEntry({
    text: shown(value),
    tooltip: `${name} as JSON (Enter applies)`,
    length: SHORT,
  });
  entry.on("activated", (typed) => {
    try {
      changed(JSON.parse(typed));
    } catch (error) {
      bench.refuse(`${name}: ${String(error)}`);
    }
  });
  return { widget: entry, show: (next) => entry.setText(shown(next)) };
}

/** With the names of TypeScript for those of the wire. */
function named(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(named);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [camelCase(key), named(each)]));
}

function fixed({ W }: Workbench, { value }: Field): Editor {
  const words = (each: unknown): string => {
    if (each === null || each === undefined) return "(none)";
    if (each instanceof Uint8Array) return `${each.length} bytes`;
    return Array.isArray(each) ? each.map(words).join(", ") : String(each);
  };
  const label = W.Label(words(value));
  return { widget: label, show: (next) => label.setText(words(next)) };
}

/** The colour dialog that all editors share, made when it is first wanted. */
export function colourDialog(W: Widgets): Workbench["askColour"] {
  let dialog: ColorDialog | null = null;
  let chosen: (colour: string) => void = () => {};
  return (present, then) => {
    chosen = then;
    if (dialog === null) {
      dialog = W.ColorDialog({ title: "Choose a colour", modal: true });
      dialog.on("activated", (colour) => chosen(colour));
    }
    if (/^#[0-9a-f]{6}$/i.test(present)) dialog.setColor(present);
    dialog.popup();
  };
}
