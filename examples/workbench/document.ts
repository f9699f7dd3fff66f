/**
 * A text that is edited: its editor, its name, and where it is kept.
 */
import type { TextSource, Widgets } from "pgwidgets-ts/sync";

export interface DocumentInit {
  readonly name: string;
  readonly text: string;
  /** Its path in the folder of the workbench; null for one that is nowhere yet, or on the user's own machine. */
  readonly path: string | null;
}

export class Document {
  readonly editor: TextSource;
  readonly name: string;
  readonly path: string | null;

  constructor(W: Widgets, { name, text, path }: DocumentInit) {
    this.name = name;
    this.path = path;
    this.editor = W.TextSource(text, { lineNumbers: true, fontSize: 13 });
  }

  /** Whether there is something in it that was not saved. */
  get isModified(): boolean {
    return this.editor.getModified();
  }

  /** Where its cursor is, as people count: from 1. */
  get place(): { readonly line: number; readonly column: number } {
    const [line, column] = this.editor.getTextCursor().getLineColumn();
    return { line: line + 1, column: column + 1 };
  }

  get lines(): number {
    return this.editor.getEndLineno() + 1;
  }
}
