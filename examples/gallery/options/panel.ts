/**
 * The option panel: an editor for each property of a widget, grouped by the class that brings it.
 */
import type { Callback, Label, ScrollArea, VBox, Widget, Widgets } from "pgwidgets-ts/sync";
import type { Types } from "../../../codegen/schemas.js";
import { camelCase } from "../../../runtime/protocol/names.js";
import { same } from "../../../runtime/session/values.js";
import type { Entry, Property, PropertyGroup } from "../catalogue.js";
import { colourDialog, type Editor, editorFor, type Workbench } from "./editors.js";
import { kindOf } from "./kind.js";
import { readProperty } from "./property.js";

/** Width of the names of properties, in CSS pixels. */
const NAME = 124;

interface Row {
  readonly property: Property;
  readonly editor: Editor;
  shown: unknown;
}

/** What the user changes is handed to `changed`, which throws when it is refused. */
export type Changed = (property: Property, value: unknown) => void;

export class OptionPanel {
  readonly widget: VBox;
  readonly #W: Widgets;
  readonly #types: Types;
  readonly #changed: Changed;
  readonly #title: Label;
  readonly #problem: Label;
  readonly #scroll: ScrollArea;
  readonly #bench: Workbench;
  #rows: Row[] = [];
  /** A page has drawn it: before that all else of the gallery comes first. */
  #isSeen = false;
  /** Whose properties are to be shown once it is seen. */
  #waiting: Entry | null = null;
  #content: Widget | null = null;
  #live: Callback | null = null;

  constructor(W: Widgets, types: Types, changed: Changed) {
    this.#W = W;
    this.#types = types;
    this.#changed = changed;
    this.#title = W.Label("Options", { font: [null, 10.5, "bold"], padding: [12, 12, 12, 4] });
    this.#problem = W.Label("", {
      color: ["var(--pgw-danger-soft)", ""],
      padding: [12, 6, 12, 6],
      visible: false,
    });
    this.#scroll = W.ScrollArea({ thickness: 11 });
    this.#scroll.on("area-resize", (width) => {
      if (width === 0) return;
      this.#isSeen = true;
      this.#fill();
    });
    this.widget = W.VBox();
    this.widget.addWidget(this.#title, 0);
    this.widget.addWidget(this.#problem, 0);
    this.widget.addWidget(this.#scroll, 1);
    this.#bench = { W, askColour: colourDialog(W), refuse: (problem) => this.#tell(problem) };
  }

  /** Shows the properties of a widget. */
  open(entry: Entry, live: Callback): void {
    this.#live = live;
    this.#rows = [];
    this.#title.setText(`Options of ${entry.name}`);
    this.#tell("");
    this.#waiting = entry;
    if (this.#isSeen) this.#fill();
  }

  /** Shows what waits to be shown. */
  #fill(): void {
    const entry = this.#waiting;
    if (entry === null) return;
    this.#waiting = null;
    const column = this.#W.VBox({ spacing: 6, padding: [12, 6, 12, 16] });
    for (const [i, group] of entry.groups.entries()) column.addWidget(this.#group(group, i === 0), 0);
    if (entry.groups.length === 0) column.addWidget(this.#W.Label("It has no options."), 0);
    this.#show(column);
  }

  /** Shows that no widget is chosen. */
  clear(): void {
    this.#live = null;
    this.#waiting = null;
    this.#rows = [];
    this.#title.setText("Options");
    this.#tell("");
    const hint = this.#W.Label("Choose a widget to see its options.", {
      color: ["", "var(--pgw-text-muted)"],
      padding: [12, 6, 12, 12],
    });
    this.#show(hint);
  }

  /** Follows what has become of the widget: by its user, or by other options. */
  refresh(): void {
    const live = this.#live;
    if (live === null || live.isDestroyed) return;
    for (const row of this.#rows) {
      const value = readProperty(live, row.property);
      if (same(value, row.shown)) continue;
      row.shown = value;
      row.editor.show(value);
    }
  }

  /** The same properties, now of a new widget in place of the one before. */
  replace(live: Callback): void {
    this.#live = live;
    this.refresh();
  }

  #show(content: Widget): void {
    const before = this.#content;
    this.#content = content;
    this.#scroll.setWidget(content);
    before?.destroy();
  }

  #group({ className, properties }: PropertyGroup, isOpen: boolean): Widget {
    const W = this.#W;
    const rows = W.VBox({ spacing: 6, padding: [10, 8, 8, 8] });
    // What is never unfolded costs nobody anything.
    const fill = () => {
      const live = this.#live;
      if (live === null || rows.getChildren().length > 0) return;
      for (const property of properties) rows.addWidget(this.#row(property, live), 0);
    };
    const expander = W.Expander({ title: className });
    expander.setWidget(rows);
    expander.setCollapsed(!isOpen);
    if (isOpen) fill();
    else expander.on("toggled", fill);
    return expander;
  }

  #row(property: Property, live: Callback): Widget {
    const W = this.#W;
    const { name, description, schema } = property;
    const value = readProperty(live, property);
    const changed = (next: unknown) => this.#give(row, next);
    const kind = kindOf(schema, this.#types);
    const parts = partNames(property);
    const editor = editorFor(this.#bench, kind, { name, value, changed, parts });
    const row: Row = { property, editor, shown: value };
    this.#rows.push(row);
    const { kind: shape } = kind.kind === "optional" ? kind.of : kind;
    const isTall = shape === "tuple" || shape === "json";
    const line = isTall ? W.VBox({ spacing: 2 }) : W.HBox({ spacing: 8, align: "center" });
    line.addWidget(W.Label(name, { size: [isTall ? null : NAME, null], tooltip: description }), 0);
    line.addWidget(editor.widget, 1);
    return line;
  }

  #give(row: Row, value: unknown): void {
    this.#tell("");
    row.shown = value;
    try {
      this.#changed(row.property, value);
    } catch (error) {
      this.#tell(error instanceof Error ? error.message : String(error));
    }
    this.refresh();
  }

  #tell(problem: string): void {
    this.#problem.setText(problem);
    if (problem === "") this.#problem.hide();
    else this.#problem.show();
  }
}

/** Of a value that a setter takes part by part: the names of its parameters. */
function partNames({ pointer, state }: Property): readonly string[] {
  const setter = state?.setter;
  return setter?.form === "list" && setter.method.params.length > 1 && !pointer.includes("/")
    ? setter.method.params.map(({ name }) => camelCase(name))
    : [];
}
