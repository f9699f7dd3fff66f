/**
 * Names and descriptions of controls for screen readers.
 * Made from the tooltip, since that is all that a program says about a control without a text of its own.
 */

/** With a text of its own the tooltip describes a control; without one it is its name. */
export function nameControl(control: Element, tooltip: string, hasText: boolean): void {
  setAttribute(control, "aria-label", hasText ? "" : tooltip);
  setAttribute(control, "aria-description", hasText ? tooltip : "");
}

function setAttribute(element: Element, name: string, value: string): void {
  if (value === "") element.removeAttribute(name);
  else element.setAttribute(name, value);
}
