/**
 * For each class a program that names every option, method and action of it, each marked, with the description that
 * an editor must show there. Made from the definitions.
 */
import { key } from "../../codegen/emit/code.js";
import type { FaceName } from "../../codegen/emit/face.js";
import { initDescription, optionProperties } from "../../codegen/emit/members.js";
import { camel } from "../../codegen/emit/names.js";
import { isDispatched } from "../../codegen/emit/table-validators.js";
import type { ClassModel } from "../../codegen/model.js";
import { isMade } from "../types/uses.js";

const naming = { field: camel, widget: (name: string) => name };

interface Hovered {
  readonly name: string;
  /** As the definition has it. */
  readonly description: string;
}

/** The arguments that can be given by name. */
const argsOf = (it: ClassModel): Hovered[] =>
  (isMade(it) ? it.args : []).map((arg) => ({ name: camel(arg.name), description: initDescription(arg) }));
const optionsOf = (it: ClassModel): Hovered[] =>
  [...optionProperties(it, naming).values()].map(({ name, doc }) => ({
    name,
    description: doc?.description ?? "",
  }));
const methodsOf = (it: ClassModel): Hovered[] =>
  it.methods.filter(isDispatched).map(({ name, description }) => ({ name: camel(name), description }));
const actionsOf = (it: ClassModel): Hovered[] =>
  it.callbacks.map(({ action, description }) => ({ name: action, description }));

/** What is marked in the program of a class, in order; actions in the interface of events, and as keys of handlers. */
export const hovered = (it: ClassModel): Hovered[] => [
  ...argsOf(it),
  ...optionsOf(it),
  ...methodsOf(it),
  ...actionsOf(it),
  ...actionsOf(it),
];

const literal = (members: readonly Hovered[]): string =>
  `{ ${members.map(({ name }) => `¦${key(name)}: undefined`).join(", ")} }`;

/** A class with arguments is made with them by name, and with the options after them. */
function makings(it: ClassModel): string[] {
  const options = literal(optionsOf(it));
  if (!isMade(it)) return [`export const options: ${it.name}Options = ${options};`];
  const args = argsOf(it);
  const make = `session.getWidgets().${it.name}`;
  const byPosition = [...args.map(() => "nothing"), options];
  return [...(args.length > 0 ? [`${make}(${literal(args)});`] : []), `${make}(${byPosition.join(", ")});`];
}

export function hoverProgram(it: ClassModel, face: FaceName): string {
  const { name } = it;
  const lines = [
    `import type { ${name}, ${name}Events, ${name}Options, Session } from "pgwidgets-ts/${face}";`,
    `declare const it: ${name};`,
    "declare const session: Session;",
    "declare const nothing: never;",
    ...makings(it),
    ...methodsOf(it).map((method) => `it.¦${method.name};`),
    `export type Events = [${actionsOf(it)
      .map((action) => `${name}Events[¦"${action.name}"]`)
      .join(", ")}];`,
    `it.on(${literal(actionsOf(it))});`,
  ];
  return `${lines.join("\n")}\n`;
}
