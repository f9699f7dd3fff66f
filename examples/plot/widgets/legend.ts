/**
 * The legend of a plot: a button for each series, which shows and hides it, and its value under the cursor.
 */
export interface LegendEntry {
  readonly label: string;
  readonly color: string;
  readonly kind: "line" | "points" | "bars";
}

export class Legend {
  readonly element = document.createElement("div");
  readonly #buttons: HTMLButtonElement[];
  readonly #values: HTMLElement[];

  /** @param pressed - Called with the place of the series whose button was pressed. */
  constructor(entries: readonly LegendEntry[], pressed: (place: number) => void) {
    this.element.className = "plot-legend";
    this.element.setAttribute("role", "group");
    this.element.setAttribute("aria-label", "Series");
    this.#values = entries.map(() => {
      const value = document.createElement("span");
      value.className = "plot-value";
      return value;
    });
    this.#buttons = entries.map(({ label, color, kind }, place) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "plot-entry";
      button.style.setProperty("--entry-color", color);
      button.setAttribute("aria-label", label);
      const mark = document.createElement("span");
      mark.className = `plot-mark plot-mark-${kind}`;
      const name = document.createElement("span");
      name.textContent = label;
      button.append(mark, name, this.#values[place] as HTMLElement);
      button.addEventListener("click", () => pressed(place));
      return button;
    });
    this.element.append(...this.#buttons);
  }

  get buttons(): readonly HTMLButtonElement[] {
    return this.#buttons;
  }

  setHidden(hidden: readonly number[]): void {
    this.#buttons.forEach((button, place) => {
      button.setAttribute("aria-pressed", String(!hidden.includes(place)));
    });
  }

  /** The texts beside the names; null for none. */
  setValues(texts: readonly string[] | null): void {
    this.#values.forEach((value, place) => {
      const text = texts?.[place] ?? "";
      if (value.textContent !== text) value.textContent = text;
    });
  }
}
