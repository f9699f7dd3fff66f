/**
 * Widget classes whose code is a part of its own, loaded when the first widget of the class is made, or before that
 * when the page has nothing to do.
 * The widget itself is there at once, with all that every widget has; what is said to it waits, in order, for the part.
 *
 * ```ts
 * // browser/widgets/gauge.ts: in the first bundle
 * defineWidget("Gauge", lazyWidget("Gauge", async () => (await import("../gauges/gauge.js")).Gauge));
 * // browser/gauges/gauge.ts: loaded later
 * export class Gauge implements Part<"Gauge"> {
 *   constructor(host: PartHost<GaugeEvents>, args: GaugeArgs) { ... }
 * }
 * ```
 * The part does what its definition adds to the Widget definition. A method of the latter that it has as well
 * (`setFont`, `setTooltip`) is called after the base has done its own.
 */
import type { ClassName, Contracts, WidgetContract } from "../generated/browser/contracts.js";
import { type BrowserTable, tables } from "../generated/browser/tables.js";
import { methodsOf } from "./class-table.js";
import { afterBreath, afterPaint, whenIdle } from "./frame-timing.js";
import { icon } from "./icons.js";
import type { Placement } from "./layout.js";
import type { WidgetClass } from "./registry.js";
import type { Services, WidgetInit } from "./services.js";
import { say } from "./strings.js";
import { BaseWidget, type EventArgs } from "./widget.js";

/** The widget, as its part sees it: what `BaseWidget` gives to classes that extend it. */
export interface PartHost<E> {
  /** The widget's element, empty. */
  readonly element: HTMLElement;
  readonly services: Services;
  readonly isEnabled: boolean;
  /** As in `BaseWidget`; false when it was not sent. */
  emit<A extends keyof E & string>(action: A, ...args: EventArgs<E[A]>): boolean;
  requestRender(): void;
  refreshControls(): void;
  watchSize(): void;
}

/** What a part may have of its own; see the methods of the same names in `BaseWidget`. */
export interface PartHooks {
  render?(): void;
  controls?(): readonly HTMLElement[];
  focusTarget?(): HTMLElement | null;
  enabledChanged?(on: boolean): void;
  sized?(width: number, height: number): void;
  /** A parent has taken it in, moved it or placed it anew: what was scrolled in it may have jumped back. */
  placed?(): void;
  disposed?(): void;
}

export type Part<N extends ClassName> = Omit<Contracts[N]["contract"], keyof WidgetContract> &
  Partial<WidgetContract> &
  PartHooks;

export type PartClass<N extends ClassName> = new (
  host: PartHost<Contracts[N]["events"]>,
  args: Contracts[N]["args"],
) => Part<N>;

type AnyPart = PartHooks & Readonly<Record<string, ((...args: readonly unknown[]) => unknown) | undefined>>;
type AnyPartClass = new (host: PartHost<never>, args: unknown) => AnyPart;

/** A call that waits for the part. */
interface Waiting {
  readonly run: () => unknown;
  readonly silent: boolean;
  readonly done: (value: unknown) => void;
  readonly failed: (error: unknown) => void;
}

const NONE: BrowserTable = { base: null };

/** Names of the methods that a class has beyond those of every widget. */
function ownMethods(className: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (let at: string | null = className; at !== null && at !== "Widget"; ) {
    const table: BrowserTable | undefined = tables[at];
    for (const name of methodsOf(table ?? NONE)) names.add(name);
    at = table?.base ?? null;
  }
  return names;
}

/** Loads once; after a failure the next widget tries again. */
class Loader {
  readonly #load: () => Promise<AnyPartClass>;
  #loading: Promise<AnyPartClass> | null = null;
  loaded: AnyPartClass | null = null;

  constructor(load: () => Promise<AnyPartClass>) {
    this.#load = load;
  }

  get(): Promise<AnyPartClass> {
    this.#loading ??= this.#load().then(
      (found) => {
        this.loaded = found;
        return found;
      },
      (error: unknown) => {
        this.#loading = null;
        throw error;
      },
    );
    return this.#loading;
  }
}

abstract class LazyWidget extends BaseWidget {
  #part: AnyPart | null = null;
  #waiting: Waiting[] = [];
  #failure: unknown = null;
  #size: readonly [width: number, height: number] | null = null;

  constructor(init: WidgetInit, args: unknown, loader: Loader) {
    super(init, document.createElement("div"));
    if (loader.loaded !== null) {
      this.#begin(loader.loaded, args);
      return;
    }
    this.element.setAttribute("aria-busy", "true");
    // What is there already is painted before the part is asked for: while a browser reads the code of one, all else
    // that it does takes longer, and nobody should wait for the slowest part to see the first one.
    const load = () => loader.get().then(arrived, (error: unknown) => this.#failed(error));
    const arrived = (partClass: AnyPartClass) => afterBreath(() => this.#arrived(partClass, args));
    this.services.updates.whenSettled(() => afterPaint(load));
  }

  /** Calls a method of the part, now or as soon as it is there. */
  protected tell(run: (part: AnyPart) => unknown): unknown {
    if (this.#part !== null) return run(this.#part);
    if (this.#failure !== null) throw this.#failure;
    const answer = new Promise<unknown>((done, failed) => {
      const { silent } = this.services.outbox;
      this.#waiting.push({ run: () => run(this.#part as AnyPart), silent, done, failed });
    });
    // Whoever wants to know of a failure waits for the answer.
    answer.catch(() => {});
    return answer;
  }

  /** As `tell`, for what the base has done already and the part may add to. */
  protected tellToo(method: string, args: readonly unknown[]): void {
    if (this.#part === null && this.#failure !== null) return;
    this.tell((part) => part[method]?.(...args));
  }

  #begin(partClass: AnyPartClass, args: unknown): void {
    const widget = this;
    const host: PartHost<never> = {
      element: this.element,
      services: this.services,
      get isEnabled() {
        return widget.isEnabled;
      },
      emit: (action: string, ...values: readonly unknown[]) => this.post(action, values, true),
      requestRender: () => this.requestRender(),
      refreshControls: () => this.refreshControls(),
      watchSize: () => this.watchSize(),
    };
    this.#part = new partClass(host, args);
  }

  #arrived(partClass: AnyPartClass, args: unknown): void {
    if (this.isDestroyed) return;
    const { outbox, sizes, updates } = this.services;
    updates.hold();
    try {
      this.element.removeAttribute("aria-busy");
      this.#begin(partClass, args);
      // The styles that came along may have given it a border, inside a size that stays the same.
      sizes.repeatOf(this);
      if (this.#size !== null) this.#part?.sized?.(...this.#size);
      const before = outbox.silent;
      for (const { run, silent, done, failed } of this.#waiting.splice(0)) {
        outbox.silent = silent;
        try {
          done(run());
        } catch (error) {
          failed(error);
        }
      }
      outbox.silent = before;
    } finally {
      updates.release(true);
    }
  }

  #failed(error: unknown): void {
    if (this.isDestroyed) return;
    this.#failure = error;
    this.element.removeAttribute("aria-busy");
    this.element.classList.add("pgw-unfinished");
    const notice = document.createElement("div");
    notice.className = "pgw-unfinished-notice";
    notice.append(icon("alert"), say("partFailed", { class: this.className }));
    this.element.append(notice);
    for (const { failed } of this.#waiting.splice(0)) failed(this.#failure);
  }

  override setFocus(): void {
    if (this.#part !== null) {
      super.setFocus();
      return;
    }
    const before = document.activeElement;
    // Who has gone on to another place in the meantime is not called back.
    this.tell(() => {
      if (document.activeElement === before || document.activeElement === document.body) super.setFocus();
    });
  }

  protected override render(): void {
    this.#part?.render?.();
  }

  protected override controls(): readonly HTMLElement[] {
    return this.#part?.controls?.() ?? [];
  }

  protected override focusTarget(): HTMLElement | null {
    return this.#part?.focusTarget?.() ?? super.focusTarget();
  }

  protected override enabledChanged(on: boolean): void {
    super.enabledChanged(on);
    this.#part?.enabledChanged?.(on);
  }

  override place(placement: Placement | null): void {
    super.place(placement);
    if (placement !== null) this.#part?.placed?.();
  }

  protected override sized(width: number, height: number): void {
    this.#size = [width, height];
    this.#part?.sized?.(width, height);
  }

  protected override disposed(): void {
    this.#waiting = [];
    this.#part?.disposed?.();
  }
}

const loaders: Loader[] = [];

/**
 * Loads all parts, one after the other, while the page has nothing else to do: then the first widget of a class need
 * not wait for its part. Does nothing for users who have asked their browser to save data.
 */
export function loadAhead(): void {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData === true) return;
  whenIdle(() => {
    const loader = loaders.shift();
    if (loader === undefined) return;
    // A part that cannot be had is tried again, and missed, by the first widget that needs it.
    loader.get().then(loadAhead, loadAhead);
  });
}

/** A class that can be given to `defineWidget`, whose part comes from `load`. */
export function lazyWidget<N extends ClassName>(name: N, load: () => Promise<PartClass<N>>): WidgetClass<N> {
  const loader = new Loader(load as unknown as () => Promise<AnyPartClass>);
  loaders.push(loader);
  let isComplete = false;
  class Lazy extends LazyWidget {
    constructor(init: WidgetInit, args: unknown) {
      // Most pages make no widget of most of these classes.
      if (!isComplete) addMethods(name, Lazy.prototype);
      isComplete = true;
      super(init, args, loader);
    }
  }
  return Lazy as unknown as WidgetClass<N>;
}

/** Gives a class the methods of its definition, which pass on to the part what is for it. */
function addMethods(name: string, prototype: LazyWidget): void {
  const own = ownMethods(name);
  const define = (method: string, value: (this: LazyWidget, ...args: readonly unknown[]) => unknown) =>
    Object.defineProperty(prototype, method, { value, configurable: true, writable: true });
  for (const method of own) {
    define(method, function (...args) {
      return this.tell((part) => part[method]?.(...args));
    });
  }
  for (const shared of methodsOf(tables.Widget ?? NONE)) {
    const method = shared as keyof WidgetContract;
    // What only asks needs nothing of the part, and `setFocus` goes through `focusTarget`.
    if (own.has(method) || /^(get|is)[A-Z]/.test(method) || method === "setFocus") continue;
    const base: (this: LazyWidget, ...args: never) => unknown = BaseWidget.prototype[method];
    define(method, function (...args) {
      const result: unknown = Reflect.apply(base, this, args);
      this.tellToo(method, args);
      return result;
    });
  }
}
