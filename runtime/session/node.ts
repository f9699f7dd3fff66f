/**
 * A widget as its session keeps it: number, class, state, place in the tree, handlers.
 * Kept small: a session may hold a hundred thousand.
 */
import type { Group } from "./groups.js";
import type { PendingState } from "./outgoing.js";
import type { SessionCore } from "./session.js";
import type { WidgetClass } from "./widget-class.js";

/** Where a widget object keeps its node. Shared by all copies of this module. */
export const NODE: unique symbol = Symbol.for("pgwidgets.widget") as never;

/** The object that the program holds. */
export interface Face {
  readonly [NODE]: WidgetNode;
}

/** What a container holds at one place: a widget, or an entry that is none. */
export interface Link {
  child: WidgetNode | null;
  /** What the call that attaches the child makes around it. */
  readonly made: WidgetNode | null;
  readonly slot: string;
  /** The method that attaches it, and its arguments. */
  method: string;
  args: unknown[];
  /** Calls to repeat after each attach, by method. */
  calls: Map<string, unknown[]> | null;
}

export type Handler = (...args: unknown[]) => unknown;
export interface Registration {
  readonly handler: Handler;
  readonly withWidget: boolean;
  readonly extra: readonly unknown[];
}

/** What only few widgets need. */
export interface NodeExtra {
  group: Group | null;
  /** Cancels the timer of a state that expires, by state. */
  readonly timers: Map<string, () => void>;
  /** When the timer of a state ends, in milliseconds of the host's clock. */
  readonly ends: Map<string, number>;
  /** Data of named models, by model. */
  readonly models: Map<string, unknown>;
  /** Widgets whose state names this one. */
  referrers: Set<WidgetNode> | null;
  /** See `pieces.ts`, by state. */
  cuts: Map<string, number[]> | null;
}

export class WidgetNode {
  readonly session: SessionCore;
  readonly wid: number;
  readonly cls: WidgetClass;
  readonly face: Face;
  /** States that were set, by name; the rest have their defaults. */
  state: Record<string, unknown> | null = null;
  parent: WidgetNode | null = null;
  links: Link[] | null = null;
  handlers: Map<string, Registration[]> | null = null;
  extra: NodeExtra | null = null;
  /** Changes of state that wait to be sent. */
  pending: PendingState | null = null;
  destroyed = false;

  constructor(session: SessionCore, wid: number, cls: WidgetClass, face: Face) {
    this.session = session;
    this.wid = wid;
    this.cls = cls;
    this.face = face;
  }

  /** Whether it is of a class, or of one derived from it. */
  isA(className: string): boolean {
    return this.cls.ancestors.has(className);
  }

  /** `Button#12`, for messages. */
  toString(): string {
    return `${this.cls.name}#${this.wid}`;
  }

  more(): NodeExtra {
    this.extra ??= {
      group: null,
      timers: new Map(),
      ends: new Map(),
      models: new Map(),
      referrers: null,
      cuts: null,
    };
    return this.extra;
  }
}
