/**
 * Works out the marks of a class: for each own member a short hash of all that travels for it. Server and page carry
 * them, and name what differs when they meet. Words for people make no difference, nor does the order of keys.
 */
import { type Marks, markOf } from "../../runtime/protocol/definitions.js";
import type { Json, SchemaFragment } from "../format.js";
import { perKey } from "../memo.js";
import type { ClassModel, InitModel, MethodModel, Model } from "../model.js";
import { typesNamed } from "../schemas.js";

/** Called by name from the server: neither answered there nor written by hand. */
export function isCalled(method: MethodModel): boolean {
  const { definition } = method;
  return definition.kind !== "local" && !(definition.kind === "getter" && definition.constant !== undefined);
}

const aside: ReadonlySet<string> = new Set(["description", "examples"]);

/** The same text for the same facts. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "";
  const entries = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(",")}}`;
}

/** What stands under a keyword of a schema: schemas, or plain values. */
function partText(keyword: string, part: unknown): string {
  switch (keyword) {
    case "properties": {
      const fields = Object.entries(part as Record<string, SchemaFragment>).sort(([a], [b]) =>
        a < b ? -1 : 1,
      );
      return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${textOf(field)}`).join(",")}}`;
    }
    case "anyOf":
    case "allOf":
    case "prefixItems":
      return `[${(part as SchemaFragment[]).map(textOf).join(",")}]`;
    case "items":
    case "additionalProperties":
      return typeof part === "object" ? textOf(part as SchemaFragment) : canonical(part);
    default:
      return canonical(part);
  }
}

/**
 * A schema as canonical text, without what is said for people only; names of fields stay, whatever they are.
 * Most are those of many members: shared types, and what one definition says for all that inherit it.
 */
const textOf: (schema: SchemaFragment) => string = perKey((schema) => {
  const said: string[] = [];
  for (const keyword of Object.keys(schema).sort() as (keyof SchemaFragment)[]) {
    const part = schema[keyword];
    if (part !== undefined && !aside.has(keyword)) said.push(`"${keyword}":${partText(keyword, part)}`);
  }
  return `{${said.join(",")}}`;
});

/** The shared types that schemas lead to, directly or through others. */
function typesBehind(schemas: readonly SchemaFragment[], model: Model): string {
  const found = new Map<string, string>();
  const visit = (schema: SchemaFragment): void => {
    for (const name of typesNamed(schema)) {
      const target = model.schemas.get(name);
      if (target === undefined || found.has(name)) continue;
      found.set(name, textOf(target));
      visit(target);
    }
  };
  for (const schema of schemas) visit(schema);
  const entries = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, text]) => `${JSON.stringify(name)}:${text}`).join(",")}}`;
}

function mark(facts: Json | object, schemas: readonly SchemaFragment[], model: Model): string {
  const said = schemas.map(textOf).join(",");
  return markOf(`[${canonical(facts)},[${said}],${typesBehind(schemas, model)}]`);
}

const initFacts = ({ name, default: start, follows, required }: InitModel): object => ({
  name,
  start,
  follows,
  required,
});

const marksAmong = perKey((model: Model) => perKey((it: ClassModel) => workOutMarks(it, model)));

/** How it is made, then methods, then callbacks. */
export const marksOf = (it: ClassModel, model: Model): Marks => marksAmong(model)(it);

function workOutMarks(it: ClassModel, model: Model): Marks {
  const givers = [...(it.ownArgs ?? []), ...it.ownOptions];
  const made = [it.ownArgs === null, givers.map(initFacts)];
  const methods = it.ownMethods.filter(isCalled).map(({ name, params, returns, definition }) => {
    // Only the answer to a question travels.
    const answer = definition.kind === "query" && returns !== null ? [returns] : [];
    const facts = params.map(({ optional }) => optional);
    return [name, mark(facts, [...params.map((param) => param.schema), ...answer], model)] as const;
  });
  const callbacks = it.ownCallbacks
    .filter(({ definition }) => definition.source !== "server")
    .map(({ action, args, definition }) => {
      const facts = [args.map(({ optional }) => optional === true), definition.upload === true];
      return [
        `@${action}`,
        mark(
          facts,
          args.map((arg) => arg.schema),
          model,
        ),
      ] as const;
    });
  const making = mark(
    made,
    givers.map((giver) => giver.schema),
    model,
  );
  return Object.fromEntries([["", making], ...methods, ...callbacks]);
}
