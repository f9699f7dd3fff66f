/**
 * Finds the definition files of a schema folder on the disk.
 * The only module beside write.ts and cli.ts that touches the disk.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import type { Folder, Source } from "./load.js";

export const folders: readonly Folder[] = ["bases", "types", "widgets"];
const withSlashes = (path: string): string => path.split(sep).join("/");

const last = new Map<string, Source>();

/** The same object for a file that has not changed, by which others know that they need not look again. */
function known(source: Source): Source {
  const before = last.get(source.file);
  const isSame =
    before !== undefined &&
    before.text === source.text &&
    before.origin === source.origin &&
    before.library === source.library;
  if (isSame) return before;
  last.set(source.file, source);
  return source;
}

/** Folders that are not there hold nothing. `library`: see Source. */
export function readSources(schemaFolder: string, { library = false } = {}): Source[] {
  return folders.flatMap((folder) => {
    const where = join(schemaFolder, folder);
    if (!existsSync(where)) return [];
    const names = readdirSync(where).filter((name) => name.endsWith(".json"));
    return names.sort().map((name) =>
      known({
        file: withSlashes(relative(process.cwd(), join(where, name))),
        origin: `${basename(schemaFolder)}/${folder}/${name}`,
        folder,
        text: readFileSync(join(where, name), "utf8"),
        library,
      }),
    );
  });
}

/** A program that shows how a class is used, for its reference page: `examples/<Class>.ts` of a schema folder. */
export interface Example {
  /** Name of the class. */
  readonly name: string;
  /** Path as a fault names it. */
  readonly file: string;
  readonly text: string;
}

export function readExamples(schemaFolder: string): Example[] {
  const where = join(schemaFolder, "examples");
  if (!existsSync(where)) return [];
  const names = readdirSync(where).filter((name) => name.endsWith(".ts"));
  return names.sort().map((name) => ({
    name: basename(name, ".ts"),
    file: withSlashes(relative(process.cwd(), join(where, name))),
    text: readFileSync(join(where, name), "utf8").replaceAll("\r\n", "\n"),
  }));
}
