/**
 * Says something to screen readers without moving the focus.
 * Made from two live regions of the page, one calm and one urgent.
 */

function region(urgent: boolean): HTMLElement {
  const element = document.createElement("div");
  element.className = "pgw-announcer";
  element.setAttribute("role", urgent ? "alert" : "status");
  document.body.append(element);
  return element;
}

let calm: HTMLElement | null = null;
let loud: HTMLElement | null = null;

/** Has `text` read aloud: when the user pauses, or at once with `urgent`. */
export function announce(text: string, urgent = false): void {
  if (urgent) loud ??= region(true);
  else calm ??= region(false);
  const element = urgent ? loud : calm;
  if (element === null) return;
  // The same text twice is a change only if something else was there in between.
  element.textContent = "";
  requestAnimationFrame(() => {
    element.textContent = text;
  });
}
