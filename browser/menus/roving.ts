/**
 * One Tab stop for many elements: the one that had the focus last.
 * Made from a list that is asked for anew each time, so that what is hidden or disabled is left out.
 */
export class Roving {
  readonly #stops: () => readonly HTMLElement[];
  #present: HTMLElement | null = null;

  /** @param stops - Those that can be used now, in their order. */
  constructor(stops: () => readonly HTMLElement[]) {
    this.#stops = stops;
  }

  /** The element that the Tab key leads to. */
  get present(): HTMLElement | null {
    return this.#present;
  }

  /** Call it when the list may be another one. */
  refresh(): void {
    const stops = this.#stops();
    if (this.#present === null || !stops.includes(this.#present)) this.#present = stops[0] ?? null;
    for (const stop of stops) stop.tabIndex = stop === this.#present ? 0 : -1;
  }

  /** The Tab key leads to this one from now on. */
  goTo(stop: HTMLElement): void {
    this.#present = stop;
    this.refresh();
  }
}
