/**
 * The part of TextSource that is loaded later: what the program says to an editor, and what the editor tells.
 * Made on `SyncedView`; what concerns positions is answered by the server and never comes here.
 */
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import { dropCursor, EditorView, highlightActiveLineGutter, highlightSpecialChars } from "@codemirror/view";
import type { TextSourceArgs, TextSourceEvents } from "../../generated/browser/contracts.js";
import type {
  Color,
  ScrollAlign,
  TextCaretStyle,
  TextGravity,
  TextIcon,
  TextTagAttrs,
  TextTagInterval,
  TextWrap,
  Url,
} from "../../generated/browser/types.js";
import { EDITOR_WORDS } from "../../runtime/protocol/words/editor.js";
import { setColorProperty } from "../css.js";
import type { Part, PartHost } from "../lazy.js";
import { addWords, say } from "../strings.js";
import { KeptByServer } from "./answers.js";
import { blockCaret } from "./block-caret.js";
import { iconGutter, numberGutter } from "./gutters.js";
import { keys } from "./keys.js";
import { PointerRest } from "./pointer-rest.js";
import { searchPanel } from "./search-panel.js";
import { type ServerLine, SharedText } from "./shared-text.js";
import { SyncedView } from "./synced-view.js";
import { TagLooks } from "./tag-looks.js";
import { theme } from "./theme.js";
import { ViewScroll } from "./view-scroll.js";

addWords(EDITOR_WORDS);

type Stretches = [number, number, string][];

/** Control characters that would be seen as nothing, or as something else. A carriage return stays unseen. */
const SPECIAL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what it looks for.
  /[\u0000-\u0008\u000a-\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028\u2029\u202d\u202e\u2066\u2067\u2069\ufeff\ufff9-\ufffc]/g;

export class TextSource extends KeptByServer implements Part<"TextSource"> {
  readonly #host: PartHost<TextSourceEvents>;
  readonly #shared: SharedText;
  readonly #synced: SyncedView;
  readonly #looks = new TagLooks();
  readonly #rest: PointerRest;
  readonly #scroll: ViewScroll;
  readonly #access = new Compartment();
  readonly #wrap = new Compartment();
  readonly #numbers = new Compartment();
  readonly #icons = new Compartment();
  readonly #caret = new Compartment();
  readonly #name = new Compartment();
  #editable: boolean;
  #caretStyle: [TextCaretStyle, Color | null] = ["line", null];
  #hidden = true;

  constructor(host: PartHost<TextSourceEvents>, args: TextSourceArgs) {
    super();
    this.#host = host;
    this.#editable = args.editable;
    this.#shared = new SharedText(lineOf(host));
    this.#synced = new SyncedView({
      connection: host.services.connection,
      parent: host.element,
      text: args.text ?? "",
      extensions: [
        this.#icons.of(this.#iconExtension(args.icon_gutter)),
        this.#numbers.of(this.#numberExtension(args.line_numbers)),
        this.#access.of(this.#accessExtension()),
        this.#wrap.of(wrapExtension(args.wrap)),
        this.#caret.of([]),
        this.#name.of(nameExtension("")),
        this.#looks.extension((from, to) => this.#shared.marks.tagsIn(from, to, this.#shared.own)),
        keys((ask) => this.#synced.ask(ask)),
        searchPanel(),
        dropCursor(),
        highlightSpecialChars({ specialChars: SPECIAL }),
        // What is pasted has the line ends of the system that it was copied on.
        EditorView.clipboardInputFilter.of((text) => text.replace(/\r\n?/g, "\n")),
        theme,
      ],
      shared: this.#shared,
      requestRender: () => host.requestRender(),
    });
    const { view } = this.#synced;
    view.setTabFocusMode(true);
    this.#rest = new PointerRest(view, ({ line, col, text, x, y }) =>
      host.emit("tooltip", line, col, text, x, y),
    );
    this.#scroll = new ViewScroll(view, (h, v) => host.emit("scrolled", h, v));
    this.setFont(args.font_family, args.font_size);
    host.watchSize();
  }

  // ---- Hooks

  render(): void {
    this.#scroll.settle();
    this.#synced.render();
  }

  focusTarget(): HTMLElement | null {
    return this.#host.isEnabled ? this.#synced.view.contentDOM : null;
  }

  enabledChanged(on: boolean): void {
    if (!on) this.#rest.hide();
    this.#refreshAccess();
  }

  sized(width: number, height: number): void {
    const wasHidden = this.#hidden;
    this.#hidden = width === 0 && height === 0;
    if (this.#hidden) {
      this.#rest.hide();
      return;
    }
    this.#scroll.sized(wasHidden);
    this.#host.requestRender();
  }

  disposed(): void {
    this.#rest.hide();
    this.#synced.dispose();
  }

  /** A tooltip of the widget is all that a program says of its editor, so it is its name as well. */
  setTooltip(msg: string | null): void {
    this.#synced.say({ effects: this.#name.reconfigure(nameExtension(msg ?? "")) });
  }

  // ---- Settings

  setFont(family: string | null = null, size: number | null = null): void {
    const { style } = this.#host.element;
    if (family !== null) {
      // What is no family does not leave the one before.
      style.fontFamily = "";
      style.fontFamily = family === "monospace" ? "var(--pgw-font-mono)" : family;
    }
    if (size !== null) style.fontSize = `${size}px`;
    this.#synced.view.requestMeasure();
  }

  setEditable(tf: boolean): void {
    this.#editable = tf;
    this.#refreshAccess();
  }

  setWrap(mode: TextWrap | boolean): void {
    this.#synced.say({ effects: this.#wrap.reconfigure(wrapExtension(mode)) });
  }

  setLineNumbers(tf: boolean): void {
    this.#synced.say({ effects: this.#numbers.reconfigure(this.#numberExtension(tf)) });
  }

  setIconGutter(tf: boolean): void {
    this.#synced.say({ effects: this.#icons.reconfigure(this.#iconExtension(tf)) });
  }

  setCursorStyle(style: TextCaretStyle = "line", color: Color | null = null): void {
    this.#caretStyle = [style, color];
    setColorProperty(this.#host.element, "--pgw-source-caret", color);
    this.#synced.say({ effects: this.#caret.reconfigure(style === "block" ? blockCaret : []) });
  }

  getCursorStyle(): [TextCaretStyle, Color | null] {
    return [...this.#caretStyle];
  }

  setTooltipsEnabled(tf: boolean): void {
    this.#rest.enable(tf);
  }

  showTooltip(text: string | null, x: number, y: number): void {
    if (text === null || text === "") this.#rest.hide();
    else this.#rest.show(text, x, y);
  }

  _showTooltip(text: string | null, x: number, y: number): void {
    this.showTooltip(text, x, y);
  }

  // ---- Text

  setText(text: string | null): void {
    this.#scroll.hold();
    this.#synced.load(text ?? "");
  }

  clear(): void {
    this.setText("");
  }

  getText(): string {
    return this.#synced.state.sliceDoc();
  }

  getLength(): number {
    return this.#synced.state.doc.length;
  }

  getEndLineno(): number {
    return this.#synced.state.doc.lines - 1;
  }

  hasSelection(): boolean {
    return !this.#synced.state.selection.main.empty;
  }

  _editText(
    version: number,
    changes: Stretches,
    { editor = "", tags = [] }: { editor?: string | undefined; tags?: string[] | undefined } = {},
  ): void {
    this.#synced.bring(this.#shared.took(version, changes, editor, tags));
  }

  _replaceRange(
    start: number,
    end: number,
    newText: string,
    { tags }: { tags?: string[] | null | undefined } = {},
  ): void {
    this.#synced.bring(this.#shared.replaced([[start, end, newText]], tags ?? []));
  }

  /** For the mouse cursor the base has done it; older servers give the place of the text cursor. */
  setCursor(place: string | number | null): void {
    if (typeof place === "number") this._setCursorOffset(place);
  }

  _setCursorOffset(offset: number, idle = false, step = false): void {
    this.#synced.setCaret(offset, offset, idle, step);
  }

  _setSelectionOffsets(start: number, end: number, idle = false, step = false): void {
    this.#synced.setCaret(start, end, idle, step);
  }

  // ---- Tags

  createTag(name: string, attrs: TextTagAttrs = {}): void {
    this.#looks.define(name, attrs);
    this.#synced.remark();
  }

  removeTagDef(name: string): void {
    this.#looks.forget(name);
    this.#shared.marks.forgetTag(name);
    this.#synced.remark();
  }

  hasTag(name: string): boolean {
    return this.#shared.marks.hasTag(name);
  }

  _restoreTagIntervals(intervals: TextTagInterval[], version = 0): void {
    this.#shared.marks.setTags(intervals);
    this.#shared.began(version);
    this.#synced.remark();
    this.#synced.pumpSoon();
  }

  _addTagIntervals(intervals: TextTagInterval[]): void {
    this.#shared.marks.addTags(intervals);
    this.#synced.remark();
  }

  _cutTagIntervals(name: string, start: number, end: number): void {
    this.#shared.marks.cutTag(name, start, end);
    this.#synced.remark();
  }

  // ---- Icons

  clearIcons(): void {
    this._setIcons([]);
  }

  _setIcons(icons: TextIcon[]): void {
    this.#shared.marks.setIcons(icons);
    this.#synced.remark();
  }

  _putIcon(id: number, offset: number, gravity: TextGravity, url: Url): void {
    this.#shared.marks.putIcon({ id, offset, gravity, url });
    this.#synced.remark();
  }

  _moveIcon(id: number, offset: number): void {
    this.#shared.marks.moveIcon(id, offset);
    this.#synced.remark();
  }

  _dropIcon(id: number): void {
    this.#shared.marks.dropIcon(id);
    this.#synced.remark();
  }

  // ---- Scrolling

  setScrollPosition(hPct: number, vPct: number): void {
    this.#synced.scrollTo(null);
    this.#scroll.set(hPct, vPct);
  }

  getScrollPosition(): [number, number] {
    return this.#scroll.position;
  }

  scrollToLineno(lineno: number, align: ScrollAlign = "nearest"): void {
    const { doc } = this.#synced.state;
    this.#scrollTo(doc.line(Math.min(Math.max(1, lineno + 1), doc.lines)).from, align);
  }

  scrollToEnd(): void {
    this.#scrollTo(this.#synced.state.doc.length, "nearest");
  }

  scrollToCursor(): void {
    this.#scrollTo(this.#synced.state.selection.main.head, "nearest");
  }

  _scrollToOffset(offset: number, align: ScrollAlign = "nearest"): void {
    this.#scrollTo(this.#shared.toPage(offset), align);
  }

  #scrollTo(offset: number, align: ScrollAlign): void {
    this.#scroll.forget();
    this.#synced.scrollTo(offset, align);
  }

  // ---- Parts of the editor

  #refreshAccess(): void {
    this.#synced.say({ effects: this.#access.reconfigure(this.#accessExtension()) });
  }

  #accessExtension(): Extension {
    if (!this.#host.isEnabled) {
      return [
        EditorState.readOnly.of(true),
        EditorView.editable.of(false),
        EditorView.contentAttributes.of({ "aria-disabled": "true" }),
      ];
    }
    // Still focusable, so that it can be read, selected and copied by keys; no keyboard comes up on a touch screen.
    // Tools that look for what can be reached go by the attribute, and so may assistive technology.
    const reached = EditorView.contentAttributes.of({ tabindex: "0" });
    return this.#editable
      ? reached
      : [reached, EditorState.readOnly.of(true), EditorView.contentAttributes.of({ inputmode: "none" })];
  }

  #numberExtension(shown: boolean): Extension {
    if (!shown) return [];
    return [numberGutter((line) => this.#host.emit("line_clicked", line)), highlightActiveLineGutter()];
  }

  #iconExtension(shown: boolean): Extension {
    if (!shown) return [];
    return iconGutter(
      (from, to) => this.#shared.marks.iconsIn(from, to, this.#shared.own),
      (line, id) => this.#host.emit("gutter-clicked", line, id),
    );
  }
}

function lineOf(host: PartHost<TextSourceEvents>): ServerLine {
  const { outbox } = host.services;
  return {
    get isClosed() {
      return outbox.rebuilding || !outbox.isOpen;
    },
    edited(version, edits, editor, rejoined) {
      const told = edits.map(({ changes, anchor, focus }) => ({
        changes: changes.map(([start, end, text]): [number, number, string] => [start, end, text]),
        anchor,
        focus,
      }));
      return host.emit("text-edited", version, told, editor, ...(rejoined ? [true] : []));
    },
    caretMoved: (version, { anchor, focus }) => host.emit("caret-moved", version, anchor, focus),
    asked: (ask) => host.emit(`${ask}-asked`),
  };
}

/** true is word wrapping, as is what older servers may send besides the known words; false is none. */
function wrapExtension(mode: TextWrap | boolean): Extension {
  if (mode === "none" || mode === false) return [];
  if (mode !== "hard") return EditorView.lineWrapping;
  return [EditorView.lineWrapping, EditorView.editorAttributes.of({ class: "pgw-source-hard" })];
}

function nameExtension(tooltip: string): Extension {
  return EditorView.contentAttributes.of({ "aria-label": tooltip === "" ? say("textEditor") : tooltip });
}
