/**
 * The scrolled area of a tree or table: its elements, their sizes, and where the view is.
 * It tells apart what the user scrolls and what the program, or a change of size, does.
 */
import type { Services } from "../services.js";
import { div } from "./face.js";
import { RowWindow } from "./row-window.js";

export interface ViewportListener {
  /** Sizes are known, or others. */
  measured(): void;
  /** Other rows are in view. */
  moved(): void;
  /** The user has scrolled, to these shares of the ways. */
  scrolled(horizontal: number, vertical: number): void;
}

/** Shares of the ways; null for a way that has been gone already. */
interface Shares {
  readonly kind: "share";
  readonly horizontal: number | null;
  readonly vertical: number | null;
}

/** Where a program wants the view to be, as soon as that can be done. */
type Goal = Shares | { readonly kind: "row"; readonly place: () => number } | { readonly kind: "end" };

export class Viewport {
  /** What is scrolled: the header, which stays at the top, and the rows. */
  readonly scroller = div("pgw-items-scroller");
  readonly content = div("pgw-items-content");
  readonly body = div("pgw-items-body");
  readonly rows = new RowWindow();
  readonly #services: Services;
  readonly #listener: ViewportListener;
  readonly #header: HTMLElement;
  /** Elements that have the size of what is measured: the room for content, and one character. */
  readonly #room = div("pgw-items-probe pgw-items-room");
  readonly #character = div("pgw-items-probe pgw-items-character");
  readonly #usual = div("pgw-items-probe pgw-items-usual");
  #height = 0;
  /** -1 until it is known. */
  #headerHeight = -1;
  #lineHeight = 0;
  #characterWidth = 8;
  #usualRow = 0;
  /** The last place that is no news: [left, top] of the scroller. */
  #known: readonly [left: number, top: number] = [0, 0];
  #goal: Goal | null = null;
  /** The shares where the program has put the view, until it or its user goes elsewhere, or there are other rows. */
  #held: Shares | null = null;

  constructor(services: Services, header: HTMLElement, listener: ViewportListener) {
    this.#services = services;
    this.#listener = listener;
    this.#header = header;
    this.body.setAttribute("role", "rowgroup");
    this.content.append(header, this.body);
    this.scroller.append(this.#room, this.#character, this.#usual, this.content);
    this.scroller.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    const watch = (element: HTMLElement, take: (height: number, width: number) => void) =>
      services.sizes.watch({
        element,
        measured: (width, height) => {
          take(height, width);
          listener.measured();
        },
      });
    watch(this.#room, (height) => {
      const appears = this.#height === 0 && height > 0;
      this.#height = height;
      if (appears) this.restore();
    });
    watch(this.#character, (height, width) => {
      this.#lineHeight = height;
      // The probe is ten characters wide, since sizes come in whole pixels.
      this.#characterWidth = width / 10;
    });
    watch(this.#usual, (height) => {
      this.#usualRow = height;
    });
    watch(header, (height) => {
      this.#headerHeight = height;
    });
  }

  /** Height of a line of text; 0 while it is not displayed. */
  get lineHeight(): number {
    return this.#lineHeight;
  }

  /** Height of a row whose content needs no more, as the theme has it; 0 while it is not displayed. */
  get usualRow(): number {
    return this.#usualRow;
  }

  /** Width of a digit. */
  get characterWidth(): number {
    return this.#characterWidth;
  }

  get isDisplayed(): boolean {
    return this.#height > 0 && this.#lineHeight > 0 && this.#headerHeight >= 0;
  }

  /**
   * Says how many rows there are and how high they are.
   * `offset`: where the view should be now; null for where it was.
   */
  setRows(count: number, rowHeight: number, offset: number | null): void {
    const { rows } = this;
    const before = rows.offset;
    const viewport = Math.max(0, this.#height - Math.max(0, this.#headerHeight));
    if (count !== rows.count) this.#held = null;
    // The same shares are another place now.
    else if (rows.rowHeight !== rowHeight || rows.viewport !== viewport)
      this.#goal = this.#held ?? this.#goal;
    rows.set(count, rowHeight, viewport);
    this.body.style.blockSize = `${rows.height}px`;
    if (!this.isDisplayed) return;
    const wanted = Math.min(offset ?? before, rows.lastOffset);
    if (wanted !== before) this.#write(null, rows.placeFor(wanted), false);
  }

  /** Brings a row into view, moving as little as possible. False when it was there already. */
  reveal(row: number, byUser: boolean): boolean {
    if (!this.isDisplayed) return false;
    const offset = this.rows.offsetFor(row);
    if (offset === null) return false;
    this.#held = null;
    this.#write(null, this.rows.placeFor(offset), byUser);
    return true;
  }

  /** Brings a column into view, by the cell of the header above it. Measures. */
  revealColumn(headerCell: HTMLElement, covered: number, byUser: boolean): void {
    const { scroller } = this;
    if (scroller.scrollWidth <= scroller.clientWidth) return;
    const cell = headerCell.getBoundingClientRect();
    const room = this.#room.getBoundingClientRect();
    const left = scroller.getBoundingClientRect().left + scroller.clientLeft;
    const backwards = getComputedStyle(scroller).direction === "rtl";
    const start = left + (backwards ? 0 : covered);
    const end = left + room.width - (backwards ? covered : 0);
    const by = cell.left < start || cell.width > end - start ? cell.left - start : cell.right - end;
    if (cell.left < start || cell.right > end) this.#write(scroller.scrollLeft + by, null, byUser);
  }

  /** [horizontal, vertical], each from 0 to 1. Measures. */
  get shares(): [horizontal: number, vertical: number] {
    const asked = this.#goal?.kind === "share" ? this.#goal : null;
    const way = this.#horizontalWay;
    const at = Math.abs(this.scroller.scrollLeft);
    return [asked?.horizontal ?? (way === 0 ? 0 : Math.min(1, at / way)), asked?.vertical ?? this.rows.share];
  }

  scrollToShares(horizontal: number, vertical: number): void {
    this.#aim({ kind: "share", horizontal, vertical });
  }

  scrollToRow(place: () => number): void {
    this.#aim({ kind: "row", place });
  }

  scrollToEnd(): void {
    this.#aim({ kind: "end" });
  }

  #aim(goal: Goal): void {
    this.#goal = goal;
    this.#held = null;
    this.#services.updates.after(() => this.settle());
  }

  /** Goes where the program wants the view to be. To be called once all is drawn. */
  settle(): void {
    const goal = this.#goal;
    if (goal === null || !this.isDisplayed) return;
    this.#goal = null;
    const { rows } = this;
    if (goal.kind === "row") {
      const place = goal.place();
      if (place >= 0) this.reveal(place, false);
    } else if (goal.kind === "end") {
      this.#write(null, rows.placeFor(rows.lastOffset), false);
    } else {
      const way = this.#horizontalWay;
      const canGo = [way > 0, rows.lastOffset > 0] as const;
      const { horizontal, vertical } = goal;
      const sign = canGo[0] && getComputedStyle(this.scroller).direction === "rtl" ? -1 : 1;
      const left = canGo[0] && horizontal !== null ? sign * horizontal * way : null;
      const top =
        canGo[1] && vertical !== null ? rows.placeFor(Math.round(vertical * rows.lastOffset)) : null;
      this.#write(left, top, false);
      this.#held = {
        kind: "share",
        horizontal: horizontal ?? this.#held?.horizontal ?? null,
        vertical: vertical ?? this.#held?.vertical ?? null,
      };
      // Where there is no way to go yet, it waits for one.
      const rest = {
        kind: "share",
        horizontal: canGo[0] ? null : horizontal,
        vertical: canGo[1] ? null : vertical,
      } as const;
      if (rest.horizontal !== null || rest.vertical !== null) this.#goal = rest;
    }
    this.#listener.moved();
  }

  end(): void {
    for (const element of [this.#room, this.#character, this.#usual, this.#header]) {
      this.#services.sizes.unwatch({ element, measured: () => {} });
    }
  }

  get #horizontalWay(): number {
    return Math.max(0, this.scroller.scrollWidth - this.scroller.clientWidth);
  }

  #write(left: number | null, top: number | null, byUser: boolean): void {
    const { scroller } = this;
    if (left !== null) scroller.scrollLeft = left;
    if (top !== null) scroller.scrollTop = top;
    // The browser rounds; what it reports later on is compared with what it made of it.
    if (!byUser) this.#known = [scroller.scrollLeft, scroller.scrollTop];
  }

  /** An element that was taken out and put in again has forgotten where it was scrolled to. */
  restore(): void {
    if (this.#height === 0) return;
    const [left, top] = this.#known;
    if (this.scroller.scrollTop !== top || this.scroller.scrollLeft !== left) this.#write(left, top, false);
  }

  #scrolled(): void {
    // What was scrolled before it was hidden comes back as 0.
    if (!this.isDisplayed) return;
    const { scroller } = this;
    const [left, top] = [scroller.scrollLeft, scroller.scrollTop];
    const [knownLeft, knownTop] = this.#known;
    const isNews =
      !this.#isSame(left, knownLeft, this.#horizontalWay) || !this.#isSame(top, knownTop, this.#verticalWay);
    this.#known = [left, top];
    const other = this.rows.scrolled(top);
    if (other !== null) this.#write(null, other, false);
    if (isNews) {
      // The user knows better where to be.
      this.#goal = null;
      this.#held = null;
    }
    // Measured before rows are drawn: then nothing has to be laid out for it.
    const shares = isNews ? this.shares : null;
    this.#listener.moved();
    if (shares !== null) this.#listener.scrolled(...shares);
  }

  get #verticalWay(): number {
    return Math.max(0, this.scroller.scrollHeight - this.scroller.clientHeight);
  }

  /** At the same place, or at the end of a way that has become shorter. */
  #isSame(now: number, before: number, way: number): boolean {
    if (now === before) return true;
    return Math.abs(now) >= way - 1 && Math.abs(before) > way;
  }
}
