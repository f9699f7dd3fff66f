/**
 * Turns input on and off for one element: natively where it knows how, else by its role and Tab stop.
 * Made for the elements that widgets list as their controls.
 */

type NativeControl = HTMLElement & { disabled: boolean };

/** Tab stops of elements that cannot be disabled natively, while they are. */
const tabStops = new WeakMap<HTMLElement, string>();

/** Whether an element knows how to be disabled itself. */
export function isNative(element: HTMLElement): element is NativeControl {
  return "disabled" in element;
}

/** Lets the user reach an element, or not. */
export function setUsable(element: HTMLElement, on: boolean): void {
  if (isNative(element)) {
    element.disabled = !on;
  } else if (on) {
    element.removeAttribute("aria-disabled");
    const stop = tabStops.get(element);
    if (stop !== undefined) element.setAttribute("tabindex", stop);
    tabStops.delete(element);
  } else if (!tabStops.has(element)) {
    element.setAttribute("aria-disabled", "true");
    tabStops.set(element, element.getAttribute("tabindex") ?? "0");
    element.removeAttribute("tabindex");
  }
}
