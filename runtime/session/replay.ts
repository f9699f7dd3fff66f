/**
 * A whole interface as messages, computed from the present state: what a browser needs that knows nothing.
 * One widget that cannot be rendered is reported, and the rest still appears.
 */
import { callForm, type Form, type Item } from "./binary.js";
import { modelOf } from "./models/index.js";
import type { WidgetNode } from "./node.js";
import type { Peer } from "./peer.js";
import {
  attachCall,
  type Call,
  childCalls,
  createArgs,
  mustReplay,
  neededFirst,
  pieceCalls,
  stateCalls,
} from "./render.js";
import { readState } from "./state.js";
import type { Phase } from "./table.js";
import { reportedAs } from "./uploads.js";
import { eachWidget } from "./values.js";

/** The first number that a browser gives to widgets it makes by itself. */
export const FIRST_BROWSER_WID = 2 ** 30;

export interface ReplaySource {
  /** Root widgets, the topmost window last. */
  readonly roots: Iterable<WidgetNode>;
  /** A widget could not be replayed. */
  failed(node: WidgetNode, error: unknown): void;
}

export function replay(source: ReplaySource, peer: Peer): Item[] {
  const items: Item[] = [];
  const known = new Set<WidgetNode>();
  const say = (message: object) => items.push(JSON.stringify(message));
  const sayForm = ({ message, tail }: Form) => items.push(JSON.stringify(message), ...tail);

  const guarded = (node: WidgetNode, task: () => void) => {
    try {
      task();
    } catch (error) {
      source.failed(node, error);
    }
  };
  const late: Form[] = [];
  const call = (node: WidgetNode, each: Call) => {
    const form = callForm(node, each, true);
    if (each[2] === true) late.push(form);
    else sayForm(form);
  };

  const setStates = (node: WidgetNode, phase: Phase) => {
    for (const state of node.cls.phases[phase]) {
      if (!mustReplay(node, state)) continue;
      if (state.refs === true) eachWidget(readState(node, state.name), make);
      const calls = state.inCreate ? pieceCalls(node, state) : stateCalls(node, state);
      for (const each of calls) call(node, each);
    }
  };

  function make(node: WidgetNode): void {
    if (known.has(node) || node.destroyed || !node.cls.remote) return;
    neededFirst(node).forEach(make);
    // One of them may hold this one.
    if (known.has(node)) return;
    known.add(node);
    guarded(node, () => {
      const args = createArgs(node, (other) => known.has(other));
      say({ type: "create", wid: node.wid, class: node.cls.name, args });
      for (const name of node.cls.models)
        for (const each of modelOf(name).replay?.(node, peer) ?? []) call(node, each);
      setStates(node, "before-children");
    });
    for (const link of node.links ?? []) {
      if (link.child !== null) make(link.child);
      guarded(node, () => {
        sayForm(callForm(node, attachCall(node, link), true, link.made));
        if (link.made !== null) fill(link.made);
        for (const each of childCalls(link)) call(node, each);
      });
    }
    finish(node);
  }

  /** What a call has just made in the browser gets the rest of its state. */
  function fill(made: WidgetNode): void {
    known.add(made);
    guarded(made, () => setStates(made, "before-children"));
    finish(made);
  }

  function finish(node: WidgetNode): void {
    guarded(node, () => setStates(node, "after-children"));
    for (const action of listensOf(node, peer)) say({ type: "listen", wid: node.wid, action });
  }

  say({ type: "reconstruct-start", next_wid: FIRST_BROWSER_WID });
  for (const root of source.roots) make(root);
  for (const node of known) {
    guarded(node, () => {
      for (const name of node.cls.models)
        for (const each of modelOf(name).replayLate?.(node) ?? []) call(node, each);
    });
  }
  for (const phase of ["after-tree", "visibility"] as const) {
    for (const node of known) guarded(node, () => setStates(node, phase));
  }
  say({ type: "reconstruct-end" });
  late.forEach(sayForm);
  return items;
}

/** The actions that a browser must be told to report. */
function listensOf(node: WidgetNode, peer: Peer): Set<string> {
  const actions = new Set<string>();
  const knowsTracked = peer.features.has("tracking");
  if (!knowsTracked) for (const action of node.cls.tracked) actions.add(action);
  for (const action of node.handlers?.keys() ?? []) {
    const reported = reportedAs(node.cls, action);
    if (reported !== null && !(knowsTracked && node.cls.tracked.includes(reported))) actions.add(reported);
  }
  return actions;
}
