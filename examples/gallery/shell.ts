/**
 * The parts of the gallery in the room that there is: side by side, or in a narrow page behind tabs.
 */
import type { Container, Page, Splitter, TabWidget, VBox, Widget, Widgets } from "pgwidgets-ts/sync";

export interface Parts {
  readonly header: Widget;
  readonly navigator: Widget;
  readonly stage: Widget;
  readonly options: Widget;
  readonly source: Widget;
  readonly log: Widget;
}

/** A page that is narrower, in CSS pixels, shows one part at a time. */
const NARROW = 760;

export class Shell {
  readonly page: Page;
  readonly #W: Widgets;
  readonly #parts: Parts;
  readonly #column: VBox;
  readonly #narrowed: (isNarrow: boolean) => void;
  #body: Widget | null = null;
  #holders: readonly Container[] = [];
  #tabs: TabWidget | null = null;

  /** @param narrowed - Called when the page has become narrow or wide */
  constructor(W: Widgets, parts: Parts, narrowed: (isNarrow: boolean) => void) {
    this.#W = W;
    this.#parts = parts;
    this.#narrowed = narrowed;
    this.#column = W.VBox();
    this.#column.addWidget(parts.header, 0);
    this.page = W.Page();
    this.page.setWidget(this.#column);
    this.page.on("resize", ({ width }) => {
      if (width > 0 && width < NARROW !== (this.#tabs !== null)) this.#arrange(width < NARROW);
    });
    this.#arrange(false);
  }

  /** Shows the page, once a widget is chosen and its source is there. */
  show(): void {
    this.page.show();
  }

  /** Brings the stage into view, where only one part is. */
  showStage(): void {
    this.#tabs?.showWidget(this.#parts.stage);
  }

  /** Brings the options into view, where only one part is. */
  showOptions(): void {
    this.#tabs?.showWidget(this.#parts.options);
  }

  #arrange(isNarrow: boolean): void {
    const { navigator, stage, options, source, log } = this.#parts;
    const all = [navigator, stage, options, source, log];
    for (const holder of this.#holders) {
      for (const part of all) if (holder.getChildren().includes(part)) holder.remove(part);
    }
    this.#body?.destroy();
    this.#tabs = isNarrow ? this.#narrow() : null;
    this.#body = this.#tabs ?? this.#wide();
    this.#column.addWidget(this.#body, 1);
    this.#narrowed(isNarrow);
  }

  #narrow(): TabWidget {
    const { navigator, stage, options, source, log } = this.#parts;
    const tabs = this.#W.TabWidget();
    tabs.addWidget(navigator, { title: "Widgets" });
    tabs.addWidget(stage, { title: "Sample" });
    tabs.addWidget(options, { title: "Options" });
    tabs.addWidget(source, { title: "Source" });
    tabs.addWidget(log, { title: "Callbacks" });
    tabs.showWidget(stage);
    this.#holders = [tabs];
    return tabs;
  }

  #wide(): Splitter {
    const { navigator, stage, options, source, log } = this.#parts;
    const below = this.#W.TabWidget();
    below.addWidget(source, { title: "Source" });
    below.addWidget(log, { title: "Callbacks" });
    const middle = this.#W.Splitter({ orientation: "vertical", sizes: [62, 38] });
    middle.addWidget(stage);
    middle.addWidget(below);
    const all = this.#W.Splitter({ sizes: [212, 702, 366] });
    all.addWidget(navigator);
    all.addWidget(middle);
    all.addWidget(options);
    this.#holders = [all, middle, below];
    return all;
  }
}
