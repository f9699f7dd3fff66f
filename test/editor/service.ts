/**
 * An editor with programs of a project that installed the package: what TypeScript's language service says at the
 * marked places. All programs are open from the start, so that they are read and bound once.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript-oldest";
import { installed } from "../types/installed.js";

/** Where a cursor is: before the character that followed its mark. */
export interface Place {
  readonly file: string;
  readonly at: number;
}

export interface Hover {
  /** The code that an editor shows, one or more lines. */
  readonly code: string;
  /** What it is, and its tags, each on a line of its own. */
  readonly text: string;
}

const mark = "¦";
const options: ts.CompilerOptions = {
  strict: true,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts"],
  types: ["node"],
  skipLibCheck: true,
};

const joined = (all: readonly ts.SymbolDisplayPart[] | undefined): string =>
  (all ?? []).map((part) => part.text).join("");
const tagsOf = (all: readonly ts.JSDocTagInfo[] | undefined): string =>
  (all ?? []).map((tag) => `\n@${tag.name} ${joined(tag.text)}`).join("");

function signature(item: ts.SignatureHelpItem): string {
  const params = item.parameters.map((param) => joined(param.displayParts));
  const separator = joined(item.separatorDisplayParts);
  const line = `${joined(item.prefixDisplayParts)}${params.join(separator)}${joined(item.suffixDisplayParts)}`;
  // A description follows its name with a dash.
  const about = item.parameters
    .filter((param) => param.documentation.length > 0)
    .map((param) => `${param.name} ${joined(param.documentation)}`);
  const all = [line, joined(item.documentation), ...about].filter((says) => says !== "");
  return all.map((says) => says.replaceAll("\n", "\n  ")).join("\n  ");
}

const offered = ({ name, kindModifiers = "" }: ts.CompletionEntry): string =>
  `${name}${kindModifiers.includes("optional") ? "?" : ""}`;

export class Editor {
  readonly #texts = new Map<string, string>();
  readonly #places = new Map<string, readonly Place[]>();
  readonly #service: ts.LanguageService;

  /** Opens programs, each under a name; a `¦` in one is where a cursor will be. */
  constructor(marked: ReadonlyMap<string, string>) {
    const folder = installed();
    for (const [name, program] of marked) {
      const file = join(folder, `${name}.mts`);
      const pieces = program.split(mark);
      this.#texts.set(file, pieces.join(""));
      let at = 0;
      const places = pieces.slice(0, -1).map((piece) => {
        at += piece.length;
        return { file, at };
      });
      this.#places.set(name, places);
    }
    const read = (path: string): string | undefined =>
      this.#texts.get(path) ?? (existsSync(path) ? readFileSync(path, "utf8") : undefined);
    this.#service = ts.createLanguageService({
      getCompilationSettings: () => options,
      getScriptFileNames: () => [...this.#texts.keys()],
      // Nothing is edited: the one program is not compared with its files at each question.
      getProjectVersion: () => "1",
      getScriptVersion: () => "1",
      getScriptSnapshot: (path) => {
        const text = read(path);
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => folder,
      getDefaultLibFileName: ts.getDefaultLibFilePath,
      fileExists: (path) => this.#texts.has(path) || ts.sys.fileExists(path),
      readFile: read,
      directoryExists: ts.sys.directoryExists,
      getDirectories: ts.sys.getDirectories,
      // As it is for a program: the package is not where its sources are.
      realpath: (path) => path,
    });
  }

  /** The marked places of a program, in order. */
  places(name: string): readonly Place[] {
    return this.#places.get(name) ?? [];
  }

  hover({ file, at }: Place): Hover | null {
    const info = this.#service.getQuickInfoAtPosition(file, at);
    if (!info) return null;
    return { code: joined(info.displayParts), text: joined(info.documentation) + tagsOf(info.tags) };
  }

  #entries({ file, at }: Place): readonly ts.CompletionEntry[] {
    return this.#service.getCompletionsAtPosition(file, at, {})?.entries ?? [];
  }

  /** The names that completion offers, sorted; those of optional members with a `?`. */
  complete(place: Place): string[] {
    // Literals come as the compiler met them first, in whatever program.
    return this.#entries(place).map(offered).sort();
  }

  /** The same, with what is said of each below it. */
  completeWithDetails(place: Place): string[] {
    const { file, at } = place;
    const described = this.#entries(place).map((entry) => {
      const { name } = entry;
      const details = this.#service.getCompletionEntryDetails(file, at, name, {}, undefined, {}, undefined);
      const says = [joined(details?.displayParts), joined(details?.documentation)];
      return [offered(entry), ...says].join("\n").replaceAll("\n", "\n  ");
    });
    return described.sort();
  }

  /** Each way to call: its line of code, and below it what it does and what its parameters are. */
  signatures({ file, at }: Place): string[] {
    return (this.#service.getSignatureHelpItems(file, at, {})?.items ?? []).map(signature);
  }

  close(): void {
    this.#service.dispose();
  }
}
