/**
 * The layout styles of a widget, from what it asks for and where its parent puts it.
 * A pure function of the two, so that the order of the calls that made them never matters.
 */
import { px } from "./units.js";

/** [horizontal, vertical] in CSS pixels; null for none. */
export type Extent = readonly [width: number | null, height: number | null];

/** What a widget asks for itself. */
export interface OwnLayout {
  readonly size: Extent;
  readonly min: Extent;
  readonly max: Extent;
  readonly expanding: readonly [horizontal: boolean, vertical: boolean];
}

export const NO_WISHES: OwnLayout = {
  size: [null, null],
  min: [null, null],
  max: [null, null],
  expanding: [false, false],
};

/** How a parent holds a child. It belongs to the parent: it is gone when the child leaves. */
export interface Placement {
  /** Direction in which the parent lines up its children; "none" when it puts each on its own (grid, layers). */
  readonly main: "row" | "column" | "none";
  /** Share of the spare room in that direction; 0 (default) for the natural size. */
  readonly stretch?: number;
  /** It does not become smaller than its natural size when room is short. */
  readonly rigid?: boolean;
  /** Directions in which the child gets all of the parent's room and its own size does not count. */
  readonly fill?: readonly [horizontal: boolean, vertical: boolean];
  /** Further styles that the parent puts on the child's element: a grid cell, a place. */
  readonly style?: Readonly<Record<string, string>>;
}

export type LayoutStyle = Readonly<Record<string, string>>;

const SIDES = [
  ["width", "min-width", "max-width"],
  ["height", "min-height", "max-height"],
] as const;

/** Styles of those without wishes, by how they are held: most widgets of a page have one of a few. */
const common = new Map<string, LayoutStyle>();

/** CSS properties by name. One that is missing is the style sheet's. */
export function layoutStyle(own: OwnLayout, placement: Placement | null): LayoutStyle {
  if (
    own !== NO_WISHES ||
    placement === null ||
    placement.style !== undefined ||
    placement.fill !== undefined
  ) {
    return workOut(own, placement);
  }
  const key = `${placement.main} ${placement.stretch ?? 0} ${placement.rigid === true}`;
  const known = common.get(key);
  if (known !== undefined) return known;
  const made = workOut(own, placement);
  common.set(key, made);
  return made;
}

function workOut(own: OwnLayout, placement: Placement | null): LayoutStyle {
  const style: Record<string, string> = {};
  const main = placement?.main ?? "none";
  const along = main === "row" ? 0 : main === "column" ? 1 : null;
  const fill = placement?.fill ?? [false, false];
  const stretch = placement?.stretch ?? 0;
  const rigid = placement?.rigid === true;
  const grow = along === null ? 0 : stretch > 0 ? stretch : fill[along] || own.expanding[along] ? 1 : 0;

  if (along !== null) {
    // The natural size is the style sheet's: most widgets have it, and what is not written costs nothing.
    if (grow > 0) style.flex = `${grow} ${rigid ? 0 : 1} auto`;
    const across = 1 - along;
    if (fill[across] || own.expanding[across]) style["align-self"] = "stretch";
  }
  SIDES.forEach(([size, min, max], direction) => {
    const filled = fill[direction] === true || own.expanding[direction] === true;
    const asked = own.size[direction] ?? null;
    if (filled && along === null) style[size] = "100%";
    // Along the main direction the size asked for is the base that the spare room is added to.
    else if (asked !== null && fill[direction] !== true && (direction === along || !filled)) {
      style[size] = px(asked);
    }
    const least = own.min[direction] ?? null;
    if (least !== null) style[min] = px(least);
    else if ((filled || grow > 0) && !(rigid && direction === along)) style[min] = "0";
    const most = own.max[direction] ?? null;
    if (most !== null) style[max] = px(most);
  });
  return placement?.style === undefined ? style : Object.assign(style, placement.style);
}
