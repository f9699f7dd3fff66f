/**
 * Checks documents against the definition format and makes definitions of them.
 * Every issue that zod finds becomes a diagnostic that says what is wrong at which key.
 */
import type { z } from "zod";
import type { Reporter } from "./diagnostics.js";
import {
  type Json,
  type TypeDefinition,
  typeDefinition,
  type WidgetDefinition,
  widgetDefinition,
} from "./format.js";
import type { Document, Path } from "./load.js";
import { nearest, suggestion } from "./nearest.js";

export interface WidgetDocument {
  readonly kind: "widget";
  readonly document: Document;
  readonly definition: WidgetDefinition;
  /** Members that have faults of their own and were left out, so that the rest can still be checked. */
  readonly lost: ReadonlySet<string>;
}
export interface TypeDocument {
  readonly kind: "type";
  readonly document: Document;
  readonly definition: TypeDefinition;
}

type Issue = z.core.$ZodIssue;

/** Valid keys of the object that holds unknown ones: zod forgets them, so the message carries them. */
const keepKeys: z.core.$ZodErrorMap = (issue) => {
  if (issue.code !== "unrecognized_keys") return undefined;
  const definition = issue.inst?._zod.def as { shape?: Record<string, unknown> } | undefined;
  return Object.keys(definition?.shape ?? {}).join(" ");
};

const under = (path: Path, issues: readonly Issue[]): Issue[] =>
  issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] as PropertyKey[] }));
const pathOf = (issue: Issue): Path => issue.path as Path;

/** Faults at the union itself say that a branch was never meant; faults inside say what is wrong with it. */
function likeliestBranch(branches: readonly Issue[][]): Issue[] | null {
  const isOtherShape = (issue: Issue): boolean =>
    issue.path.length === 0 && issue.code !== "unrecognized_keys" && issue.code !== "invalid_union";
  const meant = branches.filter((issues) => !issues.some(isOtherShape));
  const atTop = (issues: readonly Issue[]): number =>
    issues.reduce((sum, issue) => {
      if (issue.code === "unrecognized_keys" && issue.path.length === 0) return sum + issue.keys.length;
      return sum + (issue.path.length <= 1 ? 1 : 0);
    }, 0);
  return meant.sort((a, b) => atTop(a) - atTop(b))[0] ?? null;
}

/** Of the branches that were not meant, the one that lists values of the type that was found. */
function listingBranch(branches: readonly Issue[][], value: Json | undefined): Issue[] | null {
  const lists = (issue: Issue | undefined): boolean =>
    issue?.code === "invalid_value" &&
    issue.path.length === 0 &&
    issue.values.some((it) => typeof it === typeof value);
  return branches.find((issues) => issues.length === 1 && lists(issues[0])) ?? null;
}

/** Unions are replaced by the issues of the branch that was meant. */
function flat(issues: readonly Issue[], document: Document): Issue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== "invalid_union" || issue.errors.length === 0) return [issue];
    const path = pathOf(issue);
    const branch =
      likeliestBranch(issue.errors) ?? listingBranch(issue.errors, valueAt(document.value, path));
    return branch ? flat(under(path, branch), document) : [issue];
  });
}

/** Valid kinds of a discriminated union, when the value names none of them. zod gives them but does not type them. */
function kindsOf(issue: Issue): readonly string[] {
  const { options = [] } = issue as { options?: readonly string[] };
  return options;
}

const article = (type: string): string => (/^[aeio]/.test(type) ? `an ${type}` : `a ${type}`);
const inWords = (value: Json): string => {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : JSON.stringify(value);
};

/** What the branches of a union take, in words. */
const alternatives = (branches: readonly (readonly Issue[])[]): string => {
  const each = branches.flatMap((issues) => issues.slice(0, 1)).map((issue) => expectation(issue));
  return [...new Set(each)].join(", or ");
};

function expectation(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return article(issue.expected);
    case "invalid_value":
      return issue.values.map((value) => JSON.stringify(value)).join(", ");
    case "invalid_union":
      return issue.errors.length > 0
        ? alternatives(issue.errors)
        : kindsOf(issue)
            .map((kind) => JSON.stringify(kind))
            .join(", ");
    case "too_small":
      return `at least ${issue.minimum}`;
    case "too_big":
      return `at most ${issue.maximum}`;
    default:
      return issue.message;
  }
}

function valueAt(value: Json, path: Path): Json | undefined {
  let here: Json | undefined = value;
  for (const segment of path) {
    if (here === null || typeof here !== "object") return undefined;
    here = (here as { [key: string]: Json })[String(segment)];
  }
  return here;
}

/** Reports the unknown keys of objects, and returns the pointers of missing keys that they misspell. */
function reportUnknownKeys(
  issues: readonly Issue[],
  document: Document,
  report: Reporter,
): ReadonlySet<string> {
  const misspelt = new Set<string>();
  for (const issue of issues) {
    if (issue.code !== "unrecognized_keys") continue;
    const path = pathOf(issue);
    const valid = issue.message === "" ? [] : issue.message.split(" ");
    const free = valid.filter((key) => !document.has([...path, key]));
    for (const key of issue.keys) {
      const near = suggestion(key, free);
      if (near.nearest !== undefined) misspelt.add(JSON.stringify([...path, near.nearest]));
      const place = document.at([...path, key], "key");
      report(
        "unknown-key",
        place,
        { key },
        { found: JSON.stringify(key), expected: valid.join(", "), ...near },
      );
    }
  }
  return misspelt;
}

function reportIssue(issue: Issue, document: Document, report: Reporter): void {
  const path = pathOf(issue);
  if (issue.code === "unrecognized_keys") return;
  if (!document.has(path)) {
    const key = String(path.at(-1));
    const holder = path.slice(0, -1);
    // Which kind of object it is can be misspelt as well; zod then says nothing about its other keys.
    const others = kindsOf(issue).length > 0 ? Object.keys(valueAt(document.value, holder) ?? {}) : [];
    const misspelt = nearest(key, others);
    if (misspelt !== undefined) {
      const mend = { kind: "replace", text: JSON.stringify(key) } as const;
      const details = { found: JSON.stringify(misspelt), nearest: key, mend };
      report("unknown-key", document.at([...holder, misspelt], "key"), { key: misspelt }, details);
      return;
    }
    const isSchema = key === "$schema" && holder.length === 0;
    const details = {
      expected: expectation(issue),
      ...(isSchema && { mend: { kind: "insert-schema" } as const }),
    };
    report("missing-key", document.at(holder), { key }, details);
    return;
  }
  const value = valueAt(document.value, path) as Json;
  const found = inWords(value);
  const expected = expectation(issue);
  const place = document.at(path);
  switch (issue.code) {
    case "invalid_key": {
      const name = String(path.at(-1));
      const wanted = issue.issues.map((inner) => inner.message).join(", ");
      report(
        "bad-name",
        document.at(path, "key"),
        { name },
        { found: JSON.stringify(name), expected: wanted },
      );
      return;
    }
    case "invalid_type":
      report("wrong-type", place, {}, { found, expected });
      return;
    case "invalid_union":
    case "invalid_value": {
      const values = issue.code === "invalid_value" ? issue.values : kindsOf(issue);
      const near = typeof value === "string" ? suggestion(value, values.map(String)) : {};
      report(values.length === 0 ? "wrong-type" : "wrong-value", place, {}, { found, expected, ...near });
      return;
    }
    case "invalid_format":
      report("bad-text", place, {}, { found, expected });
      return;
    case "too_small":
    case "too_big":
      report("out-of-range", place, {}, { found, expected });
      return;
    default:
      report("wrong-value", place, {}, { found, expected });
  }
}

/** What a document says when it fits the format; the issues, which are reported, when it does not. */
function parse<T>(schema: z.ZodType<T>, document: Document, report: Reporter): T | readonly Issue[] {
  const result = schema.safeParse(document.value, { error: keepKeys });
  if (result.success) return result.data;
  const issues = flat(result.error.issues, document);
  const misspelt = reportUnknownKeys(issues, document, report);
  for (const issue of issues) {
    if (!misspelt.has(JSON.stringify(issue.path))) reportIssue(issue, document, report);
  }
  return issues;
}

type Fields = { [key: string]: Json };
const sections: ReadonlySet<unknown> = new Set(["options", "state", "methods", "callbacks"]);

/** A definition without its faulty members; null when a fault concerns the whole. */
function salvage(document: Document, issues: readonly Issue[]): WidgetDocument | null {
  const rest = { ...(document.value as Fields) };
  const lost = new Set<string>();
  for (const { path } of issues) {
    const [section, name] = path as Path;
    if (section === "args") {
      const args = Array.isArray(rest.args) ? rest.args : [];
      for (const arg of args) lost.add(String((arg as Fields | null)?.name));
      delete rest.args;
    } else if (section === "keys") {
      delete rest.keys;
    } else if (typeof name === "string" && sections.has(section)) {
      lost.add(name);
      const { [name]: _, ...others } = rest[section as string] as Fields;
      rest[section as string] = others;
    } else return null;
  }
  const result = widgetDefinition.safeParse(rest);
  return result.success ? { kind: "widget", document, definition: result.data, lost } : null;
}

/**
 * The definition in a document. Its faults are reported; with faults it comes without the members that have
 * them, or not at all.
 */
export function validate(document: Document, report: Reporter): WidgetDocument | TypeDocument | null {
  if (document.source.folder === "types") {
    const definition = parse(typeDefinition, document, report);
    return "name" in definition ? { kind: "type", document, definition } : null;
  }
  const definition = parse(widgetDefinition, document, report);
  return "name" in definition
    ? { kind: "widget", document, definition, lost: new Set() }
    : salvage(document, definition);
}
