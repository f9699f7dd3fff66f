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
  const host: ts.LanguageServiceHost = {
    getCompilationSettings: () => ({
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      target: ts.ScriptTarget.ES2022,
      lib: ["lib.es2023.d.ts"],
      strict: true,
      skipLibCheck: true,
      types: ["node"],
    }),
    getScriptFileNames: () => [file],
    getScriptVersion: (name) => (name === file ? String(version) : "1"),
    getScriptSnapshot(name) {
      const content = name === file ? text : ts.sys.fileExists(name) ? readFileSync(name, "utf8") : undefined;
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
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
