/**
 * Reference pages in Markdown: one for each class and each shared type, and an index by category.
 */
import { categories, type SchemaFragment } from "../../format.js";
import type { ClassModel, Model } from "../../model.js";
import { classesNamed, typesNamed } from "../../schemas.js";
import { homeOf, ownClasses, ownTypes, usesLibrary } from "../home.js";
import { besideClasses, pageHeader, parts, plain, table } from "./markdown.js";
import { schemasOf, typePage, usesOf } from "./type-page.js";
import { widgetPage } from "./widget-page.js";

const inOneSentence = (description: string): string =>
  /^.*?[.!?](?=\s|$)/.exec(description)?.[0] ?? description;

function classRows(classes: readonly ClassModel[]): string {
  const rows = classes.map((it) => [
    `[${it.name}](${besideClasses.ofClass(it.name)})`,
    plain(inOneSentence(it.description)),
  ]);
  return table(["class", ""], rows);
}

function indexPage(model: Model, command: string): string {
  const titles = categories.filter((category) => category !== "base");
  const chapters = titles.flatMap((category) => {
    const members = model.classes.filter((it) => it.definition.category === category && !it.abstract);
    if (members.length === 0) return [];
    return [`## ${category.charAt(0).toUpperCase()}${category.slice(1)}`, classRows(members)];
  });
  const bases = model.classes.filter((it) => it.abstract);
  const types = model.types.map((it) => [
    `[${it.name}](${besideClasses.ofType(it.name)})`,
    plain(inOneSentence(it.description)),
  ]);
  return `${parts(
    pageHeader("schema", command),
    "# Reference",
    "`W` is `session.getWidgets()`. Signatures are those of the sync face; in the async face making a widget " +
      "and every method but getters give promises.",
    ...chapters,
    bases.length > 0 ? parts("## Base classes", classRows(bases)) : "",
    types.length > 0 ? parts("## Types", table(["type", ""], types)) : "",
  )}\n`;
}

/** What pages are made for: everything or, in a program, its own classes and types and what those stand on. */
function scopeOf(model: Model): Model {
  if (!usesLibrary(model)) return model;
  const classes = new Set<string>();
  const types = new Set<string>();
  const addType = (name: string): void => {
    const type = model.types.find((it) => it.name === name);
    if (!type || types.has(name)) return;
    types.add(name);
    addNamed(type.schema);
  };
  const addNamed = (schema: SchemaFragment): void => {
    for (const name of typesNamed(schema)) addType(name);
    for (const name of classesNamed(schema)) addClass(name);
  };
  const addClass = (name: string): void => {
    const it = model.classes.find((each) => each.name === name);
    if (!it || classes.has(name)) return;
    classes.add(name);
    if (it.base) addClass(it.base.name);
    if (it.definition.created_by !== undefined) addClass(it.definition.created_by);
    for (const schema of schemasOf(it)) addNamed(schema);
  };
  for (const { name } of ownClasses(model)) addClass(name);
  for (const { name } of ownTypes(model)) addType(name);
  return {
    ...model,
    classes: model.classes.filter((it) => classes.has(it.name)),
    types: model.types.filter((it) => types.has(it.name)),
  };
}

/** Text by path inside the folder of the pages. `examples` are programs by class. */
export function reference(all: Model, examples: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const { command } = homeOf(all);
  const model = scopeOf(all);
  const uses = usesOf(model);
  return new Map([
    ["README.md", indexPage(model, command)],
    ...model.classes.map(
      (it) => [`${it.name}.md`, widgetPage(it, model, examples.get(it.name), command)] as const,
    ),
    ...model.types.map((it) => [`types/${it.name}.md`, typePage(it, model, uses, command)] as const),
  ]);
}
