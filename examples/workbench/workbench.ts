/**
 * The workbench: documents under tabs, menus, tool bar, find bar and status, and the files of a folder if it has one.
 */
import type { Session } from "pgwidgets-ts/sync";
import { panesOrTabs } from "../shared/panes-or-tabs.js";
import { Commands } from "./commands.js";
import { askForText, attempt } from "./dialogs.js";
import type { Document } from "./document.js";
import { FileTree } from "./file-tree.js";
import { FindBar } from "./find-bar.js";
import type { Folder } from "./folder.js";
import { DocumentTabs } from "./tabs.js";

/** Page width in CSS pixels below which the files are under a tab of their own. */
const NARROW = 700;
/** Seconds for which the status says what was done. */
const NOTICE = 3;

/** @param folder - What to open from and save to; null for the user's own machine, by upload and download */
export function build(session: Session, folder: Folder | null = null): DocumentTabs {
  const W = session.getWidgets();
  const page = W.Page();
  const status = W.StatusBar();
  const tree = folder === null ? null : new FileTree(W, folder);

  const save = (document: Document, saved?: (now: Document) => unknown): unknown => {
    if (folder === null) download(document);
    else if (document.path === null) return saveAs(document, saved);
    else return write(document, document.path, saved);
    return saved?.(document);
  };
  const tabs = new DocumentTabs(session, { save, changed: () => refresh() });
  const find = new FindBar(
    session,
    page,
    () => tabs.active?.editor ?? null,
    () => refresh(),
  );
  const uploads = W.FileDialog({ mode: "files", accept: "text/*,.md,.json,.ts,.py,.csv" });
  const downloads = W.FileDialog({ mode: "save" });

  const notice = session.makeTimer(NOTICE);
  notice.on("expired", () => refresh());
  const say = (text: string) => {
    status.setText(text);
    notice.start();
  };

  const download = (document: Document) => {
    downloads.save(document.name, Buffer.from(document.editor.getText()), "text/plain");
    tabs.saved(document);
  };
  const write = (document: Document, path: string, saved?: (now: Document) => unknown) =>
    attempt(session, "It cannot be saved", async () => {
      await folder?.write(path, document.editor.getText());
      tabs.saved(document);
      say(`Saved ${path}.`);
      await tree?.refresh();
      await saved?.(document);
    });
  const saveAs = (document: Document, saved?: (now: Document) => unknown) => {
    const question = {
      title: "Save as",
      label: "Name",
      text: document.path ?? document.name,
      button: "Save",
    };
    askForText(W, question, (path) =>
      attempt(session, "It cannot be saved", async () => {
        await folder?.write(path, document.editor.getText());
        const name = path.split("/").at(-1) ?? path;
        const renamed = tabs.rename(document, name, folder === null ? null : path);
        if (folder === null) download(renamed);
        say(`Saved ${path}.`);
        await tree?.refresh();
        await saved?.(renamed);
      }),
    );
  };
  const open = (path: string) =>
    attempt(session, "It cannot be opened", async () => {
      const text = await folder?.read(path);
      tabs.open({ name: path.split("/").at(-1) ?? path, text: text ?? "", path });
      panes.show(tabs.widget);
    });
  const goToLine = () => {
    const { active } = tabs;
    if (active === null) return;
    const question = { title: "Go to line", label: `1 to ${active.lines}`, text: "", button: "Go" };
    askForText(W, question, (text) => {
      const line = Math.min(active.lines, Math.max(1, Math.round(Number(text)) || active.place.line));
      active.editor.setTextCursor(active.editor.getRefLineStart(line - 1));
      active.editor.scrollToLineno(line - 1, "center");
      active.editor.setFocus();
      refresh();
    });
  };

  const hasDocument = () => tabs.active !== null;
  const on = (task: (document: Document) => unknown) => () =>
    tabs.active === null ? undefined : task(tabs.active);
  const commands = new Commands(W, {
    new: { text: "New", run: () => tabs.create() },
    open: { text: "Open from this computer…", run: () => uploads.open() },
    save: { text: "Save", run: on((document) => save(document)), possible: hasDocument },
    saveAs: { text: "Save as…", run: on((document) => saveAs(document)), possible: hasDocument },
    download: { text: "Download", run: on(download), possible: hasDocument },
    close: { text: "Close", run: on((document) => tabs.close(document)), possible: hasDocument },
    closeAll: { text: "Close all", run: () => tabs.closeAll(), possible: hasDocument },
    undo: {
      text: "Undo",
      run: on(({ editor }) => editor.undo()),
      possible: () => tabs.active?.editor.canUndo() ?? false,
    },
    redo: {
      text: "Redo",
      run: on(({ editor }) => editor.redo()),
      possible: () => tabs.active?.editor.canRedo() ?? false,
    },
    find: { text: "Find and replace…", run: () => find.show(), possible: hasDocument },
    goTo: { text: "Go to line…", run: goToLine, possible: hasDocument },
    wrap: { text: "Wrap lines", run: on(({ editor }) => editor.setWrap("word")), possible: hasDocument },
    unwrap: { text: "Do not wrap", run: on(({ editor }) => editor.setWrap("none")), possible: hasDocument },
  });
  const menus = commands.menuBar({
    File: ["new", "open", null, "save", "saveAs", "download", null, "close", "closeAll"],
    Edit: ["undo", "redo", null, "find", "goTo"],
    View: ["wrap", "unwrap"],
  });
  const tools = commands.toolBar(["new", "save", null, "undo", "redo", null, "find"]);
  const refresh = () => {
    commands.refresh();
    status.setText(describe(tabs.active));
  };

  uploads.on("activated", ({ files }) => {
    for (const { name, data } of files) {
      const text = data instanceof Uint8Array ? new TextDecoder().decode(data) : "";
      tabs.open({ name, text, path: null });
    }
  });
  tree?.on("open", open);

  const panes = panesOrTabs(W, page, NARROW, [
    ...(tree === null ? [] : [{ title: "Files", widget: tree.widget, width: 220 }]),
    { title: "Documents", widget: tabs.widget, width: 900 },
  ]);
  const column = W.VBox();
  for (const each of [menus, tools, find.widget]) column.addWidget(each, 0);
  column.addWidget(panes.widget, 1);
  column.addWidget(status, 0);
  page.setWidget(column);
  page.show();

  if (tree === null) tabs.create();
  else void attempt(session, "The folder cannot be read", () => tree.refresh());
  refresh();
  return tabs;
}

function describe(document: Document | null): string {
  if (document === null) return "No document is open.";
  const { line, column } = document.place;
  const state = document.isModified ? " · Modified" : "";
  return `${document.path ?? document.name} · Line ${line}, column ${column} of ${document.lines} lines${state}`;
}
