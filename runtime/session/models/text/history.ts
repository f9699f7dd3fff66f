/**
 * Steps to undo and to redo, and the caret that goes with each.
 */
import type { Change } from "../../../protocol/text-changes.js";

/** Selection from the end that stays to the one that moves, where the text cursor is; the same when it is empty. */
export interface Caret {
  readonly anchor: number;
  readonly focus: number;
}

export function caretAt(offset: number): Caret {
  return { anchor: offset, focus: offset };
}

export interface Step {
  readonly change: Change;
  readonly inverse: Change;
  readonly before: Caret;
  readonly after: Caret;
}

/** Steps that are kept; the oldest goes first. */
export const MOST_STEPS = 500;

export class History {
  readonly #undo: Step[] = [];
  readonly #redo: Step[] = [];

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }

  get canRedo(): boolean {
    return this.#redo.length > 0;
  }

  record(step: Step): void {
    this.#redo.length = 0;
    this.#undo.push(step);
    if (this.#undo.length > MOST_STEPS) this.#undo.shift();
  }

  /** The step to take back, which becomes the one to do again. */
  back(): Step | undefined {
    const step = this.#undo.pop();
    if (step !== undefined) this.#redo.push(step);
    return step;
  }

  /** The step to do again, which becomes the one to take back. */
  forth(): Step | undefined {
    const step = this.#redo.pop();
    if (step !== undefined) this.#undo.push(step);
    return step;
  }

  clear(): void {
    this.#undo.length = 0;
    this.#redo.length = 0;
  }
}
