/**
 * The list of all widgets by category, with a search.
 */
import type { Label, TreePath, TreeView, VBox, Widgets } from "pgwidgets-ts/sync";
import type { Catalogue, Entry } from "./catalogue.js";

/** A class by its name, or all of a category. */
export type Choice = { readonly widget: string } | { readonly category: string };

export class Navigator {
  readonly widget: VBox;
  readonly #catalogue: Catalogue;
  readonly #tree: TreeView;
  readonly #count: Label;
  #choice: Choice | null = null;

  constructor(W: Widgets, catalogue: Catalogue, chosen: (choice: Choice) => void) {
    this.#catalogue = catalogue;
    this.#tree = W.TreeView({
      columns: [{ label: "Widget", key: "name" }],
      showHeader: false,
      borderWidth: 0,
    });
    this.#tree.on("selected", (items) => {
      const path = items[0]?.path;
      if (path === undefined) return;
      this.#choice = choiceOf(path);
      chosen(this.#choice);
    });
    const search = W.TextEntry({ tooltip: "Search the widgets" });
    search.on("modified", (text) => this.#filter(text));
    search.on("activated", (text) => {
      const first = this.#catalogue.entries.find((each) => matches(each, text));
      if (text.trim() === "" || first === undefined) return;
      this.show({ widget: first.name });
      chosen({ widget: first.name });
    });
    const bar = W.HBox({ spacing: 8, padding: [12, 8, 10, 8] });
    bar.addWidget(W.Label("Search"), 0);
    bar.addWidget(search, 1);
    this.#count = W.Label("", { color: ["", "var(--pgw-text-muted)"], padding: [12, 0, 12, 8] });
    this.widget = W.VBox();
    this.widget.addWidget(bar, 0);
    this.widget.addWidget(this.#count, 0);
    this.widget.addWidget(this.#tree, 1);
    this.#filter("");
  }

  /** Marks what is shown. */
  show(choice: Choice): void {
    this.#choice = choice;
    const path = this.#pathOf(choice);
    this.#tree.setSelected([path]);
    this.#tree.scrollToPath(path);
  }

  #filter(text: string): void {
    const found = this.#catalogue.entries.filter((each) => matches(each, text));
    const tree: Record<string, Record<string, { name: string }>> = {};
    for (const { category, name } of found) {
      const branch = titled(category);
      tree[branch] ??= {};
      tree[branch][name] = { name };
    }
    const all = this.#catalogue.entries.length;
    this.#count.setText(found.length === all ? `${all} widgets` : `${found.length} of ${all} widgets`);
    this.#tree.setTree(tree);
    this.#tree.expandAll();
    const present = this.#choice === null ? null : this.#pathOf(this.#choice);
    if (present !== null && present.reduce<unknown>(inside, tree) !== undefined)
      this.#tree.setSelected([present]);
  }

  #pathOf(choice: Choice): TreePath {
    if ("category" in choice) return [titled(choice.category)];
    const category = this.#catalogue.entries.find(({ name }) => name === choice.widget)?.category ?? "";
    return [titled(category), choice.widget];
  }
}

/** `buttons` as a heading. */
export const titled = (category: string): string => category.charAt(0).toUpperCase() + category.slice(1);

const inside = (at: unknown, key: string): unknown =>
  (at as Readonly<Record<string, unknown>> | undefined)?.[key];

function choiceOf(path: TreePath): Choice {
  const [category = "", widget] = path;
  return widget === undefined ? { category: category.toLowerCase() } : { widget };
}

/** Every word that is looked for is in its name, its category, or what it says of itself. */
export function matches({ name, category, description }: Entry, text: string): boolean {
  const all = `${name} ${category} ${description}`.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
