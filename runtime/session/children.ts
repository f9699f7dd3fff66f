/**
 * Reading the widget tree: which children a widget has, in which order, and which of them is selected.
 */
import type { Link, WidgetNode } from "./node.js";
import { type ChangeOptions, readState, writeState } from "./state.js";
import { same } from "./values.js";

/** The list of children that a container's own methods speak of. */
export const DEFAULT_SLOT = "children";

/** The widgets that a container holds, in order. */
export function childrenOf(node: WidgetNode, slot = DEFAULT_SLOT): WidgetNode[] {
  const children: WidgetNode[] = [];
  for (const link of node.links ?? [])
    if (link.child !== null && link.slot === slot) children.push(link.child);
  return children;
}

/** Whether a widget holds another; what was made around a child is no child itself. */
export function isChild(node: WidgetNode, child: WidgetNode): boolean {
  return child.parent === node && child.cls.table.createdBy === undefined;
}

/** How a widget stands in its parent: as a child, or as what was made around one. */
export function linkOf(node: WidgetNode): Link | null {
  return node.parent?.links?.find((link) => link.child === node || link.made === node) ?? null;
}

/** The last child that was added with placement arguments of these names and values. */
export function childWith(node: WidgetNode, wanted: ReadonlyMap<string, unknown>): WidgetNode | null {
  const found = (node.links ?? []).findLast((link) => {
    const params = node.cls.methods.get(link.method)?.params ?? [];
    return [...wanted].every(([name, value]) => {
      const at = params.findIndex((param) => param.name === name);
      return at !== -1 && same(link.args[at], value);
    });
  });
  return found?.child ?? null;
}

/** Place of the selected child; -1 where there is none. */
export function selectedPlace(node: WidgetNode): number {
  return node.cls.selection === null ? -1 : (readState(node, node.cls.selection.state) as number);
}

/** The selected child; null where there is none. */
export function selectedChild(node: WidgetNode): WidgetNode | null {
  return node.cls.selection === null ? null : (childrenOf(node)[selectedPlace(node)] ?? null);
}

/** Selects the child at a place; a place without a child changes nothing. Says whether it is another child now. */
export function selectAt(node: WidgetNode, place: number, options: ChangeOptions = {}): boolean {
  if (childrenOf(node)[place] === undefined) return false;
  return reselect(node, selectedChild(node), place, options);
}

/**
 * Sets the place of the selection, after the children may have changed.
 * Handlers hear of it when another child is selected than `before`, not when only its place is another.
 */
export function reselect(
  node: WidgetNode,
  before: WidgetNode | null,
  place: number,
  options: ChangeOptions = {},
): boolean {
  const { selection } = node.cls;
  if (selection === null) return false;
  writeState(node, selection.state, place, options);
  const after = selectedChild(node);
  if (after === before) return false;
  if (options.origin === undefined && selection.action !== null && after !== null) {
    node.session.handlers.fire(node, selection.action, selectionArgs(node, selection.action));
  }
  return true;
}

/** What the callback of a selection tells: the child, and its place if it takes that too. */
export function selectionArgs(node: WidgetNode, action: string): unknown[] {
  const args = [selectedChild(node)?.face ?? null, selectedPlace(node)];
  return args.slice(0, node.cls.callbacks.get(action)?.required ?? 0);
}
