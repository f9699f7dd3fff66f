/**
 * A page in memory and its user: it joins a session as a browser does, shows what it is told, and reports what
 * its user does.
 */
import type { AppSession } from "../server/app-session.js";
import { UsageError } from "../session/errors.js";
import { type GestureInput, perform } from "./gestures.js";
import type { CellEdit } from "./models/tree-user.js";
import type { PageWidget } from "./page-widget.js";
import { SeenPage } from "./seen-page.js";
import type { Shown } from "./shown.js";
import { sendFiles } from "./upload.js";

/** A widget: as the page shows it, or the program's own widget object. */
export type PageTarget = PageWidget | { readonly wid: number };

/** A file that a user drops. */
export interface FileToDrop {
  readonly name: string;
  readonly data: Uint8Array | string;
  /** MIME type. Default: application/octet-stream. */
  readonly type?: string;
}

export class TestPage<S extends AppSession = AppSession> extends SeenPage<S> {
  #transfers = 0;

  /** Opens a second page on the same session. */
  async join(): Promise<TestPage<S>> {
    const page = new TestPage<S>(...this.setup);
    await page.connect();
    return page;
  }

  /** Clicks a widget. */
  click(target: PageTarget): Promise<void> {
    return this.#do(target, "click");
  }

  /** Clicks a widget twice. */
  async dblclick(target: PageTarget): Promise<void> {
    await this.click(target);
    await this.click(target);
    await this.#do(target, "dblclick");
  }

  /** Types at the end of what is in a field. It is reported once, with the whole text. */
  type(target: PageTarget, text: string): Promise<void> {
    const { value } = this.widget(target);
    return this.#do(target, "type", { given: `${typeof value === "string" ? value : ""}${text}` });
  }

  /** Types in place of what is in a field. */
  fill(target: PageTarget, text: string | number): Promise<void> {
    return this.#do(target, "type", { given: String(text) });
  }

  /** Presses a key in a widget: `"Enter"`, `" "`, `"a"`, as KeyboardEvent.key names it. */
  press(target: PageTarget, key: string): Promise<void> {
    return this.#do(target, `press ${key}`, { given: key });
  }

  /**
   * Picks a value: an item of a list by its text or place, a number on a scale, a colour, a row or several by their
   * paths, a tab by its title, a button of a dialog by its text.
   */
  select(
    target: PageTarget,
    value: string | number | readonly string[] | readonly (readonly string[])[],
  ): Promise<void> {
    return this.#do(target, "select", { given: value, ...(typeof value === "string" && { child: value }) });
  }

  /** Activates a row, as a double click or Enter does. */
  activate(target: PageTarget, path: string | readonly string[]): Promise<void> {
    return this.#do(target, "activate", { given: path });
  }

  /** Edits a cell of a table or tree. */
  edit(target: PageTarget, edit: CellEdit): Promise<void> {
    return this.#do(target, "edit", { given: edit });
  }

  /** Turns a check box, a radio button, a toggle on or off; nothing happens when it is that already. */
  async check(target: PageTarget, on = true): Promise<void> {
    const { flags } = this.widget(target);
    if ((flags.has("checked") || flags.has("pressed")) !== on) await this.#do(target, "check", { given: on });
  }

  /** Unfolds a section, or a row by its path. */
  expand(target: PageTarget, path?: string | readonly string[]): Promise<void> {
    return this.#do(target, "expand", { given: path });
  }

  /** Folds a section, or a row by its path. */
  collapse(target: PageTarget, path?: string | readonly string[]): Promise<void> {
    return this.#do(target, "collapse", { given: path });
  }

  /** Asks to close a window or, with its title or its content, a tab or sub-window. */
  close(target: PageTarget, child?: string | PageTarget): Promise<void> {
    if (child === undefined) return this.#do(target, "close");
    const inner = typeof child === "string" ? child : this.shown(child.wid);
    return this.#do(target, "closeChild", { child: inner });
  }

  /** Drops files on a widget, or chooses them in a file dialog, and sends their contents. */
  async dropFiles(target: PageTarget, files: readonly FileToDrop[]): Promise<void> {
    const transfer = ++this.#transfers;
    const contents = files.map(({ data }) =>
      typeof data === "string" ? new TextEncoder().encode(data) : data,
    );
    const entries = files.map(({ name, type = "application/octet-stream" }, i) => ({
      name,
      size: contents[i]?.length ?? 0,
      type,
      encoding: "bytes",
    }));
    const { peer } = this.mirror;
    const shown = this.#usable(target);
    let wanted = false;
    perform(shown, "files", { files: entries, transfer }, (about, action, args) => {
      wanted = this.mirror.report(about, action, args);
    });
    if (wanted && peer !== null) sendFiles(peer, shown.wid, transfer, contents);
    await this.calm();
  }

  /**
   * Reports a callback as the page would, for what no gesture stands for: `page.fire(canvas, "pointer-move", event)`.
   * Nothing is sent when the program does not listen.
   * @param args - In the form in which they travel, with snake_case names
   */
  async fire(target: PageTarget, action: string, ...args: unknown[]): Promise<void> {
    const shown = this.#usable(target);
    if (!shown.cls.callbacks.has(action)) {
      const known = [...shown.cls.callbacks.keys()].join(", ");
      throw new UsageError(`${shown.cls.name} has no callback "${action}". It has ${known}.`);
    }
    this.mirror.report(shown, action, args);
    await this.calm();
  }

  async #do(target: PageTarget, gesture: string, input: GestureInput = {}): Promise<void> {
    perform(this.#usable(target), gesture, input, (about, action, args) =>
      this.mirror.report(about, action, args),
    );
    await this.calm();
  }

  #usable(target: PageTarget): Shown {
    if (!this.isConnected) throw new UsageError(`The page is not connected: ${this.whyNot()}`);
    return this.shown(target.wid);
  }
}
