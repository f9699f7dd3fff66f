/**
 * What can take the focus inside an element, in the order of the page.
 * Made from the elements that are there at the moment.
 */

const FOCUSABLE = "a[href], button, input, select, textarea, [tabindex], [contenteditable]";

function takesFocus(element: HTMLElement): boolean {
  return (
    element.tabIndex >= 0 &&
    !element.matches(":disabled") &&
    element.checkVisibility({ visibilityProperty: true })
  );
}

/** The element itself and what is in it, as far as the Tab key leads there. */
export function tabStops(root: HTMLElement): HTMLElement[] {
  return [root, ...root.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(takesFocus);
}

/** The first of them; null when there is none. */
export function firstStop(root: HTMLElement): HTMLElement | null {
  if (takesFocus(root)) return root;
  for (const element of root.querySelectorAll<HTMLElement>(FOCUSABLE))
    if (takesFocus(element)) return element;
  return null;
}

/** Whether an element needs the arrow key itself: a text until its caret is at the end, all that has values to go through. */
export function usesArrow(element: Element, backwards: boolean): boolean {
  if (element.matches("select, textarea, [contenteditable], [type=range], [type=number], [type=radio]"))
    return true;
  const role = element.getAttribute("role");
  if (role !== null && /^(slider|spinbutton|listbox|grid|treegrid|tree|tab|radio|separator)$/.test(role))
    return true;
  if (!(element instanceof HTMLInputElement) || element.selectionStart === null) return false;
  const { selectionStart, selectionEnd, value } = element;
  return selectionStart !== selectionEnd || selectionStart !== (backwards ? 0 : value.length);
}
