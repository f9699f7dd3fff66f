/**
 * What a page shows of one widget, and of a named model of the runtime: the parts of a mirror.
 */
import type { WidgetClass } from "../session/widget-class.js";

/** What a page keeps for a named model of the runtime. */
export interface ModelMirror {
  /** Does what a call says; false for one that the model does not know. */
  call(method: string, args: readonly unknown[]): boolean;
  /** A setter was called. */
  told?(method: string, args: readonly unknown[]): void;
  /** A child was attached, or attached again. */
  attached?(link: ShownLink): void;
  detached?(link: ShownLink, at: number): void;
  snapshot(): unknown;
  /** The value that its user sets. */
  value?(): unknown;
  /** What its user sees of it, a line each. */
  lines?(): readonly string[];
  /** Its user does something that only the model can say in callbacks. Throws UsageError when that cannot be done. */
  user?(operation: string, given: unknown, report: ModelReport): void;
  /** The page has reported a callback, and shows what it means. */
  reported?(action: string, args: readonly unknown[]): void;
}

/** Tells the server of a callback of the widget. */
export type ModelReport = (action: string, ...args: unknown[]) => void;

export interface ShownLink {
  method: string;
  args: unknown[];
  readonly slot: string;
  readonly child: Shown | null;
  /** What the page made around the child. */
  readonly made: Shown | null;
  readonly calls: Map<string, unknown[]>;
}

export interface Shown {
  readonly wid: number;
  readonly cls: WidgetClass;
  readonly state: Record<string, unknown>;
  readonly models: Map<string, ModelMirror>;
  readonly listens: Set<string>;
  links: ShownLink[];
  parent: Shown | null;
  /** The child that is selected. */
  selected: Shown | null;
  /** Widgets of which at most one is on, this one among them. */
  group: Set<Shown>;
  /** Number of its user's last input here. */
  lastInput: number;
}

/** The children in a slot, in order. */
export function childrenOf(shown: Shown, slot = "children"): Shown[] {
  return shown.links.flatMap((link) => (link.slot === slot ? (link.child ?? []) : []));
}
