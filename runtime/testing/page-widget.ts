/**
 * A widget as a page shows it, for tests to look at: it follows the page, also over a reconnection.
 */

import { camelCase } from "../protocol/names.js";
import { UsageError } from "../session/errors.js";
import type { FlagName, Json } from "../session/table.js";
import { isDisabled, labelOf, ownFlags, readShown, roleOf, shownValue, whyHidden } from "./describe.js";
import { lineOf, outline } from "./outline.js";
import type { Shown } from "./shown.js";

/** What a page knows of its widgets. */
export interface PageWidgets {
  /** Throws UsageError when the page has none of this number. */
  shown(wid: number): Shown;
  widget(shown: Shown): PageWidget;
}

export class PageWidget {
  /** Number of the widget on the wire; that of the program's own widget object. */
  readonly wid: number;
  readonly #page: PageWidgets;

  constructor(page: PageWidgets, wid: number) {
    this.#page = page;
    this.wid = wid;
  }

  get #shown(): Shown {
    return this.#page.shown(this.wid);
  }

  /** Name of its class. */
  get class(): string {
    return this.#shown.cls.name;
  }

  /** Its ARIA role; empty when it has none. */
  get role(): string {
    return roleOf(this.#shown);
  }

  /** What names it: its own text, its tooltip, the title that its parent gives it; empty when nothing does. */
  get name(): string {
    return labelOf(this.#shown);
  }

  /** What its user has set in it: a text, a number, a colour; null when it holds no value. */
  get value(): Json {
    return shownValue(this.#shown) as Json;
  }

  /** Which of these hold for it: disabled, hidden, checked, pressed, expanded, selected, readonly. */
  get flags(): ReadonlySet<FlagName> {
    return new Set(ownFlags(this.#shown));
  }

  /** Whether its user sees it: it and all around it are shown. */
  get isVisible(): boolean {
    return whyHidden(this.#shown) === null;
  }

  /** Whether its user can use it: neither it nor anything around it is disabled. */
  get isEnabled(): boolean {
    return !isDisabled(this.#shown);
  }

  /** The widget that holds it; null for one that nothing holds. */
  get parent(): PageWidget | null {
    const { parent } = this.#shown;
    return parent === null ? null : this.#page.widget(parent);
  }

  /** The widgets that it holds, in order. */
  get children(): readonly PageWidget[] {
    return this.#shown.links.flatMap(({ child }) => (child === null ? [] : [this.#page.widget(child)]));
  }

  /**
   * A state, in the form in which it travels: `label.get("color")`.
   * @param state - Name of the state in camelCase. Throws UsageError when the class has none of this name.
   */
  get(state: string): Json {
    const shown = this.#shown;
    const names = [...shown.cls.states.keys()];
    const name = names.find((each) => camelCase(each) === state);
    if (name === undefined)
      throw new UsageError(
        `${shown.cls.name} has no state ${state}. It has ${names.map(camelCase).join(", ")}.`,
      );
    return readShown(shown, name) as Json;
  }

  /** The widget and what it holds as text, as {@link TestPage.show} gives the page. */
  show(): string {
    return outline([this.#shown]);
  }

  /** Its line in the text of the page: `button "OK" [disabled]`. */
  toString(): string {
    return lineOf(this.#shown);
  }
}
