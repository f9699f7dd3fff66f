/**
 * Tooltips: one calm popover for the whole page.
 * Made from the texts that elements were given; shown for the pointer that rests and for keyboard focus.
 */
import { place } from "./place.js";

/** Milliseconds that the pointer rests before a tooltip shows, and that it stays after the pointer left. */
const REST = 600;
const LINGER = 150;
/** The next tooltip shows at once when the last one went less than this long ago. */
const WARM = 400;

const texts = new WeakMap<Element, string>();
let popover: HTMLElement | null = null;
let shownFor: Element | null = null;
let wanted: Element | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let hiddenAt = Number.NEGATIVE_INFINITY;
let listening = false;
let pointer = { x: 0, y: 0 };

/** Gives an element its tooltip; null or an empty text takes it away. Screen readers get it as a description. */
export function setTooltip(element: Element, text: string | null): void {
  if (text === null || text === "") {
    if (!texts.delete(element)) return;
    element.removeAttribute("data-tooltip");
    element.removeAttribute("aria-description");
    if (shownFor === element) hide();
    return;
  }
  listen();
  texts.set(element, text);
  element.setAttribute("data-tooltip", "");
  if (element.getAttribute("aria-label") !== text) element.setAttribute("aria-description", text);
  if (shownFor === element && popover !== null) popover.textContent = text;
}

/** The tooltip of an element, empty when it has none. */
export function tooltipOf(element: Element): string {
  return texts.get(element) ?? "";
}

function owner(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest("[data-tooltip]") : null;
}

function show(element: Element, at: { x: number; y: number } | null): void {
  const text = texts.get(element);
  if (text === undefined || !element.isConnected) return;
  if (popover === null) {
    popover = document.createElement("div");
    popover.className = "pgw-tooltip";
    popover.popover = "manual";
    // The text is on the element itself already, as its description.
    popover.setAttribute("aria-hidden", "true");
    popover.addEventListener("pointerenter", () => clearTimeout(timer));
    popover.addEventListener("pointerleave", () => hideSoon());
    document.body.append(popover);
  }
  popover.textContent = text;
  shownFor = element;
  popover.hidePopover();
  popover.showPopover();
  const box = element.getBoundingClientRect();
  // On a large element the text belongs near the pointer, not at a far corner.
  const near = at !== null && (box.width > 240 || box.height > 80);
  place(popover, near ? { left: at.x, top: at.y, width: 0, height: 18 } : box, "below", 6);
}

function hide(): void {
  clearTimeout(timer);
  wanted = null;
  if (shownFor === null) return;
  shownFor = null;
  hiddenAt = performance.now();
  popover?.hidePopover();
}

function hideSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(hide, LINGER);
}

function listen(): void {
  if (listening) return;
  listening = true;
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch" || event.buttons !== 0) return;
    if (event.target === popover) return;
    const element = owner(event.target);
    if (element === null) {
      wanted = null;
      if (shownFor !== null) hideSoon();
      else clearTimeout(timer);
      return;
    }
    if (element === shownFor) {
      clearTimeout(timer);
      return;
    }
    if (element === wanted) return;
    wanted = element;
    clearTimeout(timer);
    const warm = shownFor !== null || performance.now() - hiddenAt < WARM;
    timer = setTimeout(
      () => {
        if (wanted === element) show(element, pointer);
      },
      warm ? 60 : REST,
    );
  });
  const follow = (event: PointerEvent) => {
    pointer = { x: event.clientX, y: event.clientY };
  };
  document.addEventListener("pointermove", follow, { passive: true });
  document.addEventListener("pointerdown", hide, true);
  document.addEventListener("wheel", hide, { capture: true, passive: true });
  document.documentElement.addEventListener("pointerleave", hide);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" || event.key.length === 1) hide();
  });
  document.addEventListener("focusin", (event) => {
    const element = owner(event.target);
    if (element === null || !(event.target as Element).matches(":focus-visible")) hide();
    else if (element !== shownFor) show(element, null);
  });
  document.addEventListener("focusout", hide);
}
