/**
 * What can be seen of a page: its widgets by class, role and text, and all of it as text.
 */
import { camelCase } from "../protocol/names.js";
import type { AppSession } from "../server/app-session.js";
import { UsageError } from "../session/errors.js";
import { ConnectedPage } from "./connected-page.js";
import { inOrder, matching, only, type TextPattern, type Wanted } from "./finding.js";
import { outline } from "./outline.js";
import { PageWidget } from "./page-widget.js";
import type { Shown } from "./shown.js";

export abstract class SeenPage<S extends AppSession> extends ConnectedPage<S> {
  /** All that the user can see, as indented text: role or class, name, flags and value of each widget. */
  show(): string {
    return outline(this.#roots());
  }

  /** All widgets that the page knows, in the order in which it shows them; also those that its user cannot see. */
  get widgets(): readonly PageWidget[] {
    return inOrder(this.#roots()).map((shown) => this.#widget(shown));
  }

  /** The page's view of the program's own widget object. Throws UsageError when the page does not know it. */
  widget(target: { readonly wid: number }): PageWidget {
    return this.#widget(this.shown(target.wid));
  }

  /**
   * The only widget of a class that fits. Throws UsageError that lists what is there when none fits, or several do.
   * @param className - Name of its class, or of one that it is derived from
   */
  find(className: string, wanted: Omit<Wanted, "class"> = {}): PageWidget {
    return this.#only({ ...wanted, class: className });
  }

  /** All widgets of a class that fit, in order; an empty list when there is none. */
  findAll(className: string, wanted: Omit<Wanted, "class"> = {}): readonly PageWidget[] {
    return this.#all({ ...wanted, class: className });
  }

  /** The only widget that is named by a text or has it as its value; errors as for {@link find}. */
  findByText(text: TextPattern, wanted: Omit<Wanted, "text"> = {}): PageWidget {
    return this.#only({ ...wanted, text });
  }

  /** All widgets that are named by a text or have it as their value. */
  findAllByText(text: TextPattern, wanted: Omit<Wanted, "text"> = {}): readonly PageWidget[] {
    return this.#all({ ...wanted, text });
  }

  /** The only widget with an ARIA role: `findByRole("button", { name: "OK" })`; errors as for {@link find}. */
  findByRole(role: string, wanted: Omit<Wanted, "role"> = {}): PageWidget {
    return this.#only({ ...wanted, role });
  }

  /** All widgets with an ARIA role that fit. */
  findAllByRole(role: string, wanted: Omit<Wanted, "role"> = {}): readonly PageWidget[] {
    return this.#all({ ...wanted, role });
  }

  /** Calls so far that leave no state, such as `raise` or `focus`: widget number, method in camelCase, arguments. */
  get actions(): readonly {
    readonly wid: number;
    readonly method: string;
    readonly args: readonly unknown[];
  }[] {
    return this.mirror.actions.map((message) => ({
      wid: message.wid as number,
      method: camelCase(message.method as string),
      args: message.args as readonly unknown[],
    }));
  }

  /**
   * What the page answers when the program asks it something, such as `getPosition`. Without it the answer is null.
   * @param method - Name of the method in camelCase
   * @param value - The answer as it travels; an Error lets the question fail
   */
  answer(method: string, value: unknown): void {
    this.answers.set(method, value);
  }

  /** @internal */
  protected shown(wid: number): Shown {
    const shown = this.mirror.widgets.get(wid);
    if (shown === undefined)
      throw new UsageError(`The page does not show the widget ${wid}: it has gone, or was never sent.`);
    return shown;
  }

  #widget(shown: Shown): PageWidget {
    const page = { shown: (wid: number) => this.shown(wid), widget: (other: Shown) => this.#widget(other) };
    return new PageWidget(page, shown.wid);
  }

  #roots(): Shown[] {
    return [...this.mirror.widgets.values()].filter((shown) => shown.parent === null);
  }

  #all(wanted: Wanted): readonly PageWidget[] {
    return matching(inOrder(this.#roots()), wanted).map((shown) => this.#widget(shown));
  }

  #only(wanted: Wanted): PageWidget {
    const all = inOrder(this.#roots());
    return this.#widget(only(matching(all, wanted), all, wanted));
  }
}
