/**
 * The widget tree: who holds whom, in which order. A widget has one parent at most.
 */
import { camelCase } from "../protocol/names.js";
import { childrenOf, DEFAULT_SLOT, linkOf, reselect, selectedChild, selectedPlace } from "./children.js";
import { UsageError } from "./errors.js";
import { Group } from "./groups.js";
import type { Link, WidgetNode } from "./node.js";
import { releaseReferences } from "./references.js";
import type { Call } from "./render.js";
import type { ChangeOptions } from "./state.js";
import type { ChildMethod } from "./table.js";

/** Throws when a widget cannot be put into a container, before anything has changed. */
export function requireAttachable(parent: WidgetNode, name: string, child: WidgetNode): void {
  const call = `${parent}.${camelCase(name)}`;
  if (child.cls.table.createdBy !== undefined) {
    throw new UsageError(`${call}: ${child} belongs where it was made and cannot be put elsewhere.`);
  }
  for (let at: WidgetNode | null = parent; at !== null; at = at.parent) {
    if (at === child) throw new UsageError(`${call}: ${child} holds ${parent} and cannot be put into it.`);
  }
}

/**
 * Puts a widget into a container, out of the one that it is in.
 * @param made - What the call makes around the child in every browser.
 */
export function attach(
  parent: WidgetNode,
  name: string,
  method: ChildMethod,
  child: WidgetNode,
  args: readonly unknown[],
  made: WidgetNode | null = null,
): void {
  requireAttachable(parent, name, child);
  const { session } = parent;
  const present =
    child.parent === parent ? (parent.links ?? []).find((link) => link.child === child) : undefined;
  if (present !== undefined && present.slot === method.slot && made === null) {
    moveOrPlace(parent, name, method, present, args);
    return;
  }
  if (child.parent !== null) detach(child);
  if (method.child === "set") for (const each of childrenOf(parent, method.slot)) detach(each);

  const before = selectedChild(parent);
  const selected = selectedPlace(parent);
  const link = linkFor(parent, name, method, child, args, made);
  parent.links ??= [];
  parent.links.splice(method.child === "insert" ? place(parent, method, args) : parent.links.length, 0, link);
  for (const each of [child, made]) {
    if (each === null) continue;
    each.parent = parent;
    session.roots.delete(each);
  }
  session.outbox.called(parent, [[name, args]], { silent: true, made });
  const isListed = method.slot === DEFAULT_SLOT;
  if (isListed && parent.cls.selection !== null) {
    const at = childrenOf(parent).indexOf(child);
    reselect(parent, before, selected < 0 ? at : at <= selected ? selected + 1 : selected);
  }
  for (const model of parent.cls.models) session.modelOf(model).attached?.(parent, link);
  if (isListed) session.handlers.fire(parent, "child-added", [child.face]);
}

/** An attach of a child that is there already: its placement changes, and with insert (or `again`) its place. */
function moveOrPlace(
  parent: WidgetNode,
  name: string,
  method: ChildMethod,
  link: Link,
  args: readonly unknown[],
): void {
  const { session } = parent;
  const { removal } = parent.cls;
  const child = link.child as WidgetNode;
  const calls: Call[] = [];
  if (method.child === "insert") {
    const before = selectedChild(parent);
    const links = parent.links as Link[];
    const target = place(parent, method, args);
    const from = links.indexOf(link);
    links.splice(from, 1);
    links.splice(target > from ? target - 1 : target, 0, link);
    if (removal !== null) calls.push([removal.name, argsFor(removal.method, child)]);
    if (before !== null) reselect(parent, before, childrenOf(parent).indexOf(before));
  }
  if (method.again === "last") {
    const links = parent.links as Link[];
    links.push(...links.splice(links.indexOf(link), 1));
  }
  const fresh = linkFor(parent, name, method, child, args, null);
  link.method = fresh.method;
  link.args = fresh.args;
  // In a browser it has just left its old place, which may count before the new one.
  const now = childrenOf(parent, method.slot).indexOf(child);
  calls.push([name, method.child === "insert" ? args.with(method.index ?? 0, now) : args]);
  // What was said of the child went with it when it left its place.
  if (method.child === "insert") calls.push(...(link.calls ?? []));
  session.outbox.called(parent, calls, { silent: true });
  for (const model of parent.cls.models) session.modelOf(model).attached?.(parent, link);
}

function linkFor(
  parent: WidgetNode,
  name: string,
  method: ChildMethod,
  child: WidgetNode,
  args: readonly unknown[],
  made: WidgetNode | null,
): Link {
  const { slot } = method;
  if (method.child !== "insert") return { child, made, slot, method: name, args: [...args], calls: null };
  // A replay adds the children in their order, so the place is left out and the plain method used.
  const plain = parent.cls.slots.get(slot);
  if (plain === undefined) throw new Error(`${parent.cls.name} inserts into a slot that nothing attaches to`);
  const named = new Map(method.params.map((param, i) => [param.name, args[i]]));
  const plainArgs = plain.method.params.map(({ name, default: usual }) =>
    named.has(name) ? named.get(name) : (usual ?? null),
  );
  return { child, made, slot, method: plain.attach, args: plainArgs, calls: null };
}

/** Place among all links of the child that an insert goes in front of. */
function place(parent: WidgetNode, method: ChildMethod, args: readonly unknown[]): number {
  return linkPlace(parent, childrenOf(parent, method.slot)[args[method.index ?? 0] as number]);
}

function linkPlace(parent: WidgetNode, before: WidgetNode | undefined): number {
  const links = parent.links ?? [];
  const at = before === undefined ? -1 : links.findIndex((link) => link.child === before);
  return at === -1 ? links.length : at;
}

/**
 * Gives a child another place among its siblings; beyond the last one it goes to the end.
 * @returns Its place now.
 */
export function move(
  parent: WidgetNode,
  child: WidgetNode,
  place: number,
  { origin }: ChangeOptions = {},
): number {
  const { moving } = parent.cls;
  if (moving === null) throw new Error(`${parent.cls.name} has no method that moves a child`);
  const { outbox } = parent.session;
  const before = selectedChild(parent);
  const links = parent.links as Link[];
  const [link] = links.splice(
    links.findIndex((each) => each.child === child),
    1,
  ) as [Link];
  links.splice(linkPlace(parent, childrenOf(parent, link.slot)[place]), 0, link);
  const siblings = childrenOf(parent, link.slot);
  const now = siblings.indexOf(child);
  const call = (of: WidgetNode, to: number): Call => [
    moving.name,
    argsFor(moving.method, of).with(moving.method.index as number, to),
  ];
  outbox.called(parent, [call(child, now)], {
    silent: true,
    ...(origin !== undefined && { to: (peer) => peer !== origin }),
  });
  if (origin !== undefined) {
    // Changes may have crossed on the way: the browser whose user did it is told the whole order.
    const all = siblings.map((each, i) => call(each, i));
    outbox.called(parent, all, { silent: true, seen: true, to: (peer) => peer === origin });
  }
  if (before !== null) reselect(parent, before, childrenOf(parent).indexOf(before));
  return now;
}

/** Adds something that is no widget, in its place among the children. */
export function addEntry(
  parent: WidgetNode,
  name: string,
  method: ChildMethod,
  args: readonly unknown[],
): void {
  parent.links ??= [];
  parent.links.push({
    child: null,
    made: null,
    slot: method.slot,
    method: name,
    args: [...args],
    calls: null,
  });
  parent.session.outbox.called(parent, [[name, args]], { silent: true });
}

/** Takes out what is no widget; the widgets have gone already. */
export function dropEntries(parent: WidgetNode, name: string, args: readonly unknown[]): void {
  const links = parent.links ?? [];
  if (links.every((link) => link.child !== null)) return;
  parent.links = links.filter((link) => link.child !== null);
  parent.session.outbox.called(parent, [[name, args]], { silent: true });
}

/** Takes a widget out of its parent; it becomes a root. What was made around it ends. */
export function detach(child: WidgetNode): void {
  leaveParent(child, false);
}

/**
 * As `detach`. With `ending`, browsers are told to end the widget with the same call where the parent has one that
 * does: in between they would measure all that it holds once more.
 * @returns Whether they have been told so.
 */
function leaveParent(child: WidgetNode, ending: boolean): boolean {
  const { parent, session } = child;
  if (parent === null) return false;
  const before = selectedChild(parent);
  const selected = selectedPlace(parent);
  const links = parent.links as Link[];
  const link = links.find((each) => each.child === child) as Link;
  const isListed = link.slot === DEFAULT_SLOT;
  // Only who keeps something by place asks for it: a long list of children is emptied one by one.
  const listeners = parent.cls.models.map((name) => session.modelOf(name)).filter((model) => model.detached);
  const needsPlace = parent.cls.selection !== null || listeners.length > 0;
  const at = needsPlace ? childrenOf(parent, link.slot).indexOf(child) : -1;
  links.splice(links.indexOf(link), 1);
  child.parent = null;
  session.roots.add(child);
  const { removal, selection } = parent.cls;
  const flag = ending ? removal?.method.destroy : undefined;
  if (removal !== null) {
    const args = argsFor(removal.method, child);
    if (flag !== undefined) args[flag] = true;
    session.outbox.called(parent, [[removal.name, args]], { silent: true });
  }
  if (isListed && selection !== null) {
    const last = childrenOf(parent).length - 1;
    reselect(parent, before, at < selected ? selected - 1 : Math.min(selected, last));
  }
  for (const model of listeners) model.detached?.(parent, link, at);
  if (link.made !== null) {
    releaseReferences(link.made);
    end(link.made);
  }
  if (isListed) session.handlers.fire(parent, "child-removed", [child.face]);
  return flag !== undefined;
}

/** The arguments of a call about a child, the others with their defaults. */
function argsFor(method: ChildMethod, child: WidgetNode): unknown[] {
  return method.params.map((param, i) => (i === method.param ? child.face : (param.default ?? null)));
}

/** Ends a widget and all that it holds: it leaves tree, groups, timers, handlers and every browser. */
export function destroy(node: WidgetNode): void {
  if (node.destroyed) return;
  const link = linkOf(node);
  if (link?.made === node && link.child !== null) {
    // It goes together with the place of the child that it was made around.
    detach(link.child);
    return;
  }
  const { session } = node;
  walk(node, releaseReferences);
  if (!leaveParent(node, true)) session.outbox.called(node, [["destroy", []]]);
  end(node);
}

/** Ends a widget with all it holds, without telling the browsers. */
export function end(node: WidgetNode): void {
  if (node.destroyed) return;
  for (const { child, made } of node.links ?? []) {
    if (child !== null) end(child);
    if (made !== null) end(made);
  }
  node.destroyed = true;
  for (const name of node.cls.models) node.session.modelOf(name).ended?.(node);
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
  for (const { child, made } of node.links ?? []) {
    if (made !== null) visit(made, depth + 1);
    if (child !== null) walk(child, visit, depth + 1);
  }
}
