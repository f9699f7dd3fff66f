/**
 * Compares the definitions that a face was generated from with those of a page, when the two meet.
 */
import { z } from "zod";
import {
  classHash,
  type Difference,
  differencesOf,
  digestOf,
  type MarkedClass,
} from "../protocol/definitions.js";
import type { ClassTable } from "../session/table.js";

/** What a face knows of its classes: all that a page can be told to make, and their bases. */
export class Definitions {
  readonly digest: number;
  readonly #classes: ReadonlyMap<string, MarkedClass>;

  constructor(tables: Iterable<ClassTable>) {
    const classes = new Map<string, MarkedClass>();
    for (const table of tables) {
      for (let at: ClassTable | null = table; at !== null; at = at.base) {
        // A class that is made by hand, without marks, says nothing that could be compared.
        if (at.remote !== false && at.marks !== undefined) {
          classes.set(at.name, { base: at.base?.name ?? null, marks: at.marks });
        }
      }
    }
    this.#classes = classes;
    this.digest = digestOf(classes);
  }

  /** For a page whose digest is another one: a hash per class. */
  question(id: number): object {
    const classes = Object.fromEntries([...this.#classes].map(([name, each]) => [name, classHash(each)]));
    return { type: "compare-definitions", id, classes };
  }

  /** Where they differ, by what the page answered; null when that is no answer. */
  differences(answer: unknown): readonly Difference[] | null {
    const read = answerSchema.safeParse(answer);
    return read.success ? differencesOf(this.#classes, read.data) : null;
  }
}

const name = z.string().max(200);
const answerSchema = z.record(
  name,
  z.object({ base: name.nullable(), marks: z.record(name, z.string().max(20)) }).nullable(),
);

const known = new WeakMap<object, Definitions>();

/** Those of the classes of a face, worked out once. */
export function definitionsOf(
  classes: Readonly<Record<string, { readonly table: ClassTable }>>,
): Definitions {
  const made = known.get(classes) ?? new Definitions(Object.values(classes).map((each) => each.table));
  known.set(classes, made);
  return made;
}
