/**
 * What a run works on: the folders it reads definitions from, and the folder it writes to.
 */
import { join, relative, resolve, sep } from "node:path";
import type { OwnFolders } from "./args.js";
import type { Source } from "./load.js";
import { readSources } from "./read.js";

export interface Project {
  /** Folders of definitions; those of a later one may build on those of an earlier one. */
  readonly schemas: readonly string[];
  /** The one whose definitions are the user's to change. */
  readonly schema: string;
  readonly out: string;
  /** The way to the runtime from the output folder. */
  readonly runtimeFolder: string;
  /** Where the definition format is published for editors; null when it is not ours to write. */
  readonly published: string | null;
}

/** `root` is the folder that holds our `schema/`, `runtime/` and `generated/`. */
export function projectOf(root: string, own: OwnFolders | null): Project {
  const ours = join(root, "schema");
  const schema = own === null ? ours : resolve(own.schema);
  const out = own === null ? join(root, "generated") : resolve(own.out);
  return {
    schemas: own === null ? [ours] : [ours, schema],
    schema,
    out,
    runtimeFolder: relative(out, join(root, "runtime")).split(sep).join("/"),
    published: own === null ? ours : null,
  };
}

export const sourcesOf = (project: Project): Source[] => project.schemas.flatMap(readSources);
