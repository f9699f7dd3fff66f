/**
 * Rows of numbers as a page keeps them: the last ones of those that were appended.
 */
import { fromBase64 } from "../../session/base64.js";
import { numbersOf } from "../../session/models/series/numbers.js";
import { Ring } from "../../session/models/series/ring.js";
import { isShaped, type Shaped } from "../../session/typed-buffer.js";
import type { ShapedArgument } from "../binary-inbox.js";
import type { ModelMirror } from "../shown.js";

export class SeriesMirror implements ModelMirror {
  readonly #ring: Ring;

  constructor(state: Readonly<Record<string, unknown>>) {
    const series = (state.series as readonly unknown[] | undefined) ?? [];
    this.#ring = new Ring(1 + series.length, Number(state.capacity ?? 1));
  }

  call(method: string, [rows]: readonly unknown[]): boolean {
    if (method === "append") this.#ring.append(numbersOf(shaped(rows as ShapedArgument)));
    else if (method === "clear") this.#ring.clear();
    else return false;
    return true;
  }

  snapshot(): unknown {
    return [...this.#ring.toArray()];
  }

  /** The last row: x, then a number for each series. */
  lines(): readonly string[] {
    const { columns, length } = this.#ring;
    return length === 0
      ? []
      : [`${length} rows, last ${[...this.#ring.toArray().slice(-columns)].join(" ")}`];
  }
}

function shaped({ bytes, shape, dtype }: ShapedArgument): Shaped {
  const value = { data: fromBase64(bytes), shape, dtype };
  if (!isShaped(value)) throw new Error("append: the rows are no array of numbers");
  return value;
}
