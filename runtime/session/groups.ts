/**
 * Groups of widgets of which at most one is on. The first member starts a group; others name any member to join.
 */
import type { WidgetNode } from "./node.js";

export class Group {
  readonly #members = new Set<WidgetNode>();

  get members(): ReadonlySet<WidgetNode> {
    return this.#members;
  }

  /** Puts a new widget into the group of another, or of its own. */
  static join(node: WidgetNode, other: WidgetNode | null): void {
    const group = other === null ? new Group() : Group.of(other);
    group.#members.add(node);
    node.more().group = group;
  }

  static of(node: WidgetNode): Group {
    const extra = node.more();
    if (extra.group === null) Group.join(node, null);
    return extra.group as Group;
  }

  static leave(node: WidgetNode): void {
    if (node.extra?.group) node.extra.group.#members.delete(node);
  }
}
