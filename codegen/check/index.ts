/**
 * Checks what the format alone cannot say: that names lead somewhere, that values fit, that nothing clashes.
 * Each concern is a module beside this one; all faults of all definitions are reported in one run.
 */
import type { Reporter } from "../diagnostics.js";
import type { Universe } from "../resolve.js";
import type { Types } from "../schemas.js";
import { checkDefaults } from "./defaults.js";
import { checkGestures } from "./gestures.js";
import { checkInheritance } from "./inheritance.js";
import { checkMethods } from "./methods.js";
import { checkModels } from "./models.js";
import { checkMemberNames, checkTopNames } from "./names.js";
import { checkPointers } from "./pointers.js";
import { checkReferences } from "./references.js";
import { FaultyMembers, Scope } from "./scope.js";
import { checkShapes } from "./shapes.js";

export function check(universe: Universe, report: Reporter): void {
  const types: Types = new Map([...universe.types].map(([name, it]) => [name, it.definition.schema]));
  const faulty = new FaultyMembers();
  const reportSchema: Reporter = (code, place, about, details) => {
    faulty.add(place.file, place.pointer);
    report(code, place, about, details);
  };
  checkReferences(universe, reportSchema);
  checkShapes(universe, types, reportSchema);
  checkTopNames(universe, report);
  for (const subject of universe.classes.values()) {
    const scope = new Scope(subject, universe, types, report, faulty);
    checkMemberNames(scope);
    checkInheritance(scope);
    checkPointers(scope);
    checkDefaults(scope);
    checkMethods(scope);
    checkGestures(scope);
    checkModels(scope);
    checkMaker(scope);
  }
}

/** Who may make one: the class that creates it, or a shortcut of the session. */
function checkMaker(scope: Scope): void {
  const { definition, args, options } = scope.subject;
  if (definition.created_by !== undefined) scope.class(definition.created_by, ["created_by"]);
  for (const [index, name] of (definition.session_factory?.params ?? []).entries()) {
    scope.known(name, [...args.keys(), ...options.keys()], "arg or option", [
      "session_factory",
      "params",
      index,
    ]);
  }
}
