/**
 * The whole way from the text of definitions to the text of generated files, in memory:
 * understand (load, validate, resolve, check, build), then emit.
 */
import { type Diagnostic, gather } from "./diagnostics.js";
import { emit } from "./emit/index.js";
import { reference } from "./emit/reference/index.js";
import type { Source } from "./load.js";
import type { Model } from "./model.js";
import { nearest } from "./nearest.js";
import type { Example } from "./read.js";
import { understand } from "./understand.js";

export interface Generated {
  /** Text by path inside the output folder; empty when there are faults. */
  readonly files: ReadonlyMap<string, string>;
  /** Reference pages by path inside their folder; empty when there are faults. */
  readonly pages: ReadonlyMap<string, string>;
  readonly faults: readonly Diagnostic[];
}

/** With sources of the library among them, what is generated stands on the package; else it is a part of it. */
export function generate(sources: readonly Source[], examples: readonly Example[] = []): Generated {
  const { model, faults } = understand(sources);
  const all = model ? strayExamples(model, examples) : faults;
  if (!model || all.length > 0) return { files: new Map(), pages: new Map(), faults: all };
  const texts = new Map(examples.map(({ name, text }) => [name, text]));
  return { files: emit(model), pages: reference(model, texts), faults: [] };
}

/** Examples of classes that are not there. */
function strayExamples(model: Model, examples: readonly Example[]): readonly Diagnostic[] {
  const { report, sorted } = gather();
  const names = model.classes.map((it) => it.name);
  for (const { name, file } of examples.filter((it) => !names.includes(it.name))) {
    const place = { file, line: 1, column: 1, pointer: "" };
    report("unknown-class", place, { name }, { nearest: nearest(name, names) });
  }
  return sorted();
}
