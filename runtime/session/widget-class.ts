/**
 * A class as the runtime sees it: its table joined with those of its bases.
 * Made once per table, on first use.
 */
import { UsageError } from "./errors.js";
import { parsePointer } from "./pointer.js";
import type {
  CallbackTable,
  ChildMethod,
  ClassTable,
  ConstructorParamTable,
  MethodTable,
  NormalizerTable,
  Phase,
  StateTable,
  Validator,
  Validators,
} from "./table.js";

export interface StateInfo extends StateTable {
  readonly name: string;
  /** Place in the order in which states are sent: what others depend on comes first. */
  readonly order: number;
  /** States to normalize again after this one has changed. */
  readonly dependents: readonly string[];
  /** `create` carries its value, so that its setter need not be called after it. */
  readonly inCreate: boolean;
}

export interface WidgetClass {
  readonly name: string;
  readonly table: ClassTable;
  readonly remote: boolean;
  readonly ancestors: ReadonlySet<string>;
  readonly models: readonly string[];
  readonly args: readonly ConstructorParamTable[];
  readonly options: readonly ConstructorParamTable[];
  /** What a constructor may be given by name. */
  readonly properties: ReadonlyMap<string, ConstructorParamTable | StateInfo>;
  readonly states: ReadonlyMap<string, StateInfo>;
  /** Those that start as the value of another one. */
  readonly following: readonly StateInfo[];
  /** Those of which at most one is on in a group. */
  readonly exclusive: readonly StateInfo[];
  /** By phase, in the order in which they are sent. */
  readonly phases: Readonly<Record<Phase, readonly StateInfo[]>>;
  readonly methods: ReadonlyMap<string, MethodTable>;
  readonly callbacks: ReadonlyMap<string, CallbackTable>;
  /** Actions that state depends on: every browser reports them. */
  readonly tracked: readonly string[];
  /** Actions that the server fires when a state changes. */
  readonly onChange: ReadonlyMap<string, string>;
  /** The state that holds the place of the selected child, and the callback for another one. */
  readonly selection: { readonly state: string; readonly action: string | null } | null;
  /** How children come in and go out, by slot. */
  readonly slots: ReadonlyMap<string, { readonly attach: string; readonly method: ChildMethod }>;
  readonly removal: { readonly name: string; readonly method: ChildMethod } | null;
  /** How a child gets another place. */
  readonly moving: { readonly name: string; readonly method: ChildMethod } | null;
  initValidator(name: string): Validator | undefined;
  paramValidators(method: string): readonly Validator[];
  returnValidator(method: string): Validator | undefined;
  callbackValidators(action: string): readonly Validator[];
}

const resolved = new WeakMap<ClassTable, WidgetClass>();

export function widgetClass(table: ClassTable): WidgetClass {
  let cls = resolved.get(table);
  if (cls === undefined) {
    cls = resolve(table);
    resolved.set(table, cls);
  }
  return cls;
}

function resolve(table: ClassTable): WidgetClass {
  const lineage: ClassTable[] = [];
  for (let at: ClassTable | null = table; at !== null; at = at.base) lineage.unshift(at);

  const args = lineage.findLast((each) => each.args !== undefined)?.args ?? [];
  const options = [...joined(lineage, (each) => byName(each.options)).values()];
  const methods = joined(lineage, (each) => each.methods);
  const callbacks = joined(lineage, (each) => each.callbacks);
  const states = orderedStates(
    joined(lineage, (each) => each.state),
    [...args, ...options],
  );

  const properties = new Map<string, ConstructorParamTable | StateInfo>();
  for (const state of states.values())
    if (state.property !== undefined) properties.set(state.property, state);
  for (const param of [...options, ...args]) properties.set(param.property, param);

  const tracked: string[] = [];
  const onChange = new Map<string, string>();
  for (const [action, callback] of callbacks) {
    if (callback.source !== "server" && (callback.updates || callback.effects)) tracked.push(action);
    if (callback.onChange !== undefined) onChange.set(callback.onChange, action);
  }

  const slots = new Map<string, { attach: string; method: ChildMethod }>();
  let removal: { name: string; method: ChildMethod } | null = null;
  let moving: { name: string; method: ChildMethod } | null = null;
  let selected: string | null = null;
  for (const [name, method] of methods) {
    if (method.kind !== "child") continue;
    if ((method.child === "attach" || method.child === "set") && !slots.has(method.slot)) {
      slots.set(method.slot, { attach: name, method });
    }
    if (method.child === "remove" && removal === null) removal = { name, method };
    if (method.child === "move" && moving === null) moving = { name, method };
    if (method.child === "select" && method.state !== undefined) selected = method.state;
  }
  const selection = selected === null ? null : { state: selected, action: onChange.get(selected) ?? null };
  // Told when another child is selected, which is not whenever the number changes.
  if (selected !== null) onChange.delete(selected);

  const all = [...states.values()];
  const inPhase = (phase: Phase) =>
    all.filter((state) => state.replay === phase && state.setter !== undefined);
  const validators = lineage.map((each) => once(each.validators));

  return {
    name: table.name,
    table,
    remote: table.remote !== false,
    ancestors: new Set(lineage.map((each) => each.name)),
    models: [...new Set(lineage.flatMap((each) => each.models ?? []))],
    args,
    options,
    properties,
    states,
    following: all.filter((state) => state.defaultFrom !== undefined),
    exclusive: all.filter((state) => state.exclusive !== undefined),
    phases: {
      create: inPhase("create"),
      "before-children": inPhase("before-children"),
      "after-children": inPhase("after-children"),
      "after-tree": inPhase("after-tree"),
      visibility: inPhase("visibility"),
    },
    methods,
    callbacks,
    tracked,
    onChange,
    selection,
    slots,
    removal,
    moving,
    initValidator: (name) => lookUp(validators, (each) => each.init[name]),
    paramValidators: (name) => lookUp(validators, (each) => each.params[name]) ?? [],
    returnValidator: (name) => lookUp(validators, (each) => each.returns[name]),
    callbackValidators: (name) => lookUp(validators, (each) => each.callbacks[name]) ?? [],
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The most derived class that says something wins. */
function lookUp<T>(
  validators: readonly (() => Validators)[],
  pick: (of: Validators) => T | undefined,
): T | undefined {
  for (let i = validators.length - 1; i >= 0; i--) {
    const found = pick((validators[i] as () => Validators)());
    if (found !== undefined) return found;
  }
  return undefined;
}

function joined<T>(
  lineage: readonly ClassTable[],
  pick: (table: ClassTable) => Readonly<Record<string, T>> | undefined,
): Map<string, T> {
  const all = new Map<string, T>();
  for (const table of lineage)
    for (const [name, value] of Object.entries(pick(table) ?? {})) all.set(name, value);
  return all;
}

function byName(params: readonly ConstructorParamTable[] | undefined): Record<string, ConstructorParamTable> {
  return Object.fromEntries((params ?? []).map((param) => [param.name, param]));
}

/** States in an order in which each comes after those it depends on. */
function orderedStates(
  tables: ReadonlyMap<string, StateTable>,
  params: readonly ConstructorParamTable[],
): Map<string, StateInfo> {
  const dependents = new Map<string, string[]>();
  const needs = new Map<string, Set<string>>();
  for (const [name, table] of tables) {
    const sources = new Set<string>();
    for (const rule of table.normalize ?? []) for (const source of sourcesOf(rule)) sources.add(source);
    for (const source of sources) {
      const list = dependents.get(source);
      if (list === undefined) dependents.set(source, [name]);
      else list.push(name);
    }
    if (table.defaultFrom !== undefined) sources.add(parsePointer(table.defaultFrom).name);
    needs.set(name, sources);
  }

  const ordered = new Map<string, StateInfo>();
  const visit = (name: string, path: readonly string[]) => {
    const table = tables.get(name);
    if (table === undefined || ordered.has(name)) return;
    if (path.includes(name))
      throw new UsageError(`The states ${path.join(", ")} depend on one another in a circle.`);
    for (const source of needs.get(name) ?? []) visit(source, [...path, name]);
    ordered.set(name, {
      ...table,
      name,
      order: ordered.size,
      dependents: dependents.get(name) ?? [],
      inCreate: isInCreate(name, table, params),
    });
  };
  for (const name of tables.keys()) visit(name, []);
  return ordered;
}

function sourcesOf(rule: NormalizerTable): string[] {
  const bounds: unknown[] = [];
  if (rule.rule === "clamp") bounds.push(rule.min, rule.max);
  if (rule.rule === "snap") bounds.push(rule.step, rule.origin, rule.min, rule.max);
  if (rule.rule === "precision") bounds.push(...(rule.of ?? []));
  if (rule.rule === "last_lines") bounds.push(rule.count);
  if ("when" in rule) bounds.push(...(rule.when ?? []).map((when) => when.state));
  return bounds.filter((bound) => typeof bound === "string").map((bound) => parsePointer(bound).name);
}

function isInCreate(name: string, table: StateTable, params: readonly ConstructorParamTable[]): boolean {
  const parts = new Set<number>();
  for (const param of params) {
    const pointer = parsePointer(param.state);
    if (pointer.name !== name) continue;
    if (pointer.path.length === 0) return true;
    parts.add(Number(pointer.path[0]));
  }
  return parts.size > 0 && Array.isArray(table.default) && parts.size === table.default.length;
}
