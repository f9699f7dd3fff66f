/**
 * The base of the dialogs: windows that may be modal, stand in the middle, and take the focus and give it back.
 * Made from the contract of the DialogBase definition.
 */
import "./dialog.css";
import type {
  DialogBaseArgs,
  DialogBaseContract,
  DialogBaseEvents,
} from "../../generated/browser/contracts.js";
import { firstStop } from "../menus/stops.js";
import type { WidgetInit } from "../services.js";
import type { BaseWidget } from "../widget.js";
import type { Point } from "../windows/geometry.js";
import { WindowWidget } from "../windows/window.js";
import { ButtonRow } from "./button-row.js";
import { Modals, type ModalWindow } from "./modals.js";

/** What has no use for Enter itself, so that it is for the dialog. */
const LEAVES_ENTER = "input:is([type=checkbox], [type=radio], [type=range]), [role=slider]";

export abstract class DialogBase<E extends DialogBaseEvents = DialogBaseEvents>
  extends WindowWidget<E>
  implements DialogBaseContract, ModalWindow
{
  /** Where the content goes, above the buttons. */
  protected readonly content = document.createElement("div");
  protected readonly buttons = new ButtonRow(() => this.isEnabled);
  readonly #modals: Modals;
  #modal: boolean;
  /** What had the focus before it was shown. */
  #before: HTMLElement | null = null;

  constructor(init: WidgetInit, args: DialogBaseArgs, title: string | null) {
    super(init, args, title);
    this.#modals = Modals.of(init.services.desk);
    this.#modal = args.modal;
    this.element.classList.add("pgw-dialog-window");
    this.content.className = "pgw-dialog-content";
    this.slot.append(this.content, this.buttons.element);
    this.element.addEventListener("keydown", (event) => this.#key(event));
  }

  // ---- the contract ----

  setModal(tf: boolean): void {
    this.#modal = tf;
    if (this.element.hidden) return;
    if (tf) {
      this.#remember();
      this.#cover();
    } else {
      this.#modals.hide(this);
    }
  }

  popup(x: number | null = null, y: number | null = null): void {
    if (x !== null && y !== null) this.setPosition(x, y);
    this.show();
  }

  override show(): void {
    const { outbox, updates } = this.services;
    const wasShown = !this.element.hidden;
    if (!wasShown) this.#remember();
    super.show();
    if (this.#modal) this.#cover();
    // What is built again, or comes by itself, takes the focus from nobody.
    else if (!wasShown && !outbox.rebuilding && navigator.userActivation?.isActive !== false) {
      updates.after(() => this.#takeFocus());
    }
  }

  override hide(): void {
    if (this.element.hidden) return;
    const { activeElement } = document;
    const hadFocus = activeElement === document.body || this.element.contains(activeElement);
    // What was below can be focused again only now.
    this.#modals.hide(this);
    super.hide();
    if (hadFocus) this.#giveFocusBack();
  }

  override raise(): void {
    super.raise();
    if (this.#modals.has(this)) this.#modals.show(this);
  }

  /** A modal dialog stays above its cover. */
  override lower(): void {
    if (!this.#modals.has(this)) super.lower();
  }

  override lowerByUser(): void {
    if (!this.#modals.has(this)) super.lowerByUser();
  }

  /** Without a title there is nothing that its user could close it by. */
  override closeByUser(): void {
    if (this.title !== null) super.closeByUser();
  }

  /** The Escape key. */
  protected escape(): void {
    this.closeByUser();
  }

  // ---- for the desk ----

  /** While a modal dialog is open it is what the user works in, also when the program raises something else. */
  override setActive(on: boolean): void {
    super.setActive(on);
    if (on || this.#modals.topmost !== this) return;
    this.services.updates.after(() => {
      if (this.#modals.topmost === this) this.services.desk.raise(this);
    });
  }

  focusInside(): void {
    const target = firstStop(this.content) ?? firstStop(this.buttons.element) ?? this.element;
    target.focus({ preventScroll: true });
  }

  protected override controls(): readonly HTMLElement[] {
    return [...super.controls(), ...this.buttons.own];
  }

  protected override focusTarget(): HTMLElement {
    return firstStop(this.content) ?? firstStop(this.buttons.element) ?? this.element;
  }

  protected override insertElement(child: BaseWidget, before: BaseWidget | null): void {
    this.content.insertBefore(child.element, before?.element ?? null);
  }

  /** It needs none: it stands in the middle until somebody chooses a place for it. */
  protected override findPlace(): void {}

  protected override writePlace(at: Point | null): void {
    super.writePlace(at);
    this.element.classList.toggle("pgw-centred", at === null);
  }

  protected override contentRoomChanged([given]: readonly [horizontal: boolean, vertical: boolean]): void {
    this.element.classList.toggle("pgw-own-width", given);
  }

  override refreshEnabled(): void {
    super.refreshEnabled();
    for (const button of this.buttons.widgets) button.refreshEnabled();
  }

  override remove(child: BaseWidget, destroy = false): void {
    if (child.parent !== this.buttons) super.remove(child, destroy);
    else if (destroy) child.destroy();
    else child.setParent(null);
  }

  override dispose(): void {
    if (this.isDestroyed) return;
    super.dispose();
    for (const button of this.buttons.widgets) button.dispose();
  }

  protected override disposed(): void {
    const wasCovering = this.#modals.has(this);
    this.#modals.hide(this);
    super.disposed();
    if (wasCovering && document.activeElement === document.body) this.#giveFocusBack();
  }

  // ---- focus and keys ----

  #cover(): void {
    this.#modals.show(this);
    const focus = () => this.#takeFocus();
    this.services.updates.after(focus);
    this.services.updates.whenSettled(focus);
  }

  #remember(): void {
    const { activeElement } = document;
    const isInside = this.element.contains(activeElement) || activeElement === document.body;
    if (activeElement instanceof HTMLElement && !isInside) this.#before = activeElement;
  }

  /** Nothing inside has the focus yet: then the first that can take it gets it. */
  #takeFocus(): void {
    const covered = this.#modals.topmost !== null && this.#modals.topmost !== this;
    if (this.element.hidden || this.isDestroyed || covered) return;
    if (!this.element.contains(document.activeElement)) this.focusInside();
  }

  #giveFocusBack(): void {
    const before = this.#before;
    this.#before = null;
    before?.focus({ preventScroll: true });
    // It may have gone, or be covered itself.
    const { topmost } = this.#modals;
    if (topmost === null) return;
    const { activeElement } = document;
    const isInside = topmost.element.contains(activeElement) && topmost.element !== activeElement;
    if (!isInside) topmost.focusInside();
  }

  #key(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || event.altKey || event.metaKey) return;
    const target = event.target as HTMLElement;
    if (event.ctrlKey) {
      // There is no next window while this one covers them.
      if (event.key !== "F6" || !this.#modals.has(this)) return;
    } else if (event.key === "Escape" && !event.shiftKey) {
      this.escape();
    } else if (event.key === "Enter" && (target === this.element || target.matches(LEAVES_ENTER))) {
      if (event.repeat || this.isParked) return;
      this.buttons.first?.click();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
