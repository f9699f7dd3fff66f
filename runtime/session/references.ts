/**
 * Widgets named in the state of others: a label's menu. When one ends, the others let go of it.
 */
import type { WidgetNode } from "./node.js";
import { writeState } from "./state.js";
import { eachWidget, isPlain, nodeOf } from "./values.js";

/** Takes a widget that is about to end out of the state of all others. */
export function releaseReferences(node: WidgetNode): void {
  for (const referrer of node.extra?.referrers ?? []) {
    if (referrer.destroyed || referrer === node) continue;
    for (const state of referrer.cls.states.values()) {
      const value = referrer.state?.[state.name];
      if (state.refs === true && names(value, node)) writeState(referrer, state.name, without(value, node));
    }
  }
}

function names(value: unknown, node: WidgetNode): boolean {
  let found = false;
  eachWidget(value, (named) => {
    found ||= named === node;
  });
  return found;
}

/** A value with null in place of a widget; in lists of widgets its place goes. */
function without(value: unknown, node: WidgetNode): unknown {
  if (nodeOf(value) === node) return null;
  if (Array.isArray(value)) {
    return value.filter((item) => nodeOf(item) !== node).map((item) => without(item, node));
  }
  if (typeof value === "object" && value !== null && nodeOf(value) === null && isPlain(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, without(item, node)]));
  }
  return value;
}
