/**
 * What was on its way to a browser when its user acted: the server took the user's change up later than something
 * that the browser shows later. Then the browser must be told as well what became of the user's change.
 * Made from two counts: the text frames sent to a browser, and how many its page had worked off.
 */
import type { WidgetNode } from "./node.js";
import type { StateInfo } from "./widget-class.js";

interface Told {
  /** Number of the last frame with something about the widget. */
  frame: number;
  /** Numbers of the last frames with states that the page drops when its user has gone on since. */
  droppable: Map<StateInfo, number> | null;
}

export class Crossing {
  /** Text frames sent since the browser joined. */
  #sent = 0;
  /** Frames that the page had worked off when its user did what is handled now; null when it does not say. */
  #shown: number | null = null;
  /** Every widget was told anew with this frame. */
  #replayed = 0;
  readonly #told = new WeakMap<WidgetNode, Told>();

  /** A text frame goes out. */
  sent(): void {
    this.#sent++;
  }

  /** All widgets have been told anew. */
  replayed(): void {
    this.#replayed = this.#sent;
  }

  /** The frames sent last told a widget something; `state` is one that the page may drop. */
  told(node: WidgetNode, state: StateInfo | null): void {
    const told = this.#told.get(node);
    if (told === undefined) {
      const droppable = state === null ? null : new Map([[state, this.#sent]]);
      this.#told.set(node, { frame: this.#sent, droppable });
      return;
    }
    told.frame = this.#sent;
    if (state !== null) told.droppable = (told.droppable ?? new Map()).set(state, this.#sent);
  }

  /** What is handled now was done when the page had worked off this many frames. */
  acted(shown: number | undefined): void {
    this.#shown = shown ?? null;
  }

  /** Whether something about a widget was on its way when the user did what is handled now. */
  crosses(node: WidgetNode): boolean {
    if (this.#shown === null) return false;
    return Math.max(this.#replayed, this.#told.get(node)?.frame ?? 0) > this.#shown;
  }

  /** The states of a widget that were on their way then; where its user has gone on the page drops them. */
  dropped(node: WidgetNode): readonly StateInfo[] {
    const droppable = this.#told.get(node)?.droppable ?? null;
    const shown = this.#shown;
    if (droppable === null || shown === null) return [];
    for (const [state, frame] of droppable) if (frame <= shown) droppable.delete(state);
    return [...droppable.keys()];
  }
}
