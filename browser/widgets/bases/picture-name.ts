/**
 * What a picture is called for those who cannot see it: its tooltip; without one it is decoration,
 * unless its user can do something with it.
 */
import { say } from "../../strings.js";

/** Names an `img`, or another element that stands for a picture. */
export function namePicture(element: HTMLElement, tooltip: string, isInteractive: boolean): void {
  const name = tooltip !== "" ? tooltip : isInteractive ? say("picture") : "";
  if (element instanceof HTMLImageElement) {
    element.alt = name;
    return;
  }
  if (name === "") {
    element.removeAttribute("role");
    element.removeAttribute("aria-label");
  } else {
    element.setAttribute("role", "img");
    element.setAttribute("aria-label", name);
  }
}
