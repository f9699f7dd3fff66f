/**
 * Boxes, grids, panes, pages and windows.
 */
import type { Widget, Widgets } from "pgwidgets-ts/sync";
import type { Log } from "../log.js";
import { row, section } from "../parts.js";

const cell = (W: Widgets, text: string, colour: string) =>
  W.Label(text, { halign: "center", valign: "center", padding: 8, color: [colour, "#111827"] });

export function boxes(W: Widgets): Widget {
  const across = W.HBox({ spacing: 8 });
  across.addWidget(cell(W, "stretch 1", "#bfdbfe"), 1);
  across.addWidget(cell(W, "stretch 2", "#bbf7d0"), 2);
  across.addWidget(W.Separator("vertical"), 0);
  across.addWidget(cell(W, "natural", "#fde68a"), 0);
  const down = W.Box({ orientation: "vertical", spacing: 4 });
  for (const text of ["one", "two", "three"]) down.addWidget(cell(W, text, "#e9d5ff"), 0);
  return section(W, "Boxes", [across, down]);
}

export function windows(W: Widgets, log: Log): Widget {
  const open = W.Button("Open a window");
  let count = 0;
  open.on("activated", () => {
    count++;
    const top = W.TopLevel({
      title: `Window ${count}`,
      minimizable: true,
      maximizable: true,
      lowerable: true,
      size: [320, 200],
      position: [80 + 24 * (count % 8), 80 + 24 * (count % 8)],
    });
    const box = W.VBox({ spacing: 8, padding: 12 });
    box.addWidget(
      W.Label("Move me, resize me, double click my title bar, or press the right button on it."),
      1,
    );
    box.addWidget(W.TextEntry(`Text of window ${count}`), 0);
    top.setWidget(box);
    top.on("move", (x, y) => log.note(top, "move", x, y));
    top.on("window-state", (state) => log.note(top, "window-state", state));
    top.on("close", () => {
      log.note(top, "close");
      top.destroy();
    });
    top.show();
  });
  const again = W.Button("Show the callbacks");
  again.on("activated", () => {
    log.window.show();
    log.window.raise();
  });
  return section(W, "Windows", [row(W, open, again)]);
}

export function grids(W: Widgets): Widget {
  const grid = W.GridBox({ rows: 2, columns: 3, rowSpacing: 8, columnSpacing: 8 });
  for (const [i, colour] of ["#bfdbfe", "#bbf7d0", "#fde68a", "#fecaca", "#e9d5ff", "#a5f3fc"].entries()) {
    grid.addWidget(cell(W, `row ${Math.floor(i / 3)}, column ${i % 3}`, colour), Math.floor(i / 3), i % 3);
  }
  const fixed = W.FixedLayout({ minSize: [null, 90] });
  fixed.addWidget(cell(W, "at 20, 10", "#bfdbfe"), 20, 10);
  fixed.addWidget(cell(W, "at 160, 40", "#fde68a"), 160, 40);
  const buttons = W.ButtonBox({ halign: "right", spacing: 8 });
  for (const text of ["OK", "Cancel", "A longer one"]) buttons.addWidget(W.Button(text));
  return section(W, "Grid, fixed places, buttons of one width", [grid, fixed, buttons]);
}

export function panes(W: Widgets, log: Log): Widget {
  const splitter = W.Splitter({ minSize: [null, 120] });
  for (const [text, colour] of [
    ["Drag the dividers", "#bfdbfe"],
    ["or use the arrow keys", "#bbf7d0"],
    ["on them", "#fde68a"],
  ] as const) {
    splitter.addWidget(cell(W, text, colour));
  }
  splitter.on("sizing", (sizes) => log.note(splitter, "sizing", sizes.map(Math.round)));
  const expander = W.Expander({ title: "More of it" });
  expander.setWidget(W.Label("What was folded away.", { padding: 8 }));
  expander.on("toggled", (collapsed) => log.note(expander, "toggled", collapsed));
  const tabs = W.TabWidget({ closable: true, reorderable: true, minSize: [null, 140] });
  for (const title of ["First", "Second", "Third"]) {
    tabs.addWidget(W.Label(`The ${title.toLowerCase()} page.`, { padding: 12 }), { title });
  }
  tabs.on("page-switch", (_page, index) => log.note(tabs, "page-switch", index));
  tabs.on("page-close", (_page) => log.note(tabs, "page-close"));
  return section(W, "Panes and pages", [splitter, expander, tabs]);
}
