/**
 * A widget of every class where a user would meet it: in a page, in its parent, with something in it.
 * A class without an entry stands alone in a page.
 */
import type { Menu, Session, Widget, Widgets } from "pgwidgets-ts/sync";
import { classes } from "../../../generated/sync/widgets.js";
import { type Face, NODE } from "../../../runtime/session/node.js";
import type { FaceClass } from "../../../runtime/session/session.js";
import { lineage } from "../../support/definitions.js";

export interface Scene {
  readonly widget: Face;
  /** What arguments that are widgets are picked from. */
  readonly widgets?: readonly Face[];
  /** What other arguments are picked from, by name of the parameter or of its type. */
  readonly values?: Readonly<Record<string, readonly unknown[]>>;
}

/** Options by the names that a program uses. */
export type Options = Readonly<Record<string, unknown>>;
interface Stage {
  readonly W: Widgets;
  readonly options: Options;
  /** Makes the widget itself; `defaults` are options that the test has not given. */
  make(defaults?: Options): Face;
}
type Make = (stage: Stage) => Scene;

type Made<N extends keyof Widgets> = ReturnType<Widgets[N]>;

const face = (widget: unknown) => widget as Face;

/** A widget of a class by name. */
export function makeOf(session: Session, name: string, options: Options): Face {
  const Class = (classes as unknown as Record<string, FaceClass>)[name] as unknown as new (
    session: Session,
    named: object,
  ) => Face;
  return new Class(session, options);
}

/** Shows a widget in a section of a page that a person can fold. */
export function inPage(W: Widgets, widget: unknown): void {
  const page = W.Page();
  const section = W.Expander({ title: "Section" });
  const box = W.VBox({ padding: 12 });
  box.setAlign("left");
  box.addWidget(widget as Widget, 0);
  section.setWidget(box);
  section.setCollapsed(false);
  page.setWidget(section);
  page.show();
}

/** Labels and a button to be put into something, in a page of their own until they are. */
function loose(W: Widgets, count = 3): Face[] {
  return Array.from({ length: count }, (_, i) => face(W.Label(`loose ${i}`)));
}

function held(W: Widgets, count = 3): Widget[] {
  return Array.from({ length: count }, (_, i) => W.Label(`held ${i}`) as Widget);
}

const rows = [
  { name: "Anna", age: 31, on: true },
  { name: "Bert", age: 27, on: false },
  { name: "Cleo", age: 45, on: true },
];
const columns = [
  { label: "Name", key: "name", type: "string", editable: true, colwidth: 140 },
  { label: "Age", key: "age", type: "integer", editable: true },
  { label: "On", key: "on", type: "boolean", widget: "checkbox", editable: true },
] as const;
const columnNames = { ColumnKey: ["name", "age", "on"], col_key: ["name", "age", 0, 1] };

function menuOf(W: Widgets): Menu {
  const menu = W.Menu();
  menu.addName("First");
  menu.addName("Second", true);
  menu.addSeparator();
  menu.addMenu("More", null).addName("Deep");
  return menu;
}

const scenes: Readonly<Record<string, Make>> = {
  Window: ({ W, make }) => {
    const widget = make({
      title: "Window",
      size: [300, 200],
      position: [60, 50],
    }) as unknown as Made<"TopLevel">;
    widget.setWidget(W.Label("inside"));
    widget.show();
    return { widget: face(widget), widgets: loose(W) };
  },
  Dialog: ({ W, make }) => {
    const buttons = [
      ["Yes", 1],
      ["No", "no"],
    ];
    const widget = make({ title: "Question", buttons }) as unknown as Made<"Dialog">;
    widget.addWidget(W.Label("Shall we?"), 0);
    widget.show();
    return { widget: face(widget), widgets: [...loose(W), face(W.Button("More"))] };
  },
  ColorDialog: ({ W, make }) => {
    const widget = make() as unknown as Made<"ColorDialog">;
    widget.show();
    return { widget: face(widget), widgets: loose(W) };
  },
  Page: ({ W, make }) => {
    const widget = make() as unknown as Made<"Page">;
    widget.setWidget(W.Label("inside"));
    widget.show();
    return { widget: face(widget), widgets: loose(W) };
  },
  BoxLayout: containing((W, widget) => {
    for (const child of held(W)) (widget as Made<"VBox">).addWidget(child, 0);
  }),
  ScrollFrame: containing(
    (W, widget) =>
      (widget as Made<"ScrollArea">).setWidget(W.Label({ text: "wide and high", size: [900, 700] })),
    { defaults: { size: [240, 120] } },
  ),
  AbstractScrollArea: containing(
    (W, widget) =>
      (widget as Made<"AbstractScrollArea">).setWidget(W.Label({ text: "seen in part", size: [900, 700] })),
    { defaults: { size: [240, 120], thumbPercent: [0.3, 0.4], scrollBarVisibility: ["on", "on"] } },
  ),
  Frame: containing((W, widget) => (widget as Made<"Frame">).setWidget(W.Label("framed"))),
  Expander: containing((W, widget) => (widget as Made<"Expander">).setWidget(W.Label("folded"))),
  FixedLayout: containing(
    (W, widget) => {
      const layout = widget as Made<"FixedLayout">;
      layout.addWidget(W.Label("here"), 10, 10);
      layout.addWidget(W.Button("there"), 60, 40);
    },
    { defaults: { size: [200, 100] } },
  ),
  GridBox: containing(
    (W, widget) => {
      const grid = widget as Made<"GridBox">;
      for (const [i, child] of held(W, 4).entries()) grid.addWidget(child, Math.floor(i / 2), i % 2);
    },
    { values: { index: [0, 1, 2], row: [0, 1, 2], col: [0, 1] } },
  ),
  Splitter: containing(
    (W, widget) => {
      const splitter = widget as Made<"Splitter">;
      for (const child of held(W)) splitter.addWidget(child);
    },
    {
      defaults: { size: [420, 120] },
      values: {
        sizes: [
          [100, 120, 180],
          [1, 1, 2],
        ],
      },
    },
  ),
  StackWidget: containing(
    (W, widget) => {
      for (const child of held(W)) (widget as Made<"StackWidget">).addWidget(child, { title: "page" });
    },
    { values: { index: [0, 1, 2] } },
  ),
  TabWidget: containing(
    (W, widget) => {
      const tabs = widget as Made<"TabWidget">;
      for (const [i, child] of held(W).entries()) tabs.addWidget(child, { title: `Tab ${i}` });
    },
    { defaults: { size: [420, 140] }, values: { index: [0, 1, 2] } },
  ),
  MDIWidget: containing(
    (W, widget) => {
      const desk = widget as Made<"MDIWidget">;
      for (const [i, child] of held(W, 2).entries())
        desk.addWidget(child, { title: `Sub ${i}`, x: 20 + 60 * i, y: 20 + 50 * i, width: 180, height: 90 });
    },
    { defaults: { size: [640, 420] }, values: { index: [0, 1] } },
  ),
  MDISubWindow: ({ W, options }) => {
    const desk = W.MDIWidget({ size: [640, 420] });
    desk.addWidget(W.Label("other"), { title: "Other", x: 250, y: 160, width: 160, height: 90 });
    const widget = desk.addWidget(W.Label("inside"), {
      title: "Sub",
      x: 30,
      y: 30,
      width: 200,
      height: 120,
      ...options,
    });
    inPage(W, desk);
    return { widget: face(widget), widgets: loose(W) };
  },
  Menu: ({ W, make }) => {
    const menu = make() as unknown as Menu;
    menu.addName("First");
    menu.addName("Second", true);
    menu.addMenu("More", null).addName("Deep");
    const bar = W.MenuBar();
    bar.addMenu(menu, "File");
    inPage(W, bar);
    return {
      widget: face(menu),
      widgets: [...loose(W), face(menuOf(W)), face(W.MenuAction({ text: "Added" }))],
      values: { name: ["More", "New entry"] },
    };
  },
  MenuAction: ({ W, make }) => {
    const menu = W.Menu();
    const action = make({ text: "Act" });
    menu.addWidget(action as unknown as Widget);
    menu.addName("Other");
    const bar = W.MenuBar();
    bar.addMenu(menu, "File");
    inPage(W, bar);
    return { widget: action };
  },
  MenuBar: ({ W, make }) => {
    const bar = make() as unknown as Made<"MenuBar">;
    bar.addMenu(menuOf(W), "File");
    bar.addName("Edit").addName("Undo");
    inPage(W, bar);
    return { widget: face(bar), widgets: [...loose(W), face(menuOf(W))], values: { name: ["File", "View"] } };
  },
  ToolBar: ({ W, make }) => {
    const bar = make() as unknown as Made<"ToolBar">;
    bar.addAction("One");
    bar.addSeparator();
    const two = bar.addAction("Two", { toggle: true });
    inPage(W, bar);
    return {
      widget: face(bar),
      widgets: [...loose(W), face(two), face(menuOf(W)), face(W.ToolBarAction({ text: "Added" }))],
    };
  },
  ToolBarAction: ({ W, make }) => {
    const bar = W.ToolBar();
    const action = make({ text: "Act" });
    bar.addWidget(action as unknown as Widget);
    bar.addAction("Other");
    inPage(W, bar);
    return { widget: action, widgets: [face(menuOf(W))] };
  },
  ComboBox: containing(
    (_W, widget) => {
      for (const each of ["alpha", "beta", "gamma"]) (widget as Made<"ComboBox">).appendText(each);
    },
    { values: { idx: [0, 1, 2], text: ["alpha", "beta", "new"] } },
  ),
  TextArea: containing(() => {}, {
    defaults: { size: [260, 90], text: Array.from({ length: 30 }, (_, i) => `line ${i}`).join("\n") },
  }),
  HtmlView: containing(() => {}, {
    defaults: { size: [260, 90], html: `<h1>Title</h1>${"<p>words and more words</p>".repeat(20)}` },
  }),
  Canvas: containing(() => {}, { defaults: { size: [120, 80] } }),
  Image: containing(() => {}, { defaults: { size: [120, 80] } }),
  TableView: ({ W, make }) => {
    const widget = make({ columns, size: [420, 160] }) as unknown as Made<"TableView">;
    widget.setData(rows);
    inPage(W, widget);
    const keys = widget.getSubtree("all");
    return {
      widget: face(widget),
      values: {
        ...columnNames,
        TreeKey: Object.keys(keys),
        TreePath: Object.keys(keys).map((key) => [key]),
        FlatRow: [{ name: "Dora", age: 3, on: false }, ["Emil", 70, true]],
      },
    };
  },
  TreeView: ({ W, make }) => {
    const widget = make({
      columns: [{ label: "Name", key: "name", editable: true, colwidth: 140 }, ...columns.slice(1)],
      size: [420, 200],
    }) as unknown as Made<"TreeView">;
    widget.setTree({
      group: { one: { name: "Anna", age: 1, on: true }, two: { name: "Bert", age: 2, on: false } },
      other: { three: { name: "Cleo", age: 3, on: true } },
      leaf: { name: "Dora", age: 4, on: false },
    });
    widget.expandItem(["group"]);
    inPage(W, widget);
    return {
      widget: face(widget),
      values: {
        ...columnNames,
        TreeKey: ["group", "other", "leaf", "new"],
        TreePath: [["group"], ["group", "one"], ["other"], ["leaf"]],
        FlatRow: [{ name: "Dora", age: 3, on: false }],
        TreeDeleteSpec: [{ group: { one: null } }, { leaf: null }],
        TreeData: [
          { fresh: { name: "Fritz", age: 5, on: true } },
          { group: { four: { name: "Gerd", age: 6, on: true } } },
        ],
      },
    };
  },
  TextSource: ({ W, make }) => {
    const widget = make({ size: [420, 160] }) as unknown as Made<"TextSource">;
    widget.setText(Array.from({ length: 40 }, (_, i) => `line ${i} of the text`).join("\n"));
    widget.createTag("loud", { bold: true, foreground: "red" });
    const refs = [3, 12, 30].map((offset) => widget.createRef(offset, "right"));
    refs.push(widget.createNamedRef("here", 20, "left"));
    widget.applyTag("loud", refs[0] as never, refs[1] as never);
    inPage(W, widget);
    return {
      widget: face(widget),
      widgets: refs.map(face),
      values: {
        name: ["loud", "here", "fresh"],
        query: ["line", "of"],
        replacement: ["row", ""],
        offset: [0, 5, 25],
        lineno: [0, 3, 20],
      },
    };
  },
  TextBufferRef: ({ W }) => {
    const source = W.TextSource({ text: "one\ntwo\nthree", size: [300, 100] });
    inPage(W, source);
    const widget = source.createRef(5, "right");
    return { widget: face(widget), widgets: [face(source.createRef(2)), face(source)] };
  },
  Timer: ({ make }) => ({ widget: make({ duration: 60 }) }),
  FileDialog: ({ make }) => ({
    widget: make(),
    values: {
      data: ["data:text/plain,words", "aGk=", Uint8Array.of(1, 2, 3)],
      filename: ["a.txt", "b c.bin"],
    },
  }),
};

interface Filling {
  /** Options that the test has not given. */
  readonly defaults?: Options;
  readonly values?: Scene["values"];
}

/** A widget in a page that something is put into. */
function containing(
  fill: (W: Widgets, widget: unknown) => void,
  { defaults, values = {} }: Filling = {},
): Make {
  return ({ W, make }) => {
    const widget = make(defaults);
    fill(W, widget);
    inPage(W, widget);
    return { widget, widgets: [...loose(W), face(menuOf(W))], values };
  };
}

function childrenOf(widget: Face): Face[] {
  return (widget[NODE].links ?? []).flatMap(({ child }) => (child === null ? [] : [child.face]));
}

const alone = containing(() => {}, { defaults: { size: [200, 60] } });

/** A widget of a class in its place. `options`: constructor arguments and options, by the names that a program uses. */
export function sceneOf(session: Session, className: string, options: Options = {}): Scene {
  const named = lineage(className).findLast((each) => scenes[each.name] !== undefined)?.name;
  const scene = named === undefined ? alone : (scenes[named] as Make);
  const made = scene({
    W: session.getWidgets(),
    options,
    make: (defaults = {}) => makeOf(session, className, { ...defaults, ...options }),
  });
  return { ...made, widgets: [...(made.widgets ?? []), ...childrenOf(made.widget)] };
}
