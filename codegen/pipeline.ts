/**
 * The whole way from the text of definitions to the text of generated files, in memory:
 * understand (load, validate, resolve, check, build), then emit.
 */
import type { Diagnostic } from "./diagnostics.js";
import { emit } from "./emit/index.js";
import type { Source } from "./load.js";
import { understand } from "./understand.js";

export interface Generated {
  /** Text by path inside the output folder; empty when there are faults. */
  readonly files: ReadonlyMap<string, string>;
  readonly faults: readonly Diagnostic[];
}

/** With sources of the library among them, what is generated stands on the package; else it is a part of it. */
export function generate(sources: readonly Source[]): Generated {
  const { model, faults } = understand(sources);
  return { files: model ? emit(model) : new Map(), faults };
}
