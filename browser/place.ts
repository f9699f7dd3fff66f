/**
 * Where a popup goes: beside a point or an element, inside the viewport.
 * A pure function of rectangles, and the one that applies it to an element.
 */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** below, above: under or over the anchor; after: at its end, like a submenu. */
export type PopupSide = "below" | "above" | "after";

/** Space kept free between a popup and the edge of the viewport. */
const EDGE = 4;

function kept(start: number, length: number, room: number): number {
  return Math.max(EDGE, Math.min(start, room - EDGE - length));
}

/** Left and top of a popup of this size. It turns to the other side where that has more room. */
export function placement(
  popup: { readonly width: number; readonly height: number },
  anchor: Box,
  viewport: { readonly width: number; readonly height: number },
  side: PopupSide,
  gap = 0,
): { left: number; top: number } {
  const right = anchor.left + anchor.width;
  const bottom = anchor.top + anchor.height;
  if (side === "after") {
    const fits = right + gap + popup.width <= viewport.width - EDGE;
    const left = fits || anchor.left < viewport.width - right ? right + gap : anchor.left - gap - popup.width;
    return {
      left: kept(left, popup.width, viewport.width),
      top: kept(anchor.top, popup.height, viewport.height),
    };
  }
  const above = anchor.top - gap - popup.height;
  const below = bottom + gap;
  const roomAbove = anchor.top - gap - EDGE;
  const roomBelow = viewport.height - EDGE - below;
  const wantsBelow =
    side === "below"
      ? popup.height <= roomBelow || roomBelow >= roomAbove
      : popup.height > roomAbove && roomBelow > roomAbove;
  return {
    left: kept(anchor.left, popup.width, viewport.width),
    top: kept(wantsBelow ? below : above, popup.height, viewport.height),
  };
}

/**
 * Left and top of a popup of this size beside the first of these anchors, on any side, where it leaves the last one
 * free. Beside the first where that cannot be.
 */
export function placementBeside(
  popup: { readonly width: number; readonly height: number },
  anchors: readonly [Box, ...Box[]],
  viewport: { readonly width: number; readonly height: number },
  gap = 0,
): { left: number; top: number } {
  const free = anchors[anchors.length - 1] ?? anchors[0];
  const places = anchors.flatMap((anchor) =>
    (["below", "after"] as const).map((side) => placement(popup, anchor, viewport, side, gap)),
  );
  return (
    places.find((at) => !overlap({ ...popup, ...at }, free)) ??
    placement(popup, anchors[0], viewport, "below", gap)
  );
}

function overlap(a: Box, b: Box): boolean {
  return (
    a.left < b.left + b.width &&
    b.left < a.left + a.width &&
    a.top < b.top + b.height &&
    b.top < a.top + a.height
  );
}

/** Puts a shown popup (position: fixed) beside an anchor. */
export function place(popup: HTMLElement, anchor: Box, side: PopupSide, gap = 0): void {
  put(popup, placement(sizeOf(popup), anchor, viewport(), side, gap));
}

/** Puts a shown popup (position: fixed) beside one of these anchors, clear of the last one where it can be. */
export function placeBeside(popup: HTMLElement, anchors: readonly [Box, ...Box[]], gap = 0): void {
  put(popup, placementBeside(sizeOf(popup), anchors, viewport(), gap));
}

const sizeOf = (popup: HTMLElement) => ({ width: popup.offsetWidth, height: popup.offsetHeight });

const viewport = () => ({
  width: document.documentElement.clientWidth,
  height: document.documentElement.clientHeight,
});

function put(popup: HTMLElement, { left, top }: { left: number; top: number }): void {
  popup.style.left = `${Math.round(left)}px`;
  popup.style.top = `${Math.round(top)}px`;
}
