/**
 * The classes as tests of all of them need them: which there are, and what each has.
 */
import { tables } from "../../../generated/browser/tables.js";
import { classes } from "../../../generated/sync/widgets.js";
import type { ClassTable } from "../../../runtime/session/table.js";
import { type WidgetClass, widgetClass } from "../../../runtime/session/widget-class.js";
import { definitions, lineage } from "../../support/definitions.js";

/** Every class that a program can have an object of; a new definition joins by itself. */
export const classNames: readonly string[] = Object.keys(classes).sort();

export function classOf(name: string): WidgetClass {
  return widgetClass(
    (classes as unknown as Record<string, { readonly table: ClassTable }>)[name]?.table as ClassTable,
  );
}

/** Whether a browser can be asked for a method by its wire name. */
export function isInBrowser(name: string, method: string): boolean {
  return lineage(name).some((each) => tables[each.name]?.methods?.includes(method));
}

/** Whether a member is about children, of a class that never holds any: nothing can come of it. */
export function holdsNothing(className: string, member: string): boolean {
  if (classOf(className).slots.size > 0) return false;
  const { callbacks = {}, methods = {} } = definitions.get("Container") ?? {};
  return callbacks[member] !== undefined || methods[member]?.kind === "child";
}
