/**
 * Named models: state with rules of its own that a definition asks for by name.
 */
import type { Link, WidgetNode } from "../node.js";
import type { Peer } from "../peer.js";
import type { Call } from "../render.js";

/** What an operation may know besides its parameters. */
export interface OperationContext {
  /** The browser whose user caused it; null for the program. */
  readonly origin: object | null;
  /** The method that the program called. */
  readonly method: string;
}

export type Operation = (node: WidgetNode, args: readonly unknown[], context: OperationContext) => unknown;

export interface Model {
  /**
   * By name, as definitions use them. Arguments are valid already.
   * As an effect of a callback: `false` when it tells nothing new, and no handler runs.
   */
  readonly operations: Readonly<Record<string, Operation>>;
  /** The calls that bring a widget freshly made in a browser to the present state, before its plain states. */
  replay?(node: WidgetNode, peer: Peer): Call[];
  /** The calls that need the whole interface to stand, before the states that need it too. */
  replayLate?(node: WidgetNode): Call[];
  /** A child has been attached, or attached again with other arguments; the browsers have been told. */
  attached?(node: WidgetNode, link: Link): void;
  /** A child has left the place `at` in its slot; the browsers have been told. */
  detached?(node: WidgetNode, link: Link, at: number): void;
  /** Called once for each new widget. */
  made?(node: WidgetNode): void;
  /** Called once when the widget ends. */
  ended?(node: WidgetNode): void;
}
