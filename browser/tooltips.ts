/**
 * Tooltips: one calm popover for the whole page.
 * Made from the texts that elements were given; shown for the pointer that rests, and for a focus that keys moved.
 */
import { type Box, place, placeBeside } from "./place.js";

/** Milliseconds that the pointer rests before a tooltip shows, and that it stays after the pointer left. */
const REST = 600;
const LINGER = 150;
/** The next tooltip shows at once when the last one went less than this long ago. */
const WARM = 400;
/** Space between a tooltip and what it belongs to, in CSS pixels. */
const GAP = 6;

type Cause = "pointer" | "focus";

const texts = new WeakMap<Element, string>();
let popover: HTMLElement | null = null;
let shown: { readonly element: Element; readonly cause: Cause } | null = null;
let wanted: Element | null = null;
/** What the pointer is over, of all that have a tooltip. */
let over: Element | null = null;
/** Where the pointer was when its user sent tooltips away: none shows there before the pointer has left. */
let dismissed: Element | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let frame = 0;
let hiddenAt = Number.NEGATIVE_INFINITY;
let listening = false;
let pointer = { x: 0, y: 0 };
/** Whether the user's last deed was a key: only then does a focus show a tooltip. */
let byKeys = false;

/** Gives an element its tooltip; null or an empty text takes it away. Screen readers get it as a description. */
export function setTooltip(element: Element, text: string | null): void {
  if (text === null || text === "") {
    if (!texts.delete(element)) return;
    element.removeAttribute("data-tooltip");
    element.removeAttribute("aria-description");
    if (shown?.element === element) hide();
    return;
  }
  listen();
  texts.set(element, text);
  element.setAttribute("data-tooltip", "");
  if (element.getAttribute("aria-label") !== text) element.setAttribute("aria-description", text);
  if (shown?.element === element && popover !== null) popover.textContent = text;
}

/** The tooltip of an element, empty when it has none. */
export function tooltipOf(element: Element): string {
  return texts.get(element) ?? "";
}

function owner(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest("[data-tooltip]") : null;
}

function show(element: Element, cause: Cause, put: (tip: HTMLElement, box: Box) => void): void {
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
  clearTimeout(timer);
  popover.textContent = text;
  // A pointer that brought it may go over it; otherwise it may lie over what the pointer is about to press.
  popover.style.pointerEvents = cause === "pointer" ? "auto" : "none";
  shown = { element, cause };
  popover.hidePopover();
  popover.showPopover();
  put(popover, element.getBoundingClientRect());
}

function showForPointer(element: Element): void {
  show(element, "pointer", (tip, box) => {
    // On a large element the text belongs near the pointer, not at a far corner.
    const near = box.width > 240 || box.height > 80;
    place(tip, near ? { left: pointer.x, top: pointer.y, width: 0, height: 18 } : box, "below", GAP);
  });
}

/** @param focused - The element itself, or what has the focus inside it */
function showForFocus(element: Element, focused: Element): void {
  show(element, "focus", (tip, box) => placeBeside(tip, [box, focused.getBoundingClientRect()], GAP));
}

function hide(): void {
  clearTimeout(timer);
  cancelAnimationFrame(frame);
  wanted = null;
  if (shown === null) return;
  shown = null;
  hiddenAt = performance.now();
  popover?.hidePopover();
}

function hideSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(hide, LINGER);
}

/** The user wants none now. */
function dismiss(): void {
  dismissed = over;
  hide();
}

function listen(): void {
  if (listening) return;
  listening = true;
  document.addEventListener("pointerover", onPointerOver);
  const follow = (event: PointerEvent) => {
    pointer = { x: event.clientX, y: event.clientY };
  };
  document.addEventListener("pointermove", follow, { passive: true });
  addEventListener(
    "pointerdown",
    (event) => {
      byKeys = false;
      follow(event);
      dismiss();
    },
    true,
  );
  document.addEventListener("wheel", hide, { capture: true, passive: true });
  document.addEventListener("scroll", onScroll, { capture: true, passive: true });
  document.documentElement.addEventListener("pointerleave", () => {
    over = null;
    dismissed = null;
    if (shown?.cause !== "focus") hide();
  });
  addEventListener(
    "keydown",
    (event) => {
      byKeys = true;
      if (event.key === "Escape" || event.key.length === 1) dismiss();
    },
    true,
  );
  document.addEventListener("focusin", onFocusIn);
  document.addEventListener("focusout", hide);
}

function onPointerOver(event: PointerEvent): void {
  if (event.pointerType === "touch" || event.buttons !== 0) return;
  if (event.target === popover) return;
  const element = owner(event.target);
  over = element;
  if (element !== dismissed) dismissed = null;
  if (element === null || element === dismissed) {
    wanted = null;
    // What a focus shows stays as long as that focus.
    if (shown?.cause === "pointer") hideSoon();
    else clearTimeout(timer);
    return;
  }
  if (element === shown?.element) {
    wanted = null;
    clearTimeout(timer);
    return;
  }
  if (element === wanted) return;
  wanted = element;
  clearTimeout(timer);
  const isWarm = shown?.cause === "pointer" || performance.now() - hiddenAt < WARM;
  timer = setTimeout(
    () => {
      if (wanted === element) showForPointer(element);
    },
    isWarm ? 60 : REST,
  );
}

function onFocusIn(event: FocusEvent): void {
  const focused = event.target as Element;
  const element = byKeys && focused.matches(":focus-visible") ? owner(focused) : null;
  if (element === null) {
    hide();
    return;
  }
  // What has the focus is scrolled into view first.
  cancelAnimationFrame(frame);
  frame = requestAnimationFrame(() => {
    if (document.activeElement === focused) showForFocus(element, focused);
  });
}

/** What moves away from under its tooltip has none. */
function onScroll(event: Event): void {
  if (shown !== null && (event.target as Node).contains(shown.element)) hide();
}
