/**
 * The base of the widgets that can report pointer, wheel, key and focus events.
 * Made from the contract of the InteractiveWidget definition; without `interactive` nothing is listened to.
 */
import type {
  InteractiveWidgetArgs,
  InteractiveWidgetContract,
  InteractiveWidgetEvents,
} from "../../../generated/browser/contracts.js";
import type { ScrollEvent } from "../../../generated/browser/types.js";
import type { WidgetInit } from "../../services.js";
import { BaseWidget } from "../../widget.js";
import { keyPayload, pointerPayload, scrollPayload } from "./input-events.js";

/** Turns of the wheel that are still to be told, added up. */
interface Turning {
  total: ScrollEvent;
  told: boolean;
}

export abstract class InteractiveWidget<E extends InteractiveWidgetEvents = InteractiveWidgetEvents>
  extends BaseWidget<E>
  implements InteractiveWidgetContract
{
  readonly #interactive: boolean;
  #turning: Turning | null = null;

  constructor(init: WidgetInit, element: HTMLElement, args: InteractiveWidgetArgs) {
    super(init, element);
    this.#interactive = args.interactive;
    if (!args.interactive) return;
    element.classList.add("pgw-interactive");
    this.#watchPointer();
    this.#watchKeys();
    element.tabIndex = 0;
  }

  /** Whether the user can move the focus to it, while it is enabled. */
  protected get takesFocus(): boolean {
    return this.#interactive;
  }

  /** Call it when `takesFocus` has changed. */
  protected refreshFocusable(): void {
    if (this.takesFocus && this.isEnabled) this.element.tabIndex = 0;
    else this.element.removeAttribute("tabindex");
  }

  protected override controls(): readonly HTMLElement[] {
    return [];
  }

  protected override focusTarget(): HTMLElement | null {
    return this.takesFocus && this.isEnabled ? this.element : null;
  }

  protected override enabledChanged(on: boolean): void {
    super.enabledChanged(on);
    this.refreshFocusable();
  }

  override listen(action: string): void {
    super.listen(action);
    // A finger that moves over it then draws, and does not scroll what is around it.
    if (this.#interactive && action === "pointer-move") this.element.style.touchAction = "none";
  }

  override unlisten(action: string): void {
    super.unlisten(action);
    if (action === "pointer-move") this.element.style.touchAction = "";
  }

  #tell(action: keyof InteractiveWidgetEvents & string, payload: object): boolean {
    return this.isEnabled && this.post(action, [payload], true);
  }

  /** Positions are measured, so only for those who want to hear. */
  #tellPointer(action: keyof InteractiveWidgetEvents & string, event: MouseEvent, button: number): void {
    if (this.listensTo(action)) this.#tell(action, pointerPayload(event, this.element, button));
  }

  #watchPointer(): void {
    const { element } = this;
    element.addEventListener("pointerdown", (event) => {
      // The release is told too when it happens outside.
      if (event.isTrusted && this.isEnabled) element.setPointerCapture(event.pointerId);
      this.#tellPointer("pointer-down", event, event.button + 1);
    });
    const released = (event: PointerEvent) => this.#tellPointer("pointer-up", event, event.button + 1);
    element.addEventListener("pointerup", released);
    element.addEventListener("pointercancel", released);
    element.addEventListener("pointermove", (event) => {
      if (event.button < 0) {
        this.#tellPointer("pointer-move", event, 0);
        return;
      }
      // A further button beside one that is held: the browser calls this a move.
      const bit = [1, 4, 2, 8, 16][event.button] ?? 0;
      const down = (event.buttons & bit) !== 0;
      this.#tellPointer(down ? "pointer-down" : "pointer-up", event, event.button + 1);
    });
    element.addEventListener("pointerenter", (event) => this.#tellPointer("enter", event, 0));
    element.addEventListener("pointerleave", (event) => this.#tellPointer("leave", event, 0));
    element.addEventListener("click", (event) => {
      if (this.#isInside(event)) this.#tellPointer("click", event, 1);
    });
    element.addEventListener("dblclick", (event) => {
      if (this.#isInside(event)) this.#tellPointer("dblclick", event, 1);
    });
    element.addEventListener("contextmenu", (event) => {
      event.preventDefault();
      const byKey = event.button !== 2 && (event as PointerEvent).pointerType === "";
      this.#tellPointer("contextmenu", event, byKey ? 0 : event.button + 1);
    });
    element.addEventListener("wheel", (event) => this.#turned(event), { passive: true });
  }

  #watchKeys(): void {
    const { element } = this;
    element.addEventListener("keydown", (event) => this.#tell("key-down", keyPayload(event)));
    element.addEventListener("keyup", (event) => this.#tell("key-up", keyPayload(event)));
    element.addEventListener("keypress", (event) => this.#tell("key-press", keyPayload(event)));
    const focusPayload = ({ type, timeStamp }: FocusEvent) => ({ type, time_stamp: timeStamp });
    element.addEventListener("focus", (event) => this.#tell("focus-in", focusPayload(event)));
    element.addEventListener("blur", (event) => this.#tell("focus-out", focusPayload(event)));
  }

  /** The pointer is captured while it is pressed, so a release outside counts as a click for the browser. */
  #isInside(event: MouseEvent): boolean {
    if (event.detail === 0) return true;
    const { left, top, right, bottom } = this.element.getBoundingClientRect();
    const { clientX, clientY } = event;
    return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
  }

  #turned(event: WheelEvent): void {
    if (!this.listensTo("scroll")) return;
    const before = this.#turning?.told === false ? this.#turning.total : null;
    const turning: Turning = { total: scrollPayload(event, this.element, before), told: false };
    // Once it is written into a message, the next turn starts from nothing.
    const payload = {
      toJSON: () => {
        turning.told = true;
        return turning.total;
      },
    };
    this.#turning = this.#tell("scroll", payload) ? turning : null;
  }
}
