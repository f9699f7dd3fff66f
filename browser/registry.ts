/**
 * Which class a name stands for, which widget a number, and what may be called on it.
 * Made from the generated tables and the classes that widget files define.
 */
import type { ClassName, Contracts } from "../generated/browser/contracts.js";
import { type BrowserTable, digest, tables } from "../generated/browser/tables.js";
import type { Marks } from "../runtime/protocol/definitions.js";
import { browserName } from "./class-table.js";
import { BaseContainer } from "./container.js";
import type { Rate } from "./outbox.js";
import type { Services, WidgetInit } from "./services.js";
import { Unfinished } from "./unfinished.js";
import type { BaseWidget } from "./widget.js";

/** A class that fulfils the contract of its definition. */
export type WidgetClass<N extends ClassName> = new (
  init: WidgetInit,
  args: Contracts[N]["args"],
) => BaseWidget & Contracts[N]["contract"];

type AnyWidgetClass = new (init: WidgetInit, args: never) => BaseWidget;

/** What was generated from one set of definitions. */
export interface Definitions {
  readonly tables: Readonly<Record<string, BrowserTable>>;
  readonly digest: number;
  /** Loads its marks by class. */
  readonly marks: () => Promise<Readonly<Record<string, Marks>>>;
}

const library: Definitions = {
  tables,
  digest,
  marks: async () => (await import("../generated/browser/marks.js")).marks,
};

/** All that this page knows, a program's own among them. */
export const definitions = new Set<Definitions>([library]);

const classes = new Map<string, AnyWidgetClass>();
const infos = new Map<string, BrowserTable>(Object.entries(tables));
const resolved = new Map<string, ResolvedClass>();

/** Makes a class known under the name of its definition. A method that is missing or has other types does not compile. */
export function defineWidget<N extends ClassName>(name: N, widgetClass: WidgetClass<N>): void {
  classes.set(name, widgetClass);
}

/** Classes whose code is not there yet, and how to get it. */
const later = new Map<string, () => Promise<AnyWidgetClass>>();

/**
 * As `defineWidget`, for a class whose code is a part of its own. What the server sends waits for it, in order, from
 * the first widget of the class on; a class that cannot be loaded is shown as missing.
 */
export function defineLater<N extends ClassName>(name: N, load: () => Promise<WidgetClass<N>>): void {
  later.set(name, load);
}

/** Loads the code of a class, if it is not there: settled when it is, or when it cannot be had. null: it is there. */
export function loadClass(name: string): Promise<void> | null {
  // A class of a program may make widgets of any other by itself, and then they must be there.
  const names = definitions.size > 1 ? [...later.keys()] : later.has(name) ? [name] : [];
  if (names.length === 0) return null;
  const loads = names.map(async (each) => {
    const widgetClass = await later.get(each)?.();
    if (widgetClass === undefined) return;
    if (!classes.has(each)) classes.set(each, widgetClass);
    later.delete(each);
  });
  return Promise.allSettled(loads).then((results) => {
    for (const result of results) if (result.status === "rejected") reportError(result.reason);
  });
}

/** A class that fulfils a contract which a program generated from its own definitions. */
export type OwnWidgetClass<C extends { readonly args: object; readonly contract: object }> = new (
  init: WidgetInit,
  args: C["args"],
) => BaseWidget & C["contract"];

/**
 * As `defineWidget`, for a class of a program. `own` is all that it generated, so that bases are known too.
 * Called by the typed `defineWidget` that is generated beside them. Throws when there is no table of the name.
 */
export function defineOwnWidget(name: string, own: Definitions, widgetClass: AnyWidgetClass): void {
  if (own.tables[name] === undefined)
    throw new Error(`There is no definition of ${name}: run codegen again.`);
  for (const [each, info] of Object.entries(own.tables)) infos.set(each, info);
  definitions.add(own);
  classes.set(name, widgetClass);
  resolved.clear();
}

/** A class with all that it inherits. */
interface ResolvedClass {
  readonly base: ResolvedClass | undefined;
  readonly args: readonly string[];
  readonly defaults: Readonly<Record<string, unknown>>;
  /** Arguments that have the value of another one unless they are given. */
  readonly follows: readonly (readonly [name: string, leader: string])[];
  /** Wire names of the methods that its bases do not have. Nothing else can be called. */
  readonly methods: ReadonlySet<string>;
  /** Those whose browser method is called otherwise. */
  readonly aliases: BrowserTable["aliases"] | undefined;
  readonly rates: ReadonlyMap<string, Rate>;
  /** Actions that the state on the server follows. */
  readonly tracked: ReadonlySet<string>;
}

const nothing: ReadonlySet<string> = new Set();
const noRates: ReadonlyMap<string, Rate> = new Map();

function resolve(name: string): ResolvedClass | undefined {
  const known = resolved.get(name);
  if (known !== undefined) return known;
  const info = infos.get(name);
  if (info === undefined) return undefined;
  const base = info.base === null ? undefined : resolve(info.base);
  const { redefined = [], perFrame = [], tracked = [] } = info;
  const made: ResolvedClass = {
    base,
    args: info.args ?? base?.args ?? [],
    defaults: { ...base?.defaults, ...info.defaults },
    follows: Object.entries({ ...Object.fromEntries(base?.follows ?? []), ...info.follows }),
    methods: new Set(info.methods),
    aliases: info.aliases,
    rates: new Map([
      ...(base?.rates ?? []),
      ...redefined.map((action) => [action, "every"] as const),
      ...perFrame.map((action) => [action, "frame"] as const),
    ]),
    tracked: new Set([
      ...[...(base?.tracked ?? [])].filter((action) => !redefined.includes(action)),
      ...tracked,
    ]),
  };
  resolved.set(name, made);
  return made;
}

/** The browser method of a class for a wire name, its own or one of its bases. */
function methodOf(info: ResolvedClass | undefined, name: string): string | undefined {
  if (info === undefined) return undefined;
  return info.methods.has(name) ? browserName(name, info.aliases) : methodOf(info.base, name);
}

/** A class that this page has never heard of answers to what all containers do. */
function resolveOrContainer(name: string): ResolvedClass | undefined {
  return resolve(name) ?? resolve("Container");
}

export class Registry {
  readonly #services: Services;
  readonly #widgets = new Map<number, BaseWidget>();
  #next = 1;
  /** The server leaves it to the page to report what its state follows: feature `tracking`. */
  reportsTracked = false;

  constructor(services: Services) {
    this.#services = services;
    makers.set(services, this);
  }

  /** The next number that this page gives out by itself. */
  get next(): number {
    return this.#next;
  }

  set next(wid: number) {
    this.#next = wid;
  }

  get size(): number {
    return this.#widgets.size;
  }

  /** The widget of a number. Throws when there is none. */
  get(wid: unknown): BaseWidget {
    const widget = this.#widgets.get(wid as number);
    if (widget === undefined) throw new Error(`Unknown widget id ${String(wid)}`);
    return widget;
  }

  find(wid: number): BaseWidget | undefined {
    return this.#widgets.get(wid);
  }

  /** Takes a number out that ended. */
  forget(wid: number): void {
    this.#widgets.delete(wid);
  }

  /** Makes a widget under a number that the server chose. A plain object at the end of `args` holds options. */
  create(wid: number, className: string, args: readonly unknown[]): BaseWidget {
    if (!Number.isSafeInteger(wid)) throw new Error(`A widget id must be a whole number, not ${String(wid)}`);
    if (this.#widgets.has(wid)) throw new Error(`Widget id ${wid} is taken`);
    const info = resolveOrContainer(className);
    const byName: Record<string, unknown> = { ...info?.defaults };
    const last = args.at(-1);
    const options = isPlainObject(last) ? last : undefined;
    const positional = options === undefined ? args : args.slice(0, -1);
    positional.forEach((value, i) => {
      const name = info?.args[i];
      if (name !== undefined && value !== undefined) byName[name] = value;
    });
    Object.assign(byName, options);
    for (const [name, leader] of info?.follows ?? []) byName[name] ??= byName[leader];
    const init: WidgetInit = {
      wid,
      className,
      services: this.#services,
      rates: info?.rates ?? noRates,
      tracked: (this.reportsTracked ? info?.tracked : null) ?? nothing,
    };
    const widgetClass = classes.get(className);
    const widget =
      widgetClass === undefined
        ? new Unfinished(init, later.has(className))
        : new widgetClass(init, byName as never);
    this.#widgets.set(wid, widget);
    if (wid >= this.#next) this.#next = wid + 1;
    return widget;
  }

  /** Calls a method by its wire name: one that the class's definition has, and no other. */
  call(widget: BaseWidget, method: string, args: readonly unknown[]): unknown {
    if (method === "destroy") return widget.destroy();
    if (method === "is_container") return widget instanceof BaseContainer;
    const name = methodOf(resolveOrContainer(widget.className), method);
    const member: unknown = name === undefined ? undefined : Reflect.get(widget, name);
    if (typeof member === "function") return Reflect.apply(member, widget, args) as unknown;
    if (widget instanceof Unfinished) return widget.take(method, args);
    throw new Error(`${widget.className} has no method ${method}`);
  }

  /** Gives a widget that this page made in a call the number that the server has for it. */
  renumber(widget: BaseWidget, wid: number): void {
    if (widget.wid === wid) return;
    const other = this.#widgets.get(wid);
    if (other !== undefined && other !== widget) throw new Error(`Widget id ${wid} is taken`);
    this.#widgets.delete(widget.wid);
    this.#widgets.set(wid, widget);
    widget.renumber(wid);
  }

  /** Replaces references to widgets by the widgets, at any depth. */
  decode(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((item) => this.decode(item));
    if (!isPlainObject(value)) return value;
    if ("__wid__" in value) return this.get(value.__wid__);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.decode(item)]));
  }

  /** Ends every widget. Their elements must leave the page with what they stand on. */
  clear(): void {
    const widgets = [...this.#widgets.values()];
    this.#widgets.clear();
    for (const widget of widgets) {
      if (widget.parent === null) widget.element.remove();
      widget.dispose();
    }
  }
}

const makers = new WeakMap<Services, Registry>();

/** Makes a widget by the page itself, numbered by it: what a factory method returns. Arguments and options by name. */
export function makeWidget<N extends ClassName>(
  services: Services,
  className: N,
  args: Partial<Contracts[N]["args"]>,
): BaseWidget {
  const registry = makers.get(services);
  if (registry === undefined) throw new Error("These services belong to no registry.");
  return registry.create(registry.next, className, [args]);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
