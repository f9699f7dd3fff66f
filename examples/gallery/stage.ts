/**
 * Where samples are shown: in plain pages, one at a time or all of a category, or each in a window of a workspace.
 */
import type { MDIWidget, ScrollArea, VBox, Widget, Widgets } from "pgwidgets-ts/sync";
import type { Exhibit } from "./exhibit.js";
import { hint } from "./parts.js";

export type View = "pages" | "windows";

/** What the user does on the stage. */
export interface StageEvents {
  /** Wants to see the options of a sample. */
  chosen(exhibit: Exhibit): void;
  /** Closed the window of a sample. */
  closed(exhibit: Exhibit): void;
}

/** Width of the words beside a sample, in CSS pixels. */
const WORDS = 210;

export class Stage {
  readonly widget: VBox;
  readonly #W: Widgets;
  readonly #events: StageEvents;
  readonly #scroll: ScrollArea;
  readonly #workspace: VBox;
  readonly #desktop: MDIWidget;
  readonly #windows = new Map<Widget, Exhibit>();
  #page: VBox | null = null;
  #shown: readonly Exhibit[] = [];
  #view: View = "pages";
  #isNarrow = false;

  constructor(W: Widgets, events: StageEvents) {
    this.#W = W;
    this.#events = events;
    this.#scroll = W.ScrollArea({ thickness: 11 });
    this.#desktop = W.MDIWidget();
    this.#desktop.on("page-switch", (child) => {
      const exhibit = this.#windows.get(child);
      if (exhibit !== undefined) events.chosen(exhibit);
    });
    this.#desktop.on("page-close", (child) => {
      const exhibit = this.#windows.get(child);
      if (exhibit === undefined) return;
      this.#windows.delete(child);
      this.#release(exhibit, child);
      events.closed(exhibit);
    });
    this.#workspace = W.VBox();
    this.#workspace.addWidget(this.#arranging(), 0);
    this.#workspace.addWidget(this.#desktop, 1);
    this.widget = W.VBox();
    this.widget.addWidget(this.#scroll, 1);
  }

  get view(): View {
    return this.#view;
  }

  /** Shows samples: in pages these alone, in windows these in front. */
  show(exhibits: readonly Exhibit[]): void {
    if (this.#view === "pages") this.#showPage(exhibits);
    else this.#openWindows(exhibits);
  }

  /** Moves what is shown into pages or into windows. */
  setView(view: View, exhibits: readonly Exhibit[]): void {
    if (view === this.#view) return;
    this.#view = view;
    if (view === "windows") {
      this.#clearPage();
      this.widget.remove(this.#scroll);
      this.widget.addWidget(this.#workspace, 1);
    } else {
      for (const [child, exhibit] of this.#windows) this.#release(exhibit, child);
      this.#windows.clear();
      this.widget.remove(this.#workspace);
      this.widget.addWidget(this.#scroll, 1);
    }
    this.show(exhibits);
  }

  /** In a narrow page words stand over their sample, not beside it. */
  setNarrow(isNarrow: boolean): void {
    if (isNarrow === this.#isNarrow) return;
    this.#isNarrow = isNarrow;
    if (this.#view === "pages") this.#showPage(this.#shown);
  }

  // ---- Pages

  #showPage(exhibits: readonly Exhibit[]): void {
    this.#clearPage();
    this.#shown = exhibits;
    const [single, ...more] = exhibits;
    const column = this.#W.VBox({ spacing: 16, padding: this.#isNarrow ? 12 : [24, 18, 24, 24] });
    if (single !== undefined && more.length === 0) this.#fillSingle(column, single);
    else for (const [i, exhibit] of exhibits.entries()) this.#addRow(column, exhibit, i > 0);
    this.#page = column;
    this.#scroll.setWidget(column);
    this.#scroll.setScrollPosition(0, 0);
  }

  #fillSingle(column: VBox, exhibit: Exhibit): void {
    const { name, description } = exhibit.entry;
    column.addWidget(this.#W.Label(name, { font: [null, 15, "bold"] }), 0);
    column.addWidget(hint(this.#W, description), 0);
    column.addWidget(this.#W.Separator(), 0);
    exhibit.putInto(column);
  }

  #addRow(column: VBox, exhibit: Exhibit, isDivided: boolean): void {
    const W = this.#W;
    if (isDivided) column.addWidget(W.Separator(), 0);
    const { name, description } = exhibit.entry;
    const words = W.VBox({ spacing: 6 });
    words.addWidget(W.Label(name, { font: [null, 10.5, "bold"] }), 0);
    words.addWidget(hint(W, firstSentence(description)), 0);
    const options = W.Button("Options", { tooltip: `Options of ${name}` });
    options.on("activated", () => this.#events.chosen(exhibit));
    const line = W.HBox();
    line.addWidget(options, 0);
    words.addWidget(line, 0);
    if (this.#isNarrow) {
      column.addWidget(words, 0);
      exhibit.putInto(column);
      return;
    }
    words.resize(WORDS, null);
    const row = W.HBox({ spacing: 24 });
    row.addWidget(words, 0);
    exhibit.putInto(row, 1);
    column.addWidget(row, 0);
  }

  /** Samples outlive the page that they stand on. */
  #clearPage(): void {
    for (const exhibit of this.#shown) exhibit.takeOut();
    this.#shown = [];
    this.#page?.destroy();
    this.#page = null;
  }

  // ---- Windows

  #openWindows(exhibits: readonly Exhibit[]): void {
    for (const exhibit of exhibits) {
      const open = [...this.#windows].find(([, each]) => each === exhibit)?.[0];
      if (open === undefined) this.#open(exhibit);
      else this.#desktop.getSubwin(open)?.raise();
    }
    if (exhibits.length > 1) this.#desktop.tileWindows();
  }

  #open(exhibit: Exhibit): void {
    const inside = this.#W.VBox({ padding: 12 });
    exhibit.putInto(inside);
    const child = this.#W.ScrollArea({ thickness: 11 });
    child.setWidget(inside);
    const place = this.#windows.size % 8;
    this.#windows.set(child, exhibit);
    this.#desktop.addWidget(child, {
      title: exhibit.entry.name,
      x: 16 + 28 * place,
      y: 12 + 28 * place,
      width: 360,
      height: 260,
    });
  }

  #release(exhibit: Exhibit, child: Widget): void {
    exhibit.takeOut();
    child.destroy();
  }

  #arranging(): Widget {
    const bar = this.#W.ToolBar();
    bar.addAction("Tile").on("activated", () => this.#desktop.tileWindows());
    bar.addAction("Cascade").on("activated", () => this.#desktop.cascadeWindows());
    bar.addSpacer();
    bar.addAction("Close all").on("activated", () => {
      for (const [child, exhibit] of this.#windows) {
        this.#release(exhibit, child);
        this.#events.closed(exhibit);
      }
      this.#windows.clear();
    });
    return bar;
  }
}

const firstSentence = (text: string): string => /^.*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
