/**
 * The colours of a plot. A canvas knows no custom properties, so what the style sheet says is worked out by elements
 * that have it as their colour, and again whenever the page changes between light and dark.
 */
export class Colors {
  readonly #probe = document.createElement("span");
  #known = new Map<string, string>();
  readonly #stop = new AbortController();
  readonly #observer: MutationObserver;

  /** @param changed - Called when colours may be others than before. */
  constructor(parent: HTMLElement, changed: () => void) {
    this.#probe.hidden = true;
    parent.append(this.#probe);
    const forget = () => {
      this.#known = new Map();
      changed();
    };
    for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
      matchMedia(query).addEventListener("change", forget, { signal: this.#stop.signal });
    }
    // A theme of the program is marked on the root element.
    this.#observer = new MutationObserver(forget);
    this.#observer.observe(document.documentElement, { attributes: true });
  }

  /** A CSS colour, such as `var(--plot-1)`, as a canvas understands it. */
  of(color: string): string {
    const known = this.#known.get(color);
    if (known !== undefined) return known;
    this.#probe.style.color = "";
    this.#probe.style.color = color;
    const found = getComputedStyle(this.#probe).color;
    // Outside the page nothing has a colour yet.
    if (found !== "") this.#known.set(color, found);
    return found;
  }

  end(): void {
    this.#stop.abort();
    this.#observer.disconnect();
  }
}
