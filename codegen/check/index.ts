/**
 * Checks what the format alone cannot say: that names lead somewhere, that values fit, that nothing clashes.
 * Each concern is a module beside this one; all faults of all definitions are reported in one run.
 */
import type { Reporter } from "../diagnostics.js";
import type { Universe } from "../resolve.js";
import { checkReferences } from "./references.js";

export function check(universe: Universe, report: Reporter): void {
  checkReferences(universe, report);
}
