/**
 * The model `series`: rows of numbers that a program appends as they come, and of which the last ones are kept.
 * A row is an x and a number for each entry of the state `series`; the state `capacity` says how many rows are kept.
 * Browsers get what is appended as it is, and who comes later gets all that is kept, so both have the same rows.
 */
import { UsageError } from "../../errors.js";
import type { WidgetNode } from "../../node.js";
import { readState } from "../../state.js";
import { isShaped, type Shaped } from "../../typed-buffer.js";
import type { Model, Operation } from "../model.js";
import { numbersOf } from "./numbers.js";
import { Ring } from "./ring.js";

const NAME = "series";

function ringOf(node: WidgetNode): Ring {
  const known = node.extra?.models.get(NAME) as Ring | undefined;
  if (known !== undefined) return known;
  const series = readState(node, NAME) as readonly unknown[];
  const made = new Ring(1 + series.length, readState(node, "capacity") as number);
  node.more().models.set(NAME, made);
  return made;
}

/** Throws what is wrong with rows before anything has changed. */
function requireRows(node: WidgetNode, ring: Ring, shaped: Shaped, call: string): ArrayLike<number> {
  const { columns } = ring;
  const [, width] = shaped.shape;
  if (shaped.shape.length !== 2 || width !== columns) {
    throw new UsageError(
      `${node} ${call}: rows: expected the shape [rows, ${columns}], an x and a number for each of the ${columns - 1} series, not [${shaped.shape.join(", ")}].`,
    );
  }
  const numbers = numbersOf(shaped);
  let x = ring.last;
  for (let i = 0; i < numbers.length; i++) {
    const value = numbers[i] as number;
    const place = () => `row ${Math.floor(i / columns)}`;
    if (!Number.isFinite(value))
      throw new UsageError(`${node} ${call}: ${place()} holds ${value}, no finite number.`);
    if (i % columns !== 0) continue;
    if (value < x) {
      throw new UsageError(
        `${node} ${call}: the x of ${place()}, ${value}, is less than the one before, ${x}.`,
      );
    }
    x = value;
  }
  return numbers;
}

const shapedOf = (ring: Ring): Shaped => ({
  data: new Uint8Array(ring.toArray().buffer),
  shape: [ring.length, ring.columns],
  dtype: "float64",
});

const append: Operation = (node, [rows], { method }) => {
  if (!isShaped(rows)) throw new UsageError(`${node} ${method}: rows: expected a TypedBuffer.`);
  const ring = ringOf(node);
  const numbers = requireRows(node, ring, rows, method);
  if (numbers.length === 0) return;
  ring.append(numbers);
  node.session.outbox.called(node, [[method, [rows]]], { silent: true });
};

export const seriesModel: Model = {
  operations: {
    append,
    clear(node, _args, { method }) {
      ringOf(node).clear();
      node.session.outbox.called(node, [[method, []]], { silent: true });
    },
    get_row_count: (node) => ringOf(node).length,
    get_rows: (node) => shapedOf(ringOf(node)),
  },
  replay(node) {
    const ring = ringOf(node);
    return ring.length === 0 ? [] : [["append", [shapedOf(ring)]]];
  },
};
