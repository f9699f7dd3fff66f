/**
 * Trees, tables and texts.
 */
import type { Widget, Widgets } from "pgwidgets-ts/sync";
import type { Log } from "../log.js";
import { section } from "../parts.js";

const cities = ["Berlin", "Lima", "Nairobi", "Oslo", "Quito", "Tokyo"];

export function table(W: Widgets, log: Log): Widget {
  const view = W.TableView({
    columns: [
      { label: "Sensor", key: "name", editable: true, colwidth: 160 },
      { label: "City", key: "city", widget: "combobox", choices: cities, colwidth: 130 },
      { label: "Value", key: "value", type: "float", editable: true },
      { label: "Load", key: "load", widget: "progress" },
      { label: "On", key: "on", type: "boolean", widget: "checkbox", colwidth: 60 },
      { label: "", key: "act", widget: "button", text: "Reset", colwidth: 90 },
    ],
    sortable: true,
    showRowNumbers: true,
    selectionMode: "multiple",
    minSize: [null, 260],
  });
  view.setRows(
    Array.from({ length: 10_000 }, (_, i) => ({
      name: `Sensor ${i + 1}`,
      city: cities[i % cities.length] ?? null,
      value: Math.round(Math.sin(i / 7) * 1000) / 10,
      load: (i * 37) % 101,
      on: i % 3 === 0,
      act: "",
    })),
  );
  view.on("cell_edited", (path, key, before, after) =>
    log.note(view, "cell_edited", path, key, before, after),
  );
  view.on("sorted", (key, ascending) => log.note(view, "sorted", key, ascending));
  view.on("cell_action", (path, _values, key) => log.note(view, "cell_action", path, key));
  return section(W, "A table of 10,000 rows", [view]);
}

export function tree(W: Widgets, log: Log): Widget {
  const view = W.TreeView({
    columns: [
      { label: "Name", key: "name" },
      { label: "Kind", key: "kind", colwidth: 120 },
      { label: "Size", key: "size", type: "integer", colwidth: 90 },
    ],
    sortable: true,
    alternateRowColors: true,
    minSize: [null, 220],
  });
  const file = (kind: string, size: number) => ({ kind, size });
  view.setTree({
    browser: {
      widgets: { "button.ts": file("TypeScript", 3100), "button.css": file("CSS", 1900) },
      "main.ts": file("TypeScript", 900),
    },
    runtime: { session: { "outbox.ts": file("TypeScript", 14200), "state.ts": file("TypeScript", 6100) } },
    "README.md": file("Markdown", 2800),
  });
  view.on("activated", (_values, path) => log.note(view, "activated", path));
  view.on("expanded", (_values, path) => log.note(view, "expanded", path));
  view.on("collapsed", (_values, path) => log.note(view, "collapsed", path));
  return section(W, "A tree", [view]);
}

export function editor(W: Widgets, log: Log): Widget {
  const source = W.TextSource(
    "// Open this page in a second tab, and type in both.\nconst answer = 6 * 7;\n\nexport { answer };\n",
    {
      lineNumbers: true,
      minSize: [null, 180],
    },
  );
  source.createTag("keyword", { bold: true, foreground: "#7c3aed" });
  for (const word of ["const", "export"]) {
    for (const [start, end] of source.findAll(word)) source.applyTag("keyword", start, end);
  }
  source.on("changed", () => log.note(source, "changed", source.getLength()));
  return section(W, "An editor", [source]);
}

export function texts(W: Widgets, log: Log): Widget {
  const area = W.TextArea("Several lines of plain text.\nType here.", { wrap: true, minSize: [null, 80] });
  area.on("modified", (text) => log.note(area, "modified", text.length));
  const set = W.TextEntrySet("50 Ω", { label: "Apply" });
  set.on("activated", (text) => log.note(set, "activated", text));
  const html = W.HtmlView(
    "<h3>HTML of the program</h3><p>Shown, <em>not</em> trusted: no scripts, no handlers.</p>",
    {
      minSize: [null, 110],
    },
  );
  return section(W, "Texts", [area, set, html]);
}
