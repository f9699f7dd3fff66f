/**
 * A page as text: a line for each widget that its user can see, indented as they hold one another.
 */
import { labelOf, mannerOf, ownFlags, readShown, roleOf, shownValue, whyHidden } from "./describe.js";
import type { Shown } from "./shown.js";

/** Entries of a list that are written out. */
const ENTRIES = 20;

/** What a widget is, in one line without the dash: `button "OK" [disabled]`. */
export function lineOf(shown: Shown): string {
  const label = labelOf(shown);
  const flags = ownFlags(shown).filter((flag) => flag !== "hidden");
  const value = shownValue(shown);
  return [
    roleOf(shown) || shown.cls.name,
    ...(label === "" ? [] : [` ${JSON.stringify(label)}`]),
    ...flags.map((flag) => ` [${flag}]`),
    ...(value === null || value === ""
      ? []
      : [`: ${typeof value === "string" ? oneLine(value) : JSON.stringify(value)}`]),
  ].join("");
}

/** The widgets and all that they hold. */
export function outline(roots: Iterable<Shown>): string {
  const lines: string[] = [];
  const visit = (shown: Shown, depth: number) => {
    if (whyHidden(shown) !== null) return;
    const say = (text: string, more = 0) => lines.push(`${"  ".repeat(depth + more)}- ${text}`);
    say(lineOf(shown));
    const own = [
      ...choicesOf(shown),
      ...[...shown.models.values()].flatMap((model) => model.lines?.() ?? []),
    ];
    for (const each of own.slice(0, ENTRIES)) say(each, 1);
    if (own.length > ENTRIES) say(`... ${own.length - ENTRIES} more`, 1);
    for (const { child, method } of shown.links) {
      if (child === null) say(method.replace(/^add_/, ""), 1);
      else visit(child, depth + 1);
    }
  };
  for (const root of roots) visit(root, 0);
  return lines.join("\n");
}

/** What its user can pick from. */
function choicesOf(shown: Shown): string[] {
  for (const step of mannerOf(shown.cls).gestures.select ?? []) {
    for (const arg of "args" in step ? (step.args ?? []) : []) {
      if (!("entryOf" in arg)) continue;
      const list = readShown(shown, arg.entryOf);
      return (Array.isArray(list) ? list : []).map(
        (entry) => `option ${JSON.stringify(arg.by === undefined ? entry : entry[arg.by])}`,
      );
    }
  }
  return [];
}

function oneLine(text: string): string {
  return text.includes("\n") ? JSON.stringify(text) : text;
}
