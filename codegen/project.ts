/**
 * What a run works on: the folders it reads definitions from, and the folder it writes to.
 */
import { join, resolve } from "node:path";
import type { OwnFolders } from "./args.js";
import type { Source } from "./load.js";
import { type Example, readExamples, readSources } from "./read.js";

export interface Project {
  /** The folder of the package's definitions, which those of a program build on; null: it works on these. */
  readonly library: string | null;
  /** The folder whose definitions are the user's to change. */
  readonly schema: string;
  readonly out: string;
  /** Where reference pages go; null for the folder `reference/` of the output. */
  readonly reference: string | null;
  /** Where the definition format is published for editors; null when it is not ours to write. */
  readonly published: string | null;
}

/** `root` is the folder that holds our `schema/`, `runtime/` and `generated/`. */
export function projectOf(root: string, own: OwnFolders | null): Project {
  const ours = join(root, "schema");
  const schema = own === null ? ours : resolve(own.schema);
  const out = own === null ? join(root, "generated") : resolve(own.out);
  return {
    library: own === null ? null : ours,
    schema,
    out,
    reference: own === null ? join(root, "docs", "reference") : null,
    published: own === null ? ours : null,
  };
}

/** Definitions that the user's own build on. */
export const librarySourcesOf = ({ library }: Project): Source[] =>
  library === null ? [] : readSources(library, { library: true });

export const sourcesOf = (project: Project): Source[] => [
  ...librarySourcesOf(project),
  ...readSources(project.schema),
];
export const examplesOf = ({ library, schema }: Project): Example[] => [
  ...(library === null ? [] : readExamples(library)),
  ...readExamples(schema),
];
