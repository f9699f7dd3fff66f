/**
 * A visitor of the gallery: finds widgets, opens them, and changes their options through the panel.
 */
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import type { Entry, Property } from "../../examples/gallery/catalogue.js";
import type { Collection } from "../../examples/gallery/collection.js";
import { type Kind, kindOf } from "../../examples/gallery/options/kind.js";
import { landscape } from "../../examples/gallery/pictures.js";

/** By class whose sample covers the gallery while it is shown: the button that leads back. */
const WAYS_OUT: Readonly<Record<string, string>> = { Dialog: "Close", Page: "Back to the gallery" };

export class Visitor {
  readonly page: Page;
  readonly #collection: Collection;
  readonly #settled: () => Promise<void>;
  /** Selects the column of options, once a widget was open. */
  #column = "";

  /** @param settled - Waits until the page shows all that the program has said. */
  constructor(page: Page, collection: Collection, settled: () => Promise<void> = async () => {}) {
    this.page = page;
    this.#collection = collection;
    this.#settled = settled;
  }

  /** The list of widgets. */
  get list(): Locator {
    return this.page.getByRole("treegrid").first();
  }

  /** The column of options. */
  get panel(): Locator {
    return this.page
      .locator(".pgw-v-box")
      .filter({ hasText: /^Options/ })
      .last();
  }

  /** Opens a widget by its name in the search. */
  async open(name: string): Promise<void> {
    const search = this.page.getByRole("textbox", { name: "Search the widgets" });
    await search.fill(name);
    await this.list.getByRole("row", { name, exact: true }).waitFor();
    await this.list.getByRole("row", { name, exact: true }).focus();
    await this.list.getByRole("row", { name, exact: true }).press("Space");
    // In a narrow page it stands behind a tab.
    await this.page.getByText(`Options of ${name}`, { exact: true }).waitFor({ state: "attached" });
    // The message that unfolds the first group comes after its heading.
    await this.#settled();
    this.#column = `[data-wid="${await this.panel.getAttribute("data-wid")}"]`;
  }

  /** Chooses from a menu of the strip at the top. */
  async choose(title: string, choice: string): Promise<void> {
    await this.page.getByRole("button", { name: new RegExp(`^${title}:`) }).click();
    await this.page.getByRole("menuitemcheckbox", { name: choice, exact: true }).click();
    await this.page.getByRole("button", { name: `${title}: ${choice}` }).waitFor();
  }

  /** Unfolds the options that a class brings. */
  async unfold(className: string): Promise<void> {
    const heading = this.panel.getByRole("button", { name: className, exact: true });
    if ((await heading.getAttribute("aria-expanded")) === "false") await heading.click();
    await expect.poll(() => heading.getAttribute("aria-expanded")).toBe("true");
  }

  /** Changes each property of an open widget; none may be refused. Says how many it changed. */
  async changeAll(entry: Entry, groups = entry.groups): Promise<number> {
    let changed = 0;
    await this.#watchRefusals();
    for (const { className, properties } of groups) {
      await this.unfold(className);
      for (const property of properties) {
        const kind = kindOf(property.schema, this.#collection.catalogue.types);
        await this.#change(entry, property, kind, property.name);
        changed++;
      }
    }
    await expect.poll(() => this.refusal()).toBe("");
    expect(await this.page.evaluate("window.refusals"), entry.name).toEqual([]);
    return changed;
  }

  /** Keeps what the panel says of refused values, which the next change takes away. */
  async #watchRefusals(): Promise<void> {
    await this.page.evaluate((column) => {
      const problem = document.querySelector(column)?.children[1];
      if (problem === undefined) throw new Error("The column of options has no line for problems.");
      const refusals: string[] = [];
      new MutationObserver(() => {
        if (problem.textContent !== "") refusals.push(problem.textContent ?? "");
      }).observe(problem, { childList: true, characterData: true, subtree: true });
      Object.assign(window, { refusals });
    }, this.#column);
  }

  /** What the panel says of a value that was refused; empty when all is well. */
  async refusal(): Promise<string> {
    const notes = await this.panel.getByText(/UsageError|expected|is wanted|SyntaxError/).allTextContents();
    return notes.join("; ");
  }

  async #change(entry: Entry, property: Property, kind: Kind, name: string): Promise<void> {
    switch (kind.kind) {
      case "boolean": {
        const box = this.#field(name);
        await box.press("Space");
        const wayOut = name === "visible" ? WAYS_OUT[entry.name] : undefined;
        if (wayOut !== undefined) return await this.#leave(wayOut);
        // Once more, so that what is hidden or locked comes back.
        await box.press("Space");
        return;
      }
      case "choice": {
        const box = this.#field(name);
        await box.press("Alt+ArrowDown");
        await box.press("ArrowDown");
        await box.press("Enter");
        return;
      }
      case "number":
        await this.#field(name).press("ArrowUp");
        return;
      case "text":
      case "colour":
        await this.#write(name, sampleText(property.name, kind));
        return;
      case "tuple":
        for (const [i, part] of kind.parts.entries()) await this.#changePart(entry, property, name, part, i);
        return;
      case "optional": {
        const box = this.#field(`Set ${name}`);
        if (!(await box.isChecked())) await box.press("Space");
        await this.#change(entry, property, kind.of, name);
        return;
      }
      case "json":
        await this.#field(`${name} as JSON (Enter applies)`).press("Enter");
        return;
      case "fixed":
        return;
    }
  }

  /** Leaves what covers the gallery by what its visitors have for that; the panel follows. */
  async #leave(wayOut: string): Promise<void> {
    const way = this.page
      .locator(":is([aria-modal=true], .pgw-page)")
      .getByRole("button", { name: wayOut, exact: true });
    // By keys: the walk may have made the dialog smaller than its title bar.
    await way.press("Enter");
    await way.waitFor({ state: "hidden" });
    await expect.poll(() => this.#field("visible").isChecked()).toBe(false);
  }

  /** An editor by its tooltip, which names it, or describes it where it has a text of its own. */
  #field(...names: readonly string[]): Locator {
    // Looked for by attributes: hundreds of them are found one after another.
    const named = names.flatMap((name) =>
      ["aria-label", "aria-description"].map((each) => `[${each}=${JSON.stringify(name)}]`),
    );
    return this.page.locator(`${this.#column} :is(input, textarea, [role=combobox]):is(${named.join()})`);
  }

  async #changePart(
    entry: Entry,
    property: Property,
    name: string,
    part: Kind,
    index: number,
  ): Promise<void> {
    const setter = property.state?.setter;
    const names = setter?.form === "list" ? setter.method.params.map((each) => each.name) : [];
    const isWhole = names.length > 1 && !property.pointer.includes("/") && name === property.name;
    const caption = isWhole ? (names[index] ?? "") : String(index + 1);
    await this.#change(entry, property, part, `${name}: ${camel(caption)}`);
  }

  async #write(name: string, text: string): Promise<void> {
    const field = this.#field(name, `${name} (Enter applies)`);
    await field.fill(text);
    await field.press("Enter");
  }
}

const camel = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** A text that suits: colours, pictures, cursors; what is never loaded from anywhere. */
function sampleText(property: string, kind: Kind): string {
  if (kind.kind === "colour") return "#2d6a4f";
  if (/url|icon/i.test(property)) return landscape;
  if (property === "cursor") return "pointer";
  return "Other words";
}
