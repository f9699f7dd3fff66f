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
}

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
