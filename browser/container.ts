/**
 * The base of every widget that holds others: its list of children, in step with the page.
 * Made from the contract of the Container definition.
 *
 * A subclass calls `adopt` and `remove`. `slot` is the element that the children's elements go into.
 */
import type { ContainerContract, ContainerEvents } from "../generated/browser/contracts.js";
import type { Placement } from "./layout.js";
import type { WidgetInit } from "./services.js";
import { BaseWidget, type WidgetParent } from "./widget.js";

export abstract class BaseContainer<E extends ContainerEvents = ContainerEvents>
  extends BaseWidget<E>
  implements ContainerContract, WidgetParent
{
  /** Where the elements of the children go. */
  protected readonly slot: HTMLElement;
  readonly #children: BaseWidget[] = [];

  constructor(init: WidgetInit, element: HTMLElement, slot: HTMLElement = element) {
    super(init, element);
    this.slot = slot;
  }

  /** The children, in order. */
  get children(): readonly BaseWidget[] {
    return this.#children;
  }

  getChildren(): BaseWidget[] {
    return [...this.#children];
  }

  numChildren(): number {
    return this.#children.length;
  }

  remove(child: BaseWidget, destroy = false): void {
    if (child.parent !== this) return;
    if (destroy) child.destroy();
    else child.setParent(null);
  }

  removeAll(destroy = false): void {
    for (const child of [...this.#children]) this.remove(child, destroy);
  }

  /**
   * Takes a child in, in front of the one now at `index` (default: at the end), from its former parent if it has
   * one. A child that is in this container already keeps its place, and is only placed anew.
   */
  protected adopt(child: BaseWidget, placement: Placement, index = this.#children.length): void {
    if (child.parent !== this) {
      if (child.element.contains(this.element)) throw new Error("A widget cannot be put into itself.");
      child.setParent(this);
      const before = this.#children[index] ?? null;
      this.#children.splice(before === null ? this.#children.length : index, 0, child);
      this.post("child-added", [child], false);
      this.insertElement(child, before);
    }
    child.place(placement);
  }

  /** Makes a child the last one, which lies on top of the others where they meet. */
  protected moveToEnd(child: BaseWidget): void {
    this.#children.splice(this.#children.indexOf(child), 1);
    this.#children.push(child);
    this.moveElementToEnd(child);
  }

  /** Takes a child in as the only one; the one before is taken out, not destroyed. */
  protected adoptOnly(child: BaseWidget, placement: Placement): void {
    for (const other of [...this.#children]) if (other !== child) this.remove(other);
    this.adopt(child, placement);
  }

  /** Puts the element of a new child into the page; null: behind all others. */
  protected insertElement(child: BaseWidget, before: BaseWidget | null): void {
    if (before === null) this.slot.append(child.element);
    else this.slot.insertBefore(child.element, before.element);
  }

  /** Puts the element of a child behind all others. */
  protected moveElementToEnd({ element }: BaseWidget): void {
    if (this.slot.lastElementChild !== element) this.slot.append(element);
  }

  /** Takes the element of a child out of the page. */
  protected removeElement(child: BaseWidget): void {
    child.element.remove();
  }

  /** A child has left the list and the page. */
  protected childLeft(_child: BaseWidget): void {}

  release(child: BaseWidget): void {
    const index = this.#children.indexOf(child);
    if (index < 0) return;
    this.#children.splice(index, 1);
    this.post("child-removed", [child], false);
    this.removeElement(child);
    this.childLeft(child);
  }

  override refreshEnabled(): void {
    super.refreshEnabled();
    for (const child of this.#children) child.refreshEnabled();
  }

  override dispose(): void {
    if (this.isDestroyed) return;
    super.dispose();
    for (const child of this.#children) child.dispose();
  }
}
