/**
 * Menus, tool bars, dialogs, sub-windows, pictures and knobs.
 */
import type { Widget, Widgets } from "pgwidgets-ts/sync";
import type { Log } from "../log.js";
import { captioned, row, section } from "../parts.js";

export function menus(W: Widgets, log: Log): Widget {
  const bar = W.MenuBar();
  const file = bar.addName("File");
  for (const name of ["New", "Open …", "Save"]) {
    const action = file.addName(name);
    action.on("activated", () => log.note(action, "activated", name));
  }
  file.addSeparator();
  const recent = file.addMenu("Recent");
  for (const name of ["one.dat", "two.dat"]) recent.addName(name);
  const view = bar.addName("View");
  const grid = view.addName("Show the grid", true);
  grid.on("activated", (checked) => log.note(grid, "activated", checked));

  const tools = W.ToolBar();
  const bold = tools.addAction("Bold", null, null, true);
  bold.on("activated", (state) => log.note(bold, "activated", state));
  tools.addAction("Cut");
  tools.addAction("Paste");
  tools.addSeparator();
  const left = tools.addAction("Left", null, null, true);
  tools.addAction("Right", null, null, false, left);
  tools.addSpacer();
  tools.addAction("Help");
  return section(W, "Menu bar and tool bar", [bar, tools]);
}

export function dialogs(W: Widgets, log: Log): Widget {
  const dialog = W.Dialog(
    "Leave without saving?",
    [
      ["Stay", "stay"],
      ["Leave", "leave"],
    ],
    { modal: true, autoclose: true },
  );
  dialog.addWidget(W.Label("Two measurements have not been saved.", { padding: 12 }));
  dialog.on("activated", (value) => log.note(dialog, "activated", value));
  const colour = W.ColorDialog({ color: "#2563eb" });
  colour.on("activated", (value) => log.note(colour, "activated", value));
  const files = W.FileDialog({ mode: "files" });
  files.on("activated", ({ files: chosen }) =>
    log.note(files, "activated", ...chosen.map((file) => file.name)),
  );
  const buttons = [
    ["A modal dialog", () => dialog.popup()],
    ["Choose a colour", () => colour.popup()],
    ["Send files", () => files.open()],
  ] as const;
  const made = buttons.map(([text, action]) => {
    const button = W.Button(text);
    button.on("activated", action);
    return button;
  });
  return section(W, "Dialogs", [row(W, ...made)]);
}

export function knobs(W: Widgets, log: Log): Widget {
  const dial = W.Dial({ track: true, value: 30, showValue: true, size: [120, 120] });
  dial.on("activated", (value) => log.note(dial, "activated", value));
  const colour = W.ColorWidget({ color: "#16a34a" });
  colour.on("pick", (value) => log.note(colour, "pick", value));
  return section(W, "Dial and colour", [row(W, captioned(W, "Dial", dial), captioned(W, "Colour", colour))]);
}

export function desktop(W: Widgets, log: Log): Widget {
  const area = W.MDIWidget({ minSize: [null, 320] });
  for (const [i, title] of ["Spectrum", "Notes", "Status"].entries()) {
    const content = W.VBox({ padding: 10, spacing: 8 });
    content.addWidget(W.Label(`The ${title.toLowerCase()} window.`), 0);
    content.addWidget(W.TextEntry(""), 0);
    area.addWidget(content, { title, x: 20 + 180 * i, y: 20 + 30 * i, width: 240, height: 150 });
  }
  area.on("page-switch", (child) => log.note(area, "page-switch", String(child)));
  const tile = W.Button("Tile");
  tile.on("activated", () => area.tileWindows());
  const cascade = W.Button("Cascade");
  cascade.on("activated", () => area.cascadeWindows());
  return section(W, "Windows in a window", [row(W, tile, cascade), area]);
}
