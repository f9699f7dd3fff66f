/**
 * How narrow a widget may become in a row that is short of room.
 * Made from what it asks for, how its parent holds it, and the text in it: text wraps before anything is cut off,
 * and words stay whole for as long as there is room for them.
 */
import type { OwnLayout, Placement } from "../../layout.js";
import type { BaseWidget } from "../../widget.js";

/** A widget with text of its own, or one that holds such. */
export interface Yielding {
  /** Whether it may become narrower than its natural width. */
  readonly yields: boolean;
  /** Whether it holds nothing but text, so that its longest word is the least width that is of use. */
  readonly onlyText: boolean;
}

/** A container whose own answers follow from those of its children. */
interface YieldingParent {
  childYielding(child: BaseWidget): void;
}

/** The answers of any widget. One that has none keeps its natural width, and may shrink to nothing where it grows. */
export function yieldingOf(widget: BaseWidget): Yielding {
  return "yields" in widget ? (widget as BaseWidget & Yielding) : { yields: false, onlyText: false };
}

/** Tells the parent of a widget that one of its answers has changed. */
export function tellYielding(widget: BaseWidget): void {
  const { parent } = widget;
  if (parent !== null && "childYielding" in parent) (parent as YieldingParent).childYielding(widget);
}

/** Widgets that were made to shrink. */
const shrinking = new WeakSet<BaseWidget>();

/** Completes the layout styles of a widget. Call it after the base has written its own. */
export function applyYielding(
  widget: BaseWidget & Yielding,
  own: OwnLayout,
  placement: Placement | null,
): void {
  if (placement === null || placement.main === "none") return;
  const { style } = widget.element;
  const row = placement.main === "row";
  const along = row ? 0 : 1;
  if (placement.fill?.[along] === true) return;
  if ((placement.stretch ?? 0) > 0 || own.expanding[along]) {
    if (row && own.min[0] === null) style.minWidth = widget.onlyText ? "auto" : "0";
    return;
  }
  const free = row && own.size[0] === null && placement.rigid !== true;
  const shrinks = free && widget.yields;
  // By itself it does not: only what yields, or did, has it written.
  if (!shrinks && !shrinking.has(widget)) return;
  style.flexShrink = shrinks ? "1" : "0";
  if (shrinks) shrinking.add(widget);
  else shrinking.delete(widget);
}
