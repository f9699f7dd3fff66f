/**
 * Widgets of a page by class, role and text, and errors that say what is there instead.
 */
import { UsageError } from "../session/errors.js";
import { labelOf, nameOf, roleOf, shownValue, whyHidden } from "./describe.js";
import { outline } from "./outline.js";
import type { Shown } from "./shown.js";

/** A text that must be equal, or a pattern that must match. */
export type TextPattern = string | RegExp;

/** What a widget must be to be found; parts that are left out do not matter. */
export interface Wanted {
  /** Name of its class, or of a class that it is derived from. */
  readonly class?: string;
  /** Its ARIA role. */
  readonly role?: string;
  /** What names it, or the value in it. */
  readonly text?: TextPattern;
  /** What names it: its own text, its tooltip, the title that its parent gives it. */
  readonly name?: TextPattern;
  /** Also what its user cannot see. Default: false. */
  readonly hidden?: boolean;
}

/** All widgets in the order in which a page shows them, parents before children. */
export function inOrder(roots: Iterable<Shown>): Shown[] {
  const all: Shown[] = [];
  const visit = (shown: Shown) => {
    all.push(shown);
    for (const { child } of shown.links) if (child !== null) visit(child);
  };
  for (const root of roots) visit(root);
  return all;
}

export function matching(all: readonly Shown[], wanted: Wanted): Shown[] {
  return all.filter((shown) => {
    if (wanted.class !== undefined && !shown.cls.ancestors.has(wanted.class)) return false;
    if (wanted.role !== undefined && roleOf(shown) !== wanted.role) return false;
    if (wanted.name !== undefined && !fits(labelOf(shown), wanted.name)) return false;
    if (wanted.text !== undefined) {
      const value = shownValue(shown);
      const texts = [labelOf(shown), ...(value === null ? [] : [String(value)])];
      if (!texts.some((text) => fits(text, wanted.text as TextPattern))) return false;
    }
    return wanted.hidden === true || whyHidden(shown) === null;
  });
}

/** The only one of them. Throws UsageError, with what is there, when there is none or another one. */
export function only(found: readonly Shown[], all: readonly Shown[], wanted: Wanted): Shown {
  const [first] = found;
  if (first !== undefined && found.length === 1) return first;
  if (first !== undefined) {
    const names = found.map(nameOf).join(", ");
    throw new UsageError(
      `${found.length} widgets are ${described(wanted)}: ${names}. Say more, or use findAll.`,
    );
  }
  const unseen = wanted.hidden === true ? [] : matching(all, { ...wanted, hidden: true });
  const why = unseen.map((shown) => ` ${nameOf(shown)} is not in sight: ${whyHidden(shown)}.`).join("");
  const shows = outline(all.filter((shown) => shown.parent === null)) || "(nothing)";
  throw new UsageError(`There is no ${described(wanted)} on the page.${why} The page shows:\n${shows}`);
}

function fits(text: string, pattern: TextPattern): boolean {
  return typeof pattern === "string" ? text === pattern : text.search(pattern) !== -1;
}

function described(wanted: Wanted): string {
  const show = (pattern: TextPattern) =>
    typeof pattern === "string" ? JSON.stringify(pattern) : String(pattern);
  return [
    wanted.class ?? wanted.role ?? "widget",
    ...(wanted.class !== undefined && wanted.role !== undefined ? [`with the role ${wanted.role}`] : []),
    ...(wanted.text === undefined ? [] : [`with the text ${show(wanted.text)}`]),
    ...(wanted.name === undefined ? [] : [`named ${show(wanted.name)}`]),
  ].join(" ");
}
