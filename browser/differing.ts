/**
 * Compares the definitions of this page with those of the server, class by class.
 * A part of its own: only a page that was made from other definitions needs it.
 */
import { classHash, type Differing, type MarkedClass } from "../runtime/protocol/definitions.js";
import { definitions } from "./registry.js";

async function marked(): Promise<ReadonlyMap<string, MarkedClass>> {
  const sets = [...definitions].map(async ({ tables, marks }) => {
    const all = Object.entries(await marks());
    return all.map(([name, each]) => [name, { base: tables[name]?.base ?? null, marks: each }] as const);
  });
  return new Map((await Promise.all(sets)).flat());
}

/** The classes whose hash is another one here, or that are not here at all. Throws when `hashes` is no table. */
export async function differingFrom(hashes: unknown): Promise<Differing> {
  if (typeof hashes !== "object" || hashes === null)
    throw new Error("compare-definitions: classes are missing");
  const classes = await marked();
  const found = Object.entries(hashes).flatMap(([name, hash]): [string, MarkedClass | null][] => {
    const own = classes.get(name);
    return own !== undefined && classHash(own) === hash ? [] : [[name, own ?? null]];
  });
  return Object.fromEntries(found);
}
