/**
 * The bar for finding and replacing in the document at the front.
 */
import type {
  HBox,
  Label,
  Session,
  TextBufferRef,
  TextEntry,
  TextSource,
  VBox,
  Widget,
} from "pgwidgets-ts/sync";
import { sideBySide } from "../shared/side-by-side.js";

/** Page width in CSS pixels below which the two lines stand below each other. */
const NARROW = 760;

export class FindBar {
  readonly widget: VBox;
  readonly #editor: () => TextSource | null;
  readonly #query: TextEntry;
  readonly #replacement: TextEntry;
  readonly #result: Label;
  readonly #ignoreCase: () => boolean;
  readonly #moved: () => void;

  /**
   * @param editor - The editor to search in
   * @param moved - Told when the cursor of the editor has been moved
   */
  constructor(session: Session, page: Widget, editor: () => TextSource | null, moved: () => void) {
    const W = session.getWidgets();
    this.#editor = editor;
    this.#moved = moved;
    this.#query = W.TextEntry("", { tooltip: "Find" });
    this.#replacement = W.TextEntry("", { tooltip: "Replace with" });
    this.#result = W.Label("", { minSize: [84, null] });
    const ignoreCase = W.CheckBox("Ignore case", { state: true });
    this.#ignoreCase = () => ignoreCase.getState();

    const button = (text: string, action: () => void) => {
      const made = W.Button(text);
      made.on("activated", action);
      return made;
    };
    const line = (name: string, field: Widget, ...rest: readonly Widget[]): HBox => {
      const box = W.HBox({ spacing: 6, align: "center" });
      box.addWidget(W.Label(name), 0);
      box.addWidget(field, 1);
      for (const each of rest) box.addWidget(each, 0);
      return box;
    };
    const finding = line(
      "Find",
      this.#query,
      button("Previous", () => this.find("back")),
      button("Next", () => this.find("on")),
      ignoreCase,
      this.#result,
    );
    const replacing = line(
      "Replace with",
      this.#replacement,
      button("Replace", () => this.#replace()),
      button("Replace all", () => this.#replaceAll()),
      button("Close", () => this.#close()),
    );
    this.widget = sideBySide(W, page, NARROW, [
      [finding, 1, 0],
      [replacing, 1, 0],
    ]);
    this.widget.setPadding([8, 6, 8, 6]);
    this.widget.hide();
    this.#query.on("activated", () => this.find("on"));
    this.#query.on("modified", () => this.#count());
    ignoreCase.on("activated", () => this.#count());
  }

  /** Shows the bar, with what is selected as what to look for. */
  show(): void {
    const editor = this.#editor();
    const selected = editor?.getSelectionRange() ?? null;
    if (editor !== null && selected !== null) {
      const text = editor.getTextRange(...selected);
      if (!text.includes("\n")) this.#query.setText(text);
    }
    this.widget.show();
    this.#query.setFocus();
    this.#count();
  }

  /** Selects the next match behind the cursor, or the one in front of it; from the other end when there is none. */
  find(direction: "on" | "back"): void {
    const editor = this.#editor();
    if (editor === null) return;
    const matches = this.#matches(editor);
    const [from, to] = this.#selection(editor);
    const index =
      direction === "on"
        ? matches.findIndex(([start]) => start.getOffset() >= to)
        : matches.findLastIndex(([, end]) => end.getOffset() <= from);
    const chosen = index >= 0 ? index : direction === "on" ? 0 : matches.length - 1;
    const match = matches[chosen];
    if (match === undefined) {
      this.#count();
      return;
    }
    editor.setSelectionRange(...match);
    editor.scrollToCursor();
    mark(editor, matches, match);
    this.#moved();
    this.#result.setText(`${chosen + 1} of ${matches.length}`);
  }

  /** Replaces the match that is selected, and goes to the next one. */
  #replace(): void {
    const editor = this.#editor();
    if (editor === null) return;
    const [from, to] = this.#selection(editor);
    const match = this.#matches(editor).find(
      ([start, end]) => start.getOffset() === from && end.getOffset() === to,
    );
    if (match !== undefined) {
      editor.replace(this.#query.getText(), this.#replacement.getText(), {
        start: match[0],
        caseInsensitive: this.#ignoreCase(),
      });
    }
    this.find("on");
  }

  #replaceAll(): void {
    const count = this.#editor()?.replace(this.#query.getText(), this.#replacement.getText(), {
      all: true,
      caseInsensitive: this.#ignoreCase(),
    });
    this.#count();
    this.#result.setText(`${count ?? 0} replaced`);
    this.#moved();
  }

  #matches(editor: TextSource): [TextBufferRef, TextBufferRef][] {
    return editor.findAll(this.#query.getText(), { caseInsensitive: this.#ignoreCase() });
  }

  #selection(editor: TextSource): readonly [from: number, to: number] {
    const [start, end] = editor.getSelectionRange() ?? [editor.getTextCursor(), editor.getTextCursor()];
    return [start.getOffset(), end.getOffset()];
  }

  #close(): void {
    const editor = this.#editor();
    if (editor !== null) mark(editor, [], null);
    this.widget.hide();
    editor?.setFocus();
  }

  #count(): void {
    const editor = this.#editor();
    const matches = editor === null ? [] : this.#matches(editor);
    if (editor !== null) mark(editor, matches, null);
    const count = matches.length;
    const nothing = this.#query.getText() === "";
    this.#result.setText(nothing ? "" : count === 0 ? "No match" : `${count} found`);
  }
}

/** Grounds under the matches, and under the one at the cursor: a selection is seen only where the focus is. */
const MATCH = "rgb(250 204 21 / 35%)";
const CURRENT = "rgb(249 115 22 / 55%)";
/** Matches that are marked; more would help nobody. */
const MOST_MARKED = 2000;

type Match = readonly [start: TextBufferRef, end: TextBufferRef];

/** Marks these matches in the text, and no others. */
function mark(editor: TextSource, matches: readonly Match[], current: Match | null): void {
  for (const tag of ["match", "current"]) editor.removeTagDef(tag);
  editor.createTag("match", { background: MATCH });
  editor.createTag("current", { background: CURRENT });
  for (const match of matches.slice(0, MOST_MARKED)) editor.applyTag("match", ...match);
  if (current !== null) editor.applyTag("current", ...current);
}
