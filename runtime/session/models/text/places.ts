/**
 * The positions of a text: followed weakly, so that one that the program drops is followed no more;
 * held strongly by a name or an icon.
 */

import type { Change } from "../../../protocol/text-changes.js";
import { Span, SpanList } from "../../../protocol/text-spans.js";
import type { WidgetNode } from "../../node.js";

/** What a position does when text is inserted exactly at it. */
export type Gravity = "left" | "right";

/** Where a position is. Its node knows it; it must not keep its node alive. */
export class Place extends Span {
  readonly gravity: Gravity;
  /** The editor that it belongs to. */
  readonly editor: WidgetNode;
  readonly node: WeakRef<WidgetNode>;
  name: string | null = null;
  valid = true;

  constructor(node: WidgetNode, editor: WidgetNode, gravity: Gravity) {
    super();
    this.node = new WeakRef(node);
    this.editor = editor;
    this.gravity = gravity;
  }
}

/** An icon as browsers are told it. */
export interface Icon {
  readonly id: number;
  readonly offset: number;
  readonly gravity: Gravity;
  readonly url: string;
}

/** Positions are looked through for dropped ones whenever their number has doubled, and has reached this. */
const FIRST_LOOK = 1000;

export class Places {
  readonly #left = new SpanList<Place>("left");
  readonly #right = new SpanList<Place>("right");
  readonly names = new Map<string, WidgetNode>();
  /** Addresses of pictures, in the order in which they were bound. */
  readonly icons = new Map<WidgetNode, string>();
  #nextLook = FIRST_LOOK;

  /** Positions that are followed, with those that were dropped since the last look. */
  get count(): number {
    return this.#left.count + this.#right.count;
  }

  follow(place: Place, offset: number): void {
    this.#listOf(place).add(place, offset);
    if (this.count >= this.#nextLook) this.#look();
  }

  move(place: Place, offset: number): void {
    const list = this.#listOf(place);
    list.remove(place);
    list.add(place, offset);
  }

  changed(change: Change): void {
    this.#left.changed(change);
    this.#right.changed(change);
  }

  /** The position is followed no more, and loses its name and its icon. Says whether it had an icon. */
  retire(place: Place): boolean {
    place.valid = false;
    this.#listOf(place).remove(place);
    if (place.name !== null) this.names.delete(place.name);
    place.name = null;
    const node = place.node.deref();
    return node !== undefined && this.icons.delete(node);
  }

  /** All positions at once. Answers those that were still there. */
  retireAll(): Place[] {
    const retired: Place[] = [];
    for (const list of [this.#left, this.#right]) {
      const all = [...list];
      list.clear();
      for (const place of all) {
        place.valid = false;
        place.name = null;
        if (place.node.deref() !== undefined) retired.push(place);
      }
    }
    this.names.clear();
    this.icons.clear();
    this.#nextLook = FIRST_LOOK;
    return retired;
  }

  bindIcon(node: WidgetNode, url: string): void {
    this.icons.delete(node);
    this.icons.set(node, url);
  }

  #listOf(place: Place): SpanList<Place> {
    return place.gravity === "left" ? this.#left : this.#right;
  }

  #look(): void {
    for (const list of [this.#left, this.#right]) list.keepOnly((place) => place.node.deref() !== undefined);
    this.#nextLook = Math.max(FIRST_LOOK, 2 * this.count);
  }
}
