/**
 * The documents under their tabs: which are open, which is at the front, which have changes.
 */
import type { Session, TabWidget, Widget } from "pgwidgets-ts/sync";
import { askAboutChanges } from "./dialogs.js";
import { Document, type DocumentInit } from "./document.js";

/** Ground of the tab of a document with changes; dark text and light text can both be read on it. */
const CHANGED = "rgb(214 158 46 / 35%)";

export interface TabsInit {
  /** Saves a document; gives what stands in its place now, null when it was not saved. */
  readonly save: (document: Document, saved: (now: Document) => unknown) => unknown;
  /** Something that the menus or the status show has changed. */
  readonly changed: () => void;
}

export class DocumentTabs {
  readonly widget: TabWidget;
  readonly #session: Session;
  readonly #init: TabsInit;
  readonly #documents = new Map<Widget, Document>();
  /** The order of the tabs, to put a page back to its place. */
  #order: readonly Widget[] = [];
  #untitled = 0;

  constructor(session: Session, init: TabsInit) {
    this.#session = session;
    this.#init = init;
    this.widget = session.getWidgets().TabWidget({ closable: true, reorderable: true });
    this.widget.on("page-switch", () => init.changed());
    this.widget.on("page-moved", () => this.#ordered());
    this.widget.on("page-close", (page) => this.#closedByUser(page));
  }

  /** The document at the front; null when none is open. */
  get active(): Document | null {
    const page = this.widget.indexToWidget(this.widget.getIndex());
    return (page !== null && this.#documents.get(page)) || null;
  }

  get all(): readonly Document[] {
    return this.#order.flatMap((page) => this.#documents.get(page) ?? []);
  }

  /** Opens a new, empty document. */
  create(): Document {
    this.#untitled++;
    return this.open({ name: `Untitled ${this.#untitled}`, text: "", path: null });
  }

  /** Opens a text, or brings the one of this path to the front. */
  open(init: DocumentInit): Document {
    const known = this.all.find(({ path }) => path !== null && path === init.path);
    const document = known ?? this.#add(init);
    this.widget.showWidget(document.editor);
    document.editor.setFocus();
    this.#init.changed();
    return document;
  }

  /** Puts a document under another name and path. Its tab is made anew, at the same place. */
  rename(document: Document, name: string, path: string | null): Document {
    const place = this.#order.indexOf(document.editor);
    const { line, column } = document.place;
    const renamed = this.#add({ name, path, text: document.editor.getText() });
    this.#remove(document);
    this.#moveTo(renamed, place);
    const cursor = renamed.editor.getRefLineStart(line - 1);
    cursor.setOffset(cursor.getOffset() + column - 1);
    renamed.editor.setTextCursor(cursor);
    this.widget.showWidget(renamed.editor);
    this.#init.changed();
    return renamed;
  }

  /** What is in the document has been saved. */
  saved(document: Document): void {
    document.editor.markClean();
    this.#mark(document);
    this.#init.changed();
  }

  /** Closes a document; asks before when it has changes. `closed` is called when it has gone. */
  close(document: Document, closed: () => unknown = () => undefined): void {
    const go = (last: Document) => {
      this.#remove(last);
      this.#init.changed();
      return closed();
    };
    if (!document.isModified) {
      go(document);
      return;
    }
    this.widget.showWidget(document.editor);
    askAboutChanges(this.#session.getWidgets(), document.name, (answer) => {
      if (answer === "discard") return go(document);
      if (answer === "save") return this.#init.save(document, go);
      return undefined;
    });
  }

  /** Closes all, one after another, as long as the user agrees. */
  closeAll(): void {
    const [first] = this.all;
    if (first !== undefined) this.close(first, () => this.closeAll());
  }

  #add(init: DocumentInit): Document {
    const document = new Document(this.#session.getWidgets(), init);
    const { editor } = document;
    this.#documents.set(editor, document);
    this.widget.addWidget(editor, { title: init.name });
    this.#ordered();
    editor.on("changed", () => {
      this.#mark(document);
      this.#init.changed();
    });
    editor.on("cursor_moved", () => this.#init.changed());
    return document;
  }

  #remove(document: Document): void {
    this.#documents.delete(document.editor);
    if (this.widget.indexOf(document.editor) >= 0) this.widget.closeWidget(document.editor);
    document.editor.destroy();
    this.#ordered();
  }

  /** The page has left already: one with changes comes back to its place until its user has decided. */
  #closedByUser(page: Widget): void {
    const document = this.#documents.get(page);
    if (document === undefined) return;
    if (document.isModified) {
      const place = this.#order.indexOf(page);
      this.widget.addWidget(page, { title: document.name });
      this.#moveTo(document, place);
      this.#mark(document);
    }
    this.close(document);
  }

  #moveTo(document: Document, place: number): void {
    if (place >= 0) this.widget.moveWidget(document.editor, place);
    this.#ordered();
  }

  #ordered(): void {
    this.#order = this.widget.getChildren();
  }

  #mark(document: Document): void {
    this.widget.highlightTab(document.editor, document.isModified ? CHANGED : null);
  }
}
