/**
 * From the text of definitions to the model: load, validate, resolve, check, build.
 * Apart from the printing of TypeScript, so that a program may read definitions without its weight.
 */
import { build } from "./build.js";
import { check } from "./check/index.js";
import { type Diagnostic, gather, type Reporter } from "./diagnostics.js";
import { load, type Source } from "./load.js";
import { perKey } from "./memo.js";
import type { Model } from "./model.js";
import { resolve } from "./resolve.js";
import { validate } from "./validate.js";

/** A model, or the faults that stand in its way. */
export type Understood =
  | { readonly model: Model; readonly faults: readonly [] }
  | { readonly model: null; readonly faults: readonly Diagnostic[] };

const nameOf = (source: Source): string => (source.file.split("/").at(-1) ?? "").replace(/\.json$/, "");
const inOrder = (a: Source, b: Source): number => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0);

/** What a source says, with its own faults. A source that comes again, as in a watch, is not read again. */
const documentOf = perKey((source: Source) => {
  const faults: ((report: Reporter) => void)[] = [];
  const keep: Reporter = (...fault) => faults.push((report) => report(...fault));
  const document = load(source, keep);
  return { valid: document && validate(document, keep), faults };
});

/** Reads definitions. The order of the sources makes no difference. */
export function understand(sources: readonly Source[]): Understood {
  const { report, sorted } = gather();
  const broken = new Set<string>();
  const documents = [...sources].sort(inOrder).flatMap((source) => {
    const { valid, faults } = documentOf(source);
    for (const tell of faults) tell(report);
    if (!valid) broken.add(nameOf(source));
    return valid ? [valid] : [];
  });
  // What stands in a file of another name has its fault there; what refers to it by the file's name has none.
  const names = new Set(documents.map(({ definition }) => definition.name));
  for (const { document } of documents) {
    const name = nameOf(document.source);
    if (!names.has(name)) broken.add(name);
  }
  const widgets = documents.filter((it) => it.kind === "widget");
  const types = documents.filter((it) => it.kind === "type");
  const universe = resolve(widgets, types, broken, report);
  check(universe, report);
  const faults = sorted();
  return faults.length > 0 ? { model: null, faults } : { model: build(universe), faults: [] };
}
