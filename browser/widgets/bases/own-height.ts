/**
 * Marks widgets whose height nothing else decides: for those that fill whatever place they are given.
 * Made from what a widget asks for and how its parent holds it; its style sheet says what height that is.
 */
import type { OwnLayout, Placement } from "../../layout.js";

/** Sets or takes away the class `pgw-own-height`. Call it after the base has written its layout styles. */
export function markOwnHeight(element: HTMLElement, own: OwnLayout, placement: Placement | null): void {
  const given =
    placement?.main !== "column" ||
    (placement.stretch ?? 0) > 0 ||
    placement.fill?.[1] === true ||
    own.expanding[1] ||
    [own.size, own.min, own.max].some(([, height]) => height !== null);
  element.classList.toggle("pgw-own-height", !given);
}
