/**
 * Whether this page and the program were made from the same definitions: what the server is told to compare, and what
 * the user sees when they were not.
 */

import type { BrowserTable } from "../generated/browser/tables.js";
import {
  classHash,
  DEFINITIONS,
  type Differing,
  digestOf,
  MARK_LENGTH,
  type MarkedClass,
  type Marks,
} from "../runtime/protocol/definitions.js";
import { showNotice } from "./notices.js";
import { classTables } from "./registry.js";
import { say } from "./strings.js";
import { list, type ServerMessage } from "./wire.js";

/** The marks of a table, which stand side by side there, by member. */
export function marksOf({ marks = "", methods = {}, callbacks = {} }: BrowserTable): Marks {
  const members = ["", ...Object.keys(methods), ...Object.keys(callbacks).map((action) => `@${action}`)];
  const at = (i: number) => marks.slice(i * MARK_LENGTH, (i + 1) * MARK_LENGTH);
  return Object.fromEntries(members.map((member, i) => [member, at(i)]));
}

function marked(): Map<string, MarkedClass> {
  const all = [...classTables()].filter(([, table]) => table.marks !== undefined);
  return new Map(all.map(([name, table]) => [name, { base: table.base, marks: marksOf(table) }]));
}

/** What the answer to `init` says of them. */
export const definitionsFeature = (): string => DEFINITIONS + digestOf(marked());

/** What is different here from what the server has, by its hash per class. */
export function differing(message: ServerMessage): Differing {
  const classes = marked();
  const hashes: unknown = message.classes;
  if (typeof hashes !== "object" || hashes === null)
    throw new Error("compare-definitions: classes are missing");
  const found = Object.entries(hashes).flatMap(([name, hash]): [string, MarkedClass | null][] => {
    const own = classes.get(name);
    return own !== undefined && classHash(own) === hash ? [] : [[name, own ?? null]];
  });
  return Object.fromEntries(found);
}

/** Tells the user in a line, and the console in full. */
export function tellDifferences(message: ServerMessage): void {
  const lines = list(message, "differences").filter((line) => typeof line === "string");
  const [first] = lines;
  if (first === undefined) return;
  console.warn(`This page and the program were made from different definitions.\n${lines.join("\n")}`);
  const what = lines.length === 1 ? first : `${first} ${say("andMore", { count: lines.length - 1 })}`;
  const reload = document.createElement("button");
  reload.type = "button";
  reload.textContent = say("reload");
  reload.addEventListener("click", () => location.reload());
  showNotice(say("definitionsDiffer", { what }), reload);
}
