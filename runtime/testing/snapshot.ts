/**
 * What a page shows, as plain data: two pages that show the same have equal snapshots.
 */
import { childrenOf, type Shown } from "./shown.js";

/** A widget as a page shows it, for comparing. */
export interface Snapshot {
  readonly wid: number;
  readonly class: string;
  readonly state: Readonly<Record<string, unknown>>;
  /** What the named models of the class show. */
  readonly models?: Readonly<Record<string, unknown>>;
  readonly group?: readonly number[];
  readonly children: readonly unknown[];
}

/** A widget and all that it holds. */
export function snapshotOf(shown: Shown): Snapshot {
  const state = Object.fromEntries(
    [...shown.cls.states.values()]
      // Of a value that is not shared each page has its own; what a replay leaves out is told by other states.
      .filter((info) => info.name in shown.state && info.shared !== false)
      .filter((info) => info.setter === undefined || info.replay !== "never")
      .map((info) => [info.name, shown.state[info.name]] as const)
      .filter(
        ([name, value]) => JSON.stringify(value) !== JSON.stringify(shown.cls.states.get(name)?.default),
      )
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  if (shown.cls.selection !== null && shown.selected !== null) {
    state[shown.cls.selection.state] = childrenOf(shown).indexOf(shown.selected);
  }
  const children = shown.links.map(({ method, args, child, made, calls }) => ({
    method,
    // What was made around the child has its options as its state.
    args: args.map((arg, i) => (isRef(arg) ? "child" : made !== null && i > 0 ? "made" : arg)),
    calls: [...calls].sort(([a], [b]) => (a < b ? -1 : 1)),
    child: child === null ? null : snapshotOf(child),
    ...(made === null ? {} : { made: snapshotOf(made) }),
  }));
  const models = Object.fromEntries([...shown.models].map(([name, model]) => [name, model.snapshot()]));
  return {
    wid: shown.wid,
    class: shown.cls.name,
    state,
    ...(shown.models.size > 0 ? { models } : {}),
    ...(shown.group.size > 1 ? { group: [...shown.group].map((each) => each.wid).sort() } : {}),
    children,
  };
}

/** Whether a value of the wire names a widget. */
export function isRef(value: unknown): value is { __wid__: number } {
  return typeof value === "object" && value !== null && "__wid__" in value;
}
