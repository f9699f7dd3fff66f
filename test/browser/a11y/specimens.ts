/**
 * One interface for each class, with the class as a program would use it: what the accessibility tests look at.
 */
import type { ColumnSpec, Widget, Widgets } from "pgwidgets-ts/sync";
import type { WidgetDefinition } from "../../../codegen/format.js";
import { definitions } from "../../support/definitions.js";

const PICTURE = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24"><rect width="24" height="24" fill="#2464d1"/></svg>',
)}`;

/** Shows a widget in the page, under a heading as programs have one. */
export function placed(W: Widgets, ...shown: readonly Widget[]): void {
  const column = W.VBox({ spacing: 12, padding: 16 });
  for (const each of shown) column.addWidget(each, 0);
  const page = W.Page();
  page.setWidget(column);
  page.show();
}

function inPage<T extends Widget>(W: Widgets, widget: T): T {
  placed(W, widget);
  return widget;
}

function box<T extends Widget & { addWidget(child: Widget, stretch: number): unknown }>(
  W: Widgets,
  it: T,
): T {
  it.addWidget(W.Button("One"), 0);
  it.addWidget(W.Button("Two"), 0);
  return inPage(W, it);
}

function menuOf(W: Widgets) {
  const menu = W.Menu();
  menu.addName("New");
  menu.addName("Show the grid", true).setState(true);
  menu.addSeparator();
  menu.addMenu("Recent").addName("one.dat");
  menu.addName("Locked").setEnabled(false);
  return menu;
}

/** In the order of the alphabet. */
export const WORDS = [
  "Aarhus",
  "Bergen",
  "Cairo",
  "Dakar",
  "Essen",
  "Fes",
  "Genoa",
  "Hilo",
  "Izmir",
  "Jaffa",
  "Kyoto",
  "Lima",
];

export const columns: ColumnSpec[] = [
  { label: "Sensor", key: "name", editable: true },
  { label: "City", key: "city", widget: "combobox", choices: ["Lima", "Oslo"] },
  { label: "Value", key: "value", type: "float", editable: true },
  { label: "Load", key: "load", widget: "progress" },
  { label: "On", key: "on", type: "boolean", widget: "checkbox" },
  { label: "Act", key: "act", widget: "button", text: "Reset" },
];

export const rows = ["Ada", "Bert", "Cleo"].map((name, i) => ({
  name,
  city: "Oslo",
  value: i + 0.5,
  load: 30 * i,
  on: i % 2 === 0,
  act: "",
}));

/** By class: shows it, and gives the widget that is looked at. */
export const specimens: Readonly<Record<string, (W: Widgets) => Widget>> = {
  AbstractScrollArea(W) {
    const area = W.AbstractScrollArea({ minSize: [null, 120] });
    area.setWidget(W.Label("What is looked at through it."));
    return inPage(W, area);
  },
  Box: (W) => box(W, W.Box({ orientation: "horizontal", spacing: 8 })),
  Button: (W) => inPage(W, W.Button("Press me")),
  ButtonBox: (W) => box(W, W.ButtonBox({ spacing: 8 })),
  Canvas: (W) => inPage(W, W.Canvas({ size: [120, 60], tooltip: "A drawing" })),
  CheckBox: (W) => inPage(W, W.CheckBox("Remember me", { state: true })),
  ColorDialog(W) {
    inPage(W, W.Button("Behind it"));
    const dialog = W.ColorDialog({ title: "Pick a colour", color: "#2563eb" });
    dialog.popup();
    return dialog;
  },
  ColorWidget: (W) => inPage(W, W.ColorWidget({ color: "#16a34a", tooltip: "Line colour" })),
  ComboBox(W) {
    const box = W.ComboBox({ tooltip: "City" });
    for (const city of ["Lima", "Nairobi", "Oslo"]) box.appendText(city);
    box.setText("Nairobi");
    return inPage(W, box);
  },
  Dial: (W) => inPage(W, W.Dial({ value: 30, showValue: true, size: [100, 100], tooltip: "Volume" })),
  Dialog(W) {
    inPage(W, W.Button("Behind it"));
    const dialog = W.Dialog(
      "Leave without saving?",
      [
        ["Stay", "stay"],
        ["Leave", "leave"],
      ],
      { modal: true },
    );
    dialog.addWidget(W.Label("Two measurements have not been saved."));
    dialog.popup();
    return dialog;
  },
  Expander(W) {
    const expander = W.Expander({ title: "More of it" });
    expander.setWidget(W.Label("What was folded away."));
    return inPage(W, expander);
  },
  ExternalWidget(W) {
    const external = W.ExternalWidget({ minSize: [null, 80] });
    external.setContent("<p>Markup of the program.</p>");
    return inPage(W, external);
  },
  FixedLayout(W) {
    const layout = W.FixedLayout({ minSize: [null, 100] });
    layout.addWidget(W.Button("At 20, 30"), 20, 30);
    return inPage(W, layout);
  },
  Frame(W) {
    const frame = W.Frame({ title: "Settings" });
    frame.setWidget(W.CheckBox("Sound"));
    return inPage(W, frame);
  },
  GridBox(W) {
    const grid = W.GridBox({ rows: 1, columns: 2, columnSpacing: 8 });
    grid.addWidget(W.Label("Name"), 0, 0);
    grid.addWidget(W.Button("Change"), 0, 1);
    return inPage(W, grid);
  },
  HBox: (W) => box(W, W.HBox({ spacing: 8 })),
  HtmlView: (W) =>
    inPage(
      W,
      W.HtmlView(
        `<h2>Notes</h2><p>Read <a href="https://example.com/">the manual</a>.</p>${"<p>A line.</p>".repeat(20)}`,
        { size: [300, 120], tooltip: "Notes" },
      ),
    ),
  Image: (W) => inPage(W, W.Image({ url: PICTURE, size: [48, 48], tooltip: "A blue square" })),
  Label: (W) => inPage(W, W.Label("Ready")),
  MDISubWindow(W) {
    const area = W.MDIWidget({ minSize: [null, 300] });
    const window = area.addWidget(W.TextEntry("text", { tooltip: "Notes" }), {
      title: "Notes",
      width: 260,
      height: 160,
    });
    inPage(W, area);
    return window;
  },
  MDIWidget(W) {
    const area = W.MDIWidget({ minSize: [null, 300] });
    for (const [i, title] of ["Spectrum", "Status"].entries())
      area.addWidget(W.Label(`The ${title} window.`), {
        title,
        x: 20 + 200 * i,
        y: 20,
        width: 180,
        height: 120,
      });
    return inPage(W, area);
  },
  Menu(W) {
    const menu = menuOf(W);
    inPage(W, W.Label("Behind it"));
    menu.popup(40, 60);
    return menu;
  },
  MenuAction: (W) => inPage(W, W.MenuAction({ text: "Save" })),
  MenuBar(W) {
    const bar = W.MenuBar();
    const file = bar.addName("File");
    file.addName("New");
    file.addName("Open");
    bar.addName("View").addName("Show the grid", true);
    return inPage(W, bar);
  },
  Page(W) {
    const page = W.Page();
    page.setWidget(W.Label("The whole page"));
    page.show();
    return page;
  },
  ProgressBar(W) {
    const bar = W.ProgressBar({ tooltip: "Loading" });
    bar.setValue(0.4);
    return inPage(W, bar);
  },
  RadioButton(W) {
    const small = W.RadioButton("Small", { state: true });
    placed(W, small, W.RadioButton("Large", { group: small }));
    return small;
  },
  ScrollArea(W) {
    const area = W.ScrollArea({ size: [300, 120], tooltip: "Log" });
    const column = W.VBox();
    for (let i = 1; i <= 30; i++) column.addWidget(W.Label(`Line ${i}`), 0);
    area.setWidget(column);
    return inPage(W, area);
  },
  ScrollBar(W) {
    const bar = W.ScrollBar({ orientation: "horizontal", minSize: [200, null] });
    bar.setThumbPercent(0.2);
    return inPage(W, bar);
  },
  Separator: (W) => inPage(W, W.Separator()),
  Slider: (W) => inPage(W, W.Slider({ value: 30, showValue: true, tooltip: "Volume" })),
  SpinBox: (W) => inPage(W, W.SpinBox({ min: 0, max: 100, value: 42, tooltip: "Count" })),
  Splitter(W) {
    const splitter = W.Splitter({ minSize: [null, 120] });
    splitter.addWidget(W.Label("Left"));
    splitter.addWidget(W.Label("Right"));
    return inPage(W, splitter);
  },
  StackWidget(W) {
    const stack = W.StackWidget({ minSize: [null, 80] });
    stack.addWidget(W.Label("The first page"), { title: "First" });
    stack.addWidget(W.Label("The second page"), { title: "Second" });
    return inPage(W, stack);
  },
  StatusBar(W) {
    const bar = W.StatusBar();
    bar.setText("Saved.");
    return inPage(W, bar);
  },
  TabWidget(W) {
    const tabs = W.TabWidget({ closable: true, reorderable: true, minSize: [null, 100] });
    for (const title of ["First", "Second", "Third"])
      tabs.addWidget(W.Label(`The ${title.toLowerCase()} page.`), { title });
    return inPage(W, tabs);
  },
  TableView(W) {
    const view = W.TableView({
      columns,
      sortable: true,
      showRowNumbers: true,
      selectionMode: "multiple",
      cellCursor: true,
      minSize: [null, 240],
      tooltip: "Sensors",
    });
    view.setRows(rows);
    return inPage(W, view);
  },
  TextArea: (W) =>
    inPage(W, W.TextArea("Several lines\nof text.", { minSize: [null, 80], tooltip: "Remarks" })),
  TextEntry: (W) => inPage(W, W.TextEntry("Ada", { linehistory: 5, tooltip: "Name" })),
  TextEntrySet: (W) => inPage(W, W.TextEntrySet("50", { label: "Apply", tooltip: "Load" })),
  TextSource: (W) =>
    inPage(
      W,
      W.TextSource("const answer = 42;\nexport { answer };\n", {
        lineNumbers: true,
        minSize: [null, 160],
        tooltip: "Program",
      }),
    ),
  ToggleButton: (W) => inPage(W, W.ToggleButton("Bold", { state: true })),
  ToolBar(W) {
    const bar = W.ToolBar();
    bar.addAction("Cut");
    bar.addAction("Paste");
    bar.addSeparator();
    bar.addAction("Bold", { toggle: true });
    return inPage(W, bar);
  },
  ToolBarAction(W) {
    const bar = W.ToolBar();
    const action = bar.addAction("Bold", { toggle: true });
    inPage(W, bar);
    return action;
  },
  TopLevel(W) {
    const top = W.TopLevel({ title: "Report", size: [320, 200], resizable: true });
    top.setWidget(W.TextEntry("text", { tooltip: "Title" }));
    top.show();
    return top;
  },
  TreeView(W) {
    const view = W.TreeView({
      columns: [
        { label: "Name", key: "name", editable: true },
        { label: "Size", key: "size", type: "integer" },
      ],
      sortable: true,
      selectionMode: "multiple",
      minSize: [null, 220],
      tooltip: "Files",
    });
    const file = (size: number) => ({ size });
    view.setTree({
      browser: { "button.ts": file(31), "main.ts": file(9) },
      runtime: { "state.ts": file(61) },
      "README.md": file(28),
    });
    return inPage(W, view);
  },
  VBox: (W) => box(W, W.VBox({ spacing: 8 })),
  VideoWidget: (W) => inPage(W, W.VideoWidget({ controls: true, size: [240, 140], tooltip: "A film" })),
};

/** Classes that a browser shows. */
export const shownClasses: readonly string[] = [...definitions.values()]
  .filter((each) => each.abstract !== true && isShown(each))
  .map((each) => each.name)
  .sort();

function isShown(definition: WidgetDefinition): boolean {
  return definition.remote !== false && definition.extends !== "Callback";
}
