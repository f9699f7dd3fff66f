/**
 * Joins checked definitions into one universe: bases found, members inherited, every name in one place.
 * What a later class repeats replaces what it inherits.
 */
import type { Reporter } from "./diagnostics.js";
import type {
  ArgDefinition,
  CallbackDefinition,
  MethodDefinition,
  OptionDefinition,
  StateDefinition,
  WidgetDefinition,
} from "./format.js";
import type { Document, Path } from "./load.js";
import { suggestion } from "./nearest.js";
import type { TypeDocument, WidgetDocument } from "./validate.js";

/** A member with the class that says it and where. */
export interface Member<T> {
  readonly name: string;
  readonly owner: ResolvedClass;
  readonly path: Path;
  readonly definition: T;
}
export type Members<T> = ReadonlyMap<string, Member<T>>;

export interface ResolvedClass {
  readonly name: string;
  readonly definition: WidgetDefinition;
  readonly document: Document;
  readonly base: ResolvedClass | null;
  /** Own and inherited members that were left out for their faults: what refers to them is not faulted again. */
  readonly lost: ReadonlySet<string>;
  /** In force: own and inherited. */
  readonly args: Members<ArgDefinition>;
  readonly options: Members<OptionDefinition>;
  /** With those made for args and options that name no state. */
  readonly states: Members<StateDefinition>;
  readonly methods: Members<MethodDefinition>;
  readonly callbacks: Members<CallbackDefinition>;
}

export interface Universe {
  readonly types: ReadonlyMap<string, TypeDocument>;
  readonly classes: ReadonlyMap<string, ResolvedClass>;
  /** Names of definitions that have faults of their own: what refers to them is not faulted again. */
  readonly broken: ReadonlySet<string>;
}

/** Whether a class is the other one or inherits from it. */
export function isA(subject: ResolvedClass, name: string): boolean {
  return subject.name === name || (subject.base !== null && isA(subject.base, name));
}

/** The state of an arg or option that names none. */
function stateMadeFor(definition: OptionDefinition): StateDefinition {
  const { schema, description, default: start, default_from } = definition;
  return { schema, description, ...(start !== undefined && { default: start }), default_from };
}

function inherit({ document, definition, lost }: WidgetDocument, base: ResolvedClass | null): ResolvedClass {
  const owner = {} as { -readonly [K in keyof ResolvedClass]: ResolvedClass[K] };
  const merged = <T>(
    section: string,
    inherited: Members<T> | undefined,
    own: Record<string, T> | undefined,
  ) => {
    const all = new Map(inherited);
    for (const [name, member] of Object.entries(own ?? {})) {
      all.set(name, { name, owner, path: [section, name], definition: member });
    }
    return all;
  };
  const args = new Map<string, Member<ArgDefinition>>(definition.args ? [] : base?.args);
  for (const [index, arg] of (definition.args ?? []).entries()) {
    args.set(arg.name, { name: arg.name, owner, path: ["args", index], definition: arg });
  }
  const options = merged("options", base?.options, definition.options);
  const states = merged("state", base?.states, definition.state);
  for (const member of [...args.values(), ...options.values()]) {
    if (member.owner !== owner || member.definition.state !== undefined) continue;
    const inherited = base?.states.get(member.name);
    const isDeclared = definition.state?.[member.name] || (inherited && inherited.path[0] === "state");
    if (!isDeclared) states.set(member.name, { ...member, definition: stateMadeFor(member.definition) });
  }
  return Object.assign(owner, {
    name: definition.name,
    definition,
    document,
    base,
    lost: new Set([...lost, ...(base?.lost ?? [])]),
    args,
    options,
    states,
    methods: merged("methods", base?.methods, definition.methods),
    callbacks: merged("callbacks", base?.callbacks, definition.callbacks),
  });
}

interface Named {
  readonly document: Document;
  readonly definition: { readonly name: string };
}

/** Keeps the first of those that share a name; reports the others. */
function byName<T extends Named>(documents: readonly T[], report: Reporter): Map<string, T> {
  const all = new Map<string, T>();
  for (const item of documents) {
    const { name } = item.definition;
    const other = all.get(name);
    if (other) {
      const place = item.document.at(["name"]);
      report("duplicate-name", place, { name, other: other.document.source.origin });
    } else {
      all.set(name, item);
    }
  }
  return all;
}

export function resolve(
  widgets: readonly WidgetDocument[],
  types: readonly TypeDocument[],
  brokenDocuments: ReadonlySet<string>,
  report: Reporter,
): Universe {
  const found = byName(widgets, report);
  const broken = new Set(brokenDocuments);
  const classes = new Map<string, ResolvedClass>();

  const resolveClass = (name: string, chain: readonly string[]): ResolvedClass | null => {
    const done = classes.get(name);
    const item = found.get(name);
    if (done || !item || broken.has(name)) return done ?? null;
    const { document, definition } = item;
    const baseName = definition.extends;
    let base: ResolvedClass | null = null;
    if (baseName !== null) {
      const at = document.at(["extends"]);
      if (chain.includes(name)) {
        const cycle = [...chain.slice(chain.indexOf(name)), name].join(" -> ");
        report("inheritance-cycle", at, { chain: cycle });
        broken.add(name);
        return null;
      }
      if (!found.has(baseName) && !broken.has(baseName)) {
        report("unknown-base", at, { name: baseName }, suggestion(baseName, found.keys()));
      }
      base = resolveClass(baseName, [...chain, name]);
      if (!base) {
        broken.add(name);
        return null;
      }
    }
    const resolved = inherit(item, base);
    classes.set(name, resolved);
    return resolved;
  };
  for (const name of found.keys()) resolveClass(name, []);
  return { types: byName(types, report), classes, broken };
}
