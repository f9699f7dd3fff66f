/**
 * The keys of the editor: those of the platform, undo and redo by the server, Tab for whoever wants to indent.
 * Tab moves the focus until its user switches with Ctrl+M (Shift+Alt+M on a Mac), and back again with the same keys.
 * Where Tab indents, Escape and then Tab leaves as well: the editor sees to that.
 */
import { insertNewline, insertTab, standardKeymap } from "@codemirror/commands";
import { type ChangeSpec, type Extension, Prec } from "@codemirror/state";
import { EditorView, type KeyBinding, keymap } from "@codemirror/view";
import { announce } from "../announce.js";
import { say } from "../strings.js";
import type { Ask } from "./shared-text.js";

/** Spaces at the start of a line that count as one step of indentation. */
const STEP = /^(\t| {1,4})/;

function selectedLines(view: EditorView) {
  const { doc, selection } = view.state;
  const { from, to } = selection.main;
  const first = doc.lineAt(from);
  const last = doc.lineAt(to);
  const lines = [];
  for (let number = first.number; number <= last.number; number++) {
    const line = doc.line(number);
    // A selection that ends at the start of a line does not mean that line.
    if (number === first.number || line.from < to) lines.push(line);
  }
  return lines;
}

function change(view: EditorView, changes: readonly ChangeSpec[], userEvent: string): boolean {
  if (view.state.readOnly) return false;
  if (changes.length > 0) view.dispatch(view.state.update({ changes, userEvent, scrollIntoView: true }));
  return true;
}

function indent(view: EditorView): boolean {
  if (view.state.readOnly) return false;
  if (view.state.selection.main.empty) return insertTab(view);
  const changes = selectedLines(view).map(({ from }) => ({ from, insert: "\t" }));
  return change(view, changes, "input.indent");
}

function outdent(view: EditorView): boolean {
  const changes = selectedLines(view).flatMap(({ from, text }) => {
    const found = STEP.exec(text);
    return found === null ? [] : [{ from, to: from + found[0].length }];
  });
  return change(view, changes, "delete.dedent");
}

export function keys(ask: (ask: Ask) => void): Extension {
  let tabMoves = true;
  const switchTab = (view: EditorView) => {
    tabMoves = !tabMoves;
    view.setTabFocusMode(tabMoves);
    announce(say(tabMoves ? "tabMovesFocus" : "tabIndents"));
    return true;
  };
  const undo = () => {
    ask("undo");
    return true;
  };
  const redo = () => {
    ask("redo");
    return true;
  };
  const own: readonly KeyBinding[] = [
    { key: "Enter", run: insertNewline, shift: insertNewline },
    { key: "Tab", run: indent, shift: outdent },
    { key: "Ctrl-m", mac: "Shift-Alt-m", run: switchTab },
    { key: "Mod-z", run: undo, preventDefault: true },
    { key: "Mod-Shift-z", run: redo, preventDefault: true },
    { key: "Mod-y", run: redo, preventDefault: true },
  ];
  const menus = EditorView.domEventHandlers({
    // Undo from a menu of the browser or by a gesture would change the page only.
    beforeinput(event) {
      if (event.inputType !== "historyUndo" && event.inputType !== "historyRedo") return false;
      ask(event.inputType === "historyUndo" ? "undo" : "redo");
      event.preventDefault();
      return true;
    },
  });
  return [Prec.high(keymap.of(own)), keymap.of(standardKeymap), menus];
}
