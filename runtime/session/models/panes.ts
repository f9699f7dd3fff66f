/**
 * The model `panes`: the state `sizes`, one number for each child, follows the children as they come and go.
 * Numbers count in proportion. Entries beyond the last child wait for children to come.
 */
import { childrenOf } from "../children.js";
import type { WidgetNode } from "../node.js";
import { readState, writeState } from "../state.js";
import type { Model } from "./model.js";

const STATE = "sizes";

function sizesOf(node: WidgetNode): readonly number[] | null {
  return readState(node, STATE) as readonly number[] | null;
}

/** One entry for each of `count` panes: those without one get the average of the others. */
function filled(sizes: readonly number[], count: number): readonly number[] {
  if (sizes.length === 0 || sizes.length >= count) return sizes;
  const average = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  return [...sizes, ...Array.from({ length: count - sizes.length }, () => average)];
}

export const panes: Model = {
  operations: {
    /** What a user's browser reported may be of a moment with other panes; of one without any, all count the same. */
    sizing(node) {
      const sizes = sizesOf(node) ?? [];
      const count = childrenOf(node).length;
      if (sizes.length === count) return;
      writeState(node, STATE, filled(sizes.length === 0 ? [1] : sizes, count).slice(0, count));
    },
  },
  attached(node) {
    const sizes = sizesOf(node);
    const info = node.cls.states.get(STATE);
    if (sizes === null || info === undefined) return;
    // A browser knows no entry for a pane that it did not have yet, so that it is told again.
    if (!writeState(node, STATE, filled(sizes, childrenOf(node).length))) {
      node.session.outbox.stateChanged(node, info, {});
    }
  },
  detached(node, _link, at) {
    const sizes = sizesOf(node);
    if (sizes !== null && at < sizes.length) writeState(node, STATE, sizes.toSpliced(at, 1));
  },
};
