/**
 * Named models: state with rules of its own that a definition asks for by name.
 */
import type { WidgetNode } from "../node.js";
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
  /** By name, as definitions use them. Arguments are valid already. */
  readonly operations: Readonly<Record<string, Operation>>;
  /** The calls that bring a freshly made widget to the present state, before its plain states. */
  replay?(node: WidgetNode): Call[];
  /** Called once for each new widget. */
  made?(node: WidgetNode): void;
  /** Called once when the widget ends. */
  ended?(node: WidgetNode): void;
}
