/**
 * Completion as an editor asks for it: a file is typed in, and after each keystroke the language service is asked
 * what may follow.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript-oldest";

/** Milliseconds until the members of an instance are there, by class; each after an edit of the file. */
export function completionTimes(root: string, classes: readonly string[]): number[] {
  const file = join(root, "bench", "typed-in.ts");
  let text = "";
  let version = 0;
  const documents = ts.createDocumentRegistry();
  const settings: ts.CompilerOptions = {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2023.d.ts"],
    strict: true,
    skipLibCheck: true,
    types: ["node"],
  };
  // As the server of an editor does: what has not changed is in memory, and is not read again at each keystroke.
  const snapshots = new Map<string, ts.IScriptSnapshot>();
  const snapshotOf = (name: string): ts.IScriptSnapshot | undefined => {
    const known = snapshots.get(name);
    if (known || !ts.sys.fileExists(name)) return known;
    const read = ts.ScriptSnapshot.fromString(readFileSync(name, "utf8"));
    snapshots.set(name, read);
    return read;
  };
  const resolutions = ts.createModuleResolutionCache(root, (name) => name, settings);
  const host: ts.LanguageServiceHost & { getModuleResolutionCache(): ts.ModuleResolutionCache } = {
    getCompilationSettings: () => settings,
    getModuleResolutionCache: () => resolutions,
    getScriptFileNames: () => [file],
    getScriptVersion: (name) => (name === file ? String(version) : "1"),
    getScriptSnapshot: (name) => (name === file ? ts.ScriptSnapshot.fromString(text) : snapshotOf(name)),
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: (name) => (name === file ? text : ts.sys.readFile(name)),
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  };
  const service = ts.createLanguageService(host, documents);
  const ask = (name: string): number => {
    text = `import type { Widgets } from "../dist/generated/sync/index.js";\ndeclare const it: Widgets["${name}"]["prototype"];\nit.`;
    version++;
    const start = performance.now();
    const found = service.getCompletionsAtPosition(file, text.length, {});
    const took = performance.now() - start;
    if (!found?.entries.some((entry) => entry.name === "addCallback" || entry.name === "wid"))
      throw new Error(`nothing completes an instance of ${name}`);
    return took;
  };
  for (const name of classes.slice(0, 10)) ask(name);
  const times = classes.map(ask);
  service.dispose();
  return times;
}
