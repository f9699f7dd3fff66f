/** The gesture for each callback of each class: that of the class itself, or of the nearest base that has one. */
import { callbacksOf, lineage } from "../../../support/definitions.js";
import { common } from "./common.js";
import { containers } from "./containers.js";
import type { Gesture, Gestures } from "./gesture.js";
import { inputs } from "./inputs.js";
import { textsAndItems } from "./texts-and-items.js";
import { windows } from "./windows.js";

const all: readonly Gestures[] = [common, containers, inputs, textsAndItems, windows];

function of(className: string): readonly Gesture[] {
  return all.flatMap((each) => each[className] ?? []);
}

export interface Planned {
  readonly gesture: Gesture;
  /** Those of its callbacks that it stands for in this class. */
  readonly actions: readonly string[];
}

/** What is to be done to a class so that every callback comes, and the callbacks that nothing would bring. */
export function plan(className: string): { readonly gestures: Planned[]; readonly missing: string[] } {
  const actions = new Map<Gesture, string[]>();
  const missing: string[] = [];
  const line = lineage(className).map(({ name }) => name);
  for (const action of callbacksOf(className).keys()) {
    const gesture = line
      .toReversed()
      .flatMap(of)
      .find(({ fires }) => fires.includes(action));
    if (gesture === undefined) missing.push(action);
    else actions.set(gesture, [...(actions.get(gesture) ?? []), action]);
  }
  return { gestures: [...actions].map(([gesture, each]) => ({ gesture, actions: each })), missing };
}

/** Every gesture, with the class that it is written for. */
export const written: readonly (readonly [className: string, gesture: Gesture])[] = all.flatMap((each) =>
  Object.entries(each).flatMap(([name, gestures]) => gestures.map((gesture) => [name, gesture] as const)),
);
