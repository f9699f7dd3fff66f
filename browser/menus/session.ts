/**
 * A menu that is open: its panels from the first to the innermost, what is lit in them, and how it ends.
 * Made from a panel; one is open at a time in the whole page. What pointer and keys do is in files of their own.
 */
import { TypeAhead } from "../controls/type-ahead.js";
import type { Box } from "../place.js";
import { onMenuKey } from "./keys.js";
import type { MenuPanel, MenuRow } from "./panel.js";
import { type PanelSide, placePanel } from "./placing.js";
import { watchMenuPointer } from "./pointing.js";

/** chosen: a row was chosen; escape: by key, at the first level; away: by whatever else. */
export type MenuEnd = "chosen" | "escape" | "away";

export interface MenuSessionOptions {
  /** Name for screen readers. */
  readonly label: string;
  /** Where it opens. */
  readonly at: Box;
  /** What it opens from: it closes when this is scrolled away, and reads in its direction. */
  readonly anchor?: Element;
  /** Default: "below". */
  readonly side?: PanelSide;
  /** A pointer was pressed to open it: letting go over a row chooses that row. */
  readonly pressed?: boolean;
  /** What has the focus first. Default: the first row, or with `pressed` no row. */
  readonly focus?: "first" | "last";
  /** What gets the focus back. Default: what has it now. */
  readonly returnTo?: HTMLElement | null;
  /** Left or Right where there is no further level in that direction. True when something was done. */
  sideways?(step: 1 | -1): boolean;
  /** Whether a press here is no press outside. */
  keeps?(target: Element): boolean;
  /** The pointer has moved onto something outside the panels. */
  over?(target: Element | null): void;
  ended?(how: MenuEnd): void;
}

export interface MenuLevel {
  readonly panel: MenuPanel;
  /** The row of the level before that it opened from. */
  readonly parent: MenuRow | null;
  lit: MenuRow | null;
  readonly typing: TypeAhead;
  readonly ending: AbortController;
}

let present: MenuSession | null = null;

/** Puts the panels of the open menu where they belong, if this one is among them and has another content now. */
export function panelChanged(panel: MenuPanel): void {
  if (present?.levels.some((level) => level.panel === panel) === true) present.placeAgain();
}

/** Closes a panel with those behind it, if it is open. */
export function closePanel(panel: MenuPanel): void {
  const index = present?.levels.findIndex((level) => level.panel === panel) ?? -1;
  if (index === 0) present?.end("away");
  else if (index > 0) present?.closeFrom(index);
}

/** Opens a menu in place of the one that is open. */
export function openSession(panel: MenuPanel, options: MenuSessionOptions): MenuSession {
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  const returnTo = options.returnTo ?? present?.returnTo ?? focused;
  present?.end("away", false);
  const session = new MenuSession(options, returnTo);
  present = session;
  session.begin(panel);
  return session;
}

export class MenuSession {
  readonly options: MenuSessionOptions;
  /** What gets the focus back. */
  readonly returnTo: HTMLElement | null;
  /** The open panels, the first one first. */
  readonly levels: MenuLevel[] = [];
  readonly #ending = new AbortController();

  constructor(options: MenuSessionOptions, returnTo: HTMLElement | null) {
    this.options = options;
    this.returnTo = returnTo;
  }

  get isOpen(): boolean {
    return present === this;
  }

  begin(panel: MenuPanel): void {
    const { options } = this;
    this.#show(panel, null, options.label);
    placePanel(panel.element, options.at, options.side ?? "below");
    watchMenuPointer(this, this.#ending.signal);
    this.#watchPage();
    // The keyboard starts at the first row; a pointer lights up what it is over.
    if (options.focus === undefined && options.pressed === true) this.light(0, null, true);
    else this.lightEnd(0, options.focus ?? "first");
  }

  /** Ends it; nothing happens the second time. */
  end(how: MenuEnd, restore = true): void {
    if (!this.isOpen) return;
    present = null;
    this.#ending.abort();
    const focused = document.activeElement;
    const hadFocus =
      focused === document.body || this.levels.some(({ panel }) => panel.element.contains(focused));
    this.closeFrom(0);
    if (restore && hadFocus) this.returnTo?.focus({ preventScroll: true });
    this.options.ended?.(how);
  }

  /** Puts the panels where they belong after their content has changed. */
  placeAgain(): void {
    this.levels.forEach(({ panel, parent }) => {
      if (parent === null) placePanel(panel.element, this.options.at, this.options.side ?? "below");
      else placePanel(panel.element, parent.element.getBoundingClientRect(), "after");
    });
  }

  /** Opens the panel of a row beside it, in place of the further levels. */
  openBeside(index: number, row: MenuRow, focus: "first" | null): void {
    const { panel } = row;
    if (panel === undefined || !row.isUsable) return;
    if (this.levels[index + 1]?.parent !== row) {
      // A menu that holds itself has no end.
      if (this.levels.some((level) => level.panel === panel)) return;
      this.closeFrom(index + 1);
      this.light(index, row, false);
      this.#show(panel, row, row.label);
      row.element.setAttribute("aria-expanded", "true");
      placePanel(panel.element, row.element.getBoundingClientRect(), "after");
    }
    if (focus !== null) this.lightEnd(index + 1, focus);
  }

  /** Closes a level and those behind it. */
  closeFrom(index: number): void {
    for (const level of this.levels.splice(index).reverse()) {
      level.ending.abort();
      level.lit?.element.classList.remove("pgw-lit");
      level.parent?.element.setAttribute("aria-expanded", "false");
      level.panel.element.remove();
    }
  }

  /** Lights a row, or none; with `focus` it gets the focus. */
  light(index: number, row: MenuRow | null, focus: boolean): void {
    const level = this.levels[index];
    if (level === undefined) return;
    if (level.lit !== row) {
      level.lit?.element.classList.remove("pgw-lit");
      level.lit = row;
      row?.element.classList.add("pgw-lit");
    }
    if (!focus) return;
    const target = row === null ? null : row.stop === undefined ? row.element : row.stop();
    (target ?? level.panel.element).focus({ preventScroll: target === null });
  }

  /** Lights the first or the last row that can be used, with the focus. */
  lightEnd(index: number, end: "first" | "last"): void {
    const usable = this.usable(index);
    this.light(index, usable.at(end === "first" ? 0 : -1) ?? null, true);
  }

  /** The rows of a level that can be used. */
  usable(index: number): readonly MenuRow[] {
    return this.levels[index]?.panel.rows.filter((row) => row.isUsable) ?? [];
  }

  /** Chooses a row, or opens its panel. */
  choose(index: number, row: MenuRow, byKey: boolean): void {
    if (!row.isUsable) return;
    if (row.panel !== undefined) {
      this.openBeside(index, row, byKey ? "first" : null);
    } else if (row.choose !== undefined) {
      this.end("chosen");
      row.choose();
    }
  }

  /** Place among the levels of the panel that holds an element; -1 for none. */
  levelOf(target: Node | null): number {
    return this.levels.findLastIndex(({ panel }) => panel.element.contains(target));
  }

  /** Whether a widget in one of the panels has the focus. */
  get isInWidget(): boolean {
    const focused = document.activeElement;
    return this.levels.some(({ panel }) =>
      panel.rows.some((row) => row.stop !== undefined && row.element.contains(focused)),
    );
  }

  #show(panel: MenuPanel, parent: MenuRow | null, label: string): void {
    const { element } = panel;
    const ending = new AbortController();
    const level: MenuLevel = { panel, parent, lit: null, typing: new TypeAhead(), ending };
    const { signal } = ending;
    this.levels.push(level);
    const { anchor } = this.options;
    if (anchor === undefined) element.removeAttribute("dir");
    else element.dir = getComputedStyle(anchor).direction;
    element.setAttribute("aria-label", label);
    // At the end of the page, where nothing cuts it off and a covered page does not disable it.
    document.body.append(element);
    element.showPopover();
    element.scrollTop = 0;
    element.addEventListener("keydown", (event) => onMenuKey(this, this.levels.indexOf(level), event), {
      signal,
    });
    element.addEventListener(
      "focusin",
      (event) => {
        const row = panel.rows.find((each) => each.element.contains(event.target as Node));
        if (row !== undefined) this.light(this.levels.indexOf(level), row, false);
      },
      { signal },
    );
  }

  #watchPage(): void {
    const { signal } = this.#ending;
    const away = () => this.end("away");
    window.addEventListener("blur", away, { signal });
    window.addEventListener(
      "resize",
      () => {
        // The keyboard on a small screen takes room for the field that asked for it.
        if (this.isInWidget) this.placeAgain();
        else away();
      },
      { signal },
    );
    document.addEventListener(
      "scroll",
      ({ target }) => {
        const { anchor } = this.options;
        if (anchor !== undefined && target instanceof Node && target.contains(anchor)) away();
      },
      { capture: true, signal },
    );
  }
}
