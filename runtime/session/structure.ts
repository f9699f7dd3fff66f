/**
 * The widget tree: who holds whom, in which order. A widget has one parent at most.
 */
import { camelCase } from "../protocol/names.js";
import { UsageError } from "./errors.js";
import { Group } from "./groups.js";
import { modelOf } from "./models/index.js";
import type { Link, WidgetNode } from "./node.js";
import { releaseReferences } from "./references.js";
import { readState, writeState } from "./state.js";
import type { ChildMethod } from "./table.js";
import { same } from "./values.js";

export const DEFAULT_SLOT = "children";

/** The widgets that a container holds, in order. */
export function childrenOf(node: WidgetNode, slot = DEFAULT_SLOT): WidgetNode[] {
  const children: WidgetNode[] = [];
  for (const link of node.links ?? [])
    if (link.child !== null && link.slot === slot) children.push(link.child);
  return children;
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

/** Puts a widget into a container; says whether the container changed its children. */
export function attach(
  parent: WidgetNode,
  name: string,
  method: ChildMethod,
  child: WidgetNode,
  args: readonly unknown[],
): void {
  for (let at: WidgetNode | null = parent; at !== null; at = at.parent) {
    if (at === child)
      throw new UsageError(
        `${parent}.${camelCase(name)}: ${child} holds ${parent} and cannot be put into it.`,
      );
  }
  const present =
    child.parent === parent ? (parent.links ?? []).find((link) => link.child === child) : undefined;
  if (present !== undefined && present.slot === method.slot) {
    moveOrPlace(parent, name, method, present, args);
    return;
  }
  if (child.parent !== null) detach(child);
  if (method.child === "set") for (const each of childrenOf(parent, method.slot)) detach(each);

  const link = linkFor(parent, name, method, child, args);
  parent.links ??= [];
  const index = method.child === "insert" ? place(parent, method, args) : parent.links.length;
  parent.links.splice(index, 0, link);
  child.parent = parent;
  parent.session.roots.delete(child);
  parent.session.outbox.called(parent, [[name, args]], { silent: true });
  if (method.slot === DEFAULT_SLOT) {
    selectionAfter(parent, (current) =>
      current < 0 ? 0 : childrenOf(parent).indexOf(child) <= current ? current + 1 : current,
    );
  }
  parent.session.fire(parent, "child-added", [child.face]);
}

/** An attach of a child that is there already: its placement changes, and with insert its place. */
function moveOrPlace(
  parent: WidgetNode,
  name: string,
  method: ChildMethod,
  link: Link,
  args: readonly unknown[],
): void {
  const { session } = parent;
  if (method.child === "insert") {
    const links = parent.links as Link[];
    const selected = parent.cls.selection === null ? null : childrenOf(parent)[indexOf(parent)];
    const target = place(parent, method, args);
    const from = links.indexOf(link);
    links.splice(from, 1);
    links.splice(target > from ? target - 1 : target, 0, link);
    const { removal } = parent.cls;
    if (removal !== null)
      session.outbox.called(parent, [[removal.name, removalArgs(removal.method, link.child)]], {
        silent: true,
      });
    if (selected) selectionAfter(parent, () => childrenOf(parent).indexOf(selected));
  }
  const fresh = linkFor(parent, name, method, link.child as WidgetNode, args);
  link.method = fresh.method;
  link.args = fresh.args;
  session.outbox.called(parent, [[name, args]], { silent: true });
}

function linkFor(
  parent: WidgetNode,
  name: string,
  method: ChildMethod,
  child: WidgetNode,
  args: readonly unknown[],
): Link {
  if (method.child !== "insert") {
    return { child, slot: method.slot, method: name, args: [...args], calls: null };
  }
  // A replay adds the children in their order, so the place is left out and the plain method used.
  const plain = parent.cls.slots.get(method.slot);
  if (plain === undefined) throw new Error(`${parent.cls.name} inserts into a slot that nothing attaches to`);
  const named = new Map(method.params.map((param, i) => [param.name, args[i]]));
  return {
    child,
    slot: method.slot,
    method: plain.attach,
    args: plain.method.params.map((param) => named.get(param.name) ?? param.default ?? null),
    calls: null,
  };
}

/** Place among all links of the child that an insert goes in front of. */
function place(parent: WidgetNode, method: ChildMethod, args: readonly unknown[]): number {
  const links = parent.links ?? [];
  const index = args[method.index ?? 0] as number;
  const before = childrenOf(parent, method.slot)[index];
  const at = links.findIndex((link) => link.child === before && before !== undefined);
  return at === -1 ? links.length : at;
}

/** Adds something that is no widget, in its place among the children. */
export function addEntry(
  parent: WidgetNode,
  name: string,
  method: ChildMethod,
  args: readonly unknown[],
): void {
  parent.links ??= [];
  parent.links.push({ child: null, slot: method.slot, method: name, args: [...args], calls: null });
  parent.session.outbox.called(parent, [[name, args]], { silent: true });
}

/** Takes a widget out of its parent; it becomes a root. */
export function detach(child: WidgetNode): void {
  const { parent, session } = child;
  if (parent === null) return;
  const links = parent.links as Link[];
  const at = links.findIndex((link) => link.child === child);
  const slot = links[at]?.slot;
  const index = parent.cls.selection === null ? -1 : childrenOf(parent).indexOf(child);
  links.splice(at, 1);
  child.parent = null;
  session.roots.add(child);
  const { removal } = parent.cls;
  if (removal !== null) {
    session.outbox.called(parent, [[removal.name, removalArgs(removal.method, child)]], { silent: true });
  }
  if (slot === DEFAULT_SLOT) {
    selectionAfter(parent, (current) =>
      index < current ? current - 1 : Math.min(current, childrenOf(parent).length - 1),
    );
  }
  session.fire(parent, "child-removed", [child.face]);
}

function removalArgs(method: ChildMethod, child: WidgetNode | null): unknown[] {
  return method.params.map((param, i) => (i === method.param ? child?.face : (param.default ?? null)));
}

function indexOf(parent: WidgetNode): number {
  return parent.cls.selection === null ? -1 : (readState(parent, parent.cls.selection) as number);
}

/** The index of the current child follows the children; the browser does the same by itself. */
function selectionAfter(parent: WidgetNode, index: (current: number) => number): void {
  const { selection } = parent.cls;
  if (selection !== null) writeState(parent, selection, index(indexOf(parent)));
}

/** Ends a widget and all that it holds: it leaves tree, groups, timers, handlers and every browser. */
export function destroy(node: WidgetNode): void {
  if (node.destroyed) return;
  const { session } = node;
  if (node.parent !== null) detach(node);
  walk(node, releaseReferences);
  session.outbox.called(node, [["destroy", []]]);
  end(node);
}

/** Ends a widget with all it holds, without telling the browsers. */
export function end(node: WidgetNode): void {
  if (node.destroyed) return;
  for (const link of node.links ?? []) if (link.child !== null) end(link.child);
  node.destroyed = true;
  for (const name of node.cls.models) modelOf(name).ended?.(node);
  Group.leave(node);
  for (const cancel of node.extra?.timers.values() ?? []) cancel();
  node.links = null;
  node.handlers = null;
  node.parent = null;
  node.extra = null;
  node.session.forget(node);
}

/** Calls `visit` for a widget and everything inside it, parents first. */
export function walk(node: WidgetNode, visit: (node: WidgetNode, depth: number) => void, depth = 0): void {
  visit(node, depth);
  for (const link of node.links ?? []) if (link.child !== null) walk(link.child, visit, depth + 1);
}
