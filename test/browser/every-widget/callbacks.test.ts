/**
 * Every callback of every class, brought about by what a person does in a browser, while a second browser looks on.
 * A callback without a gesture fails; gestures/ holds them, one for all classes that inherit the callback.
 */
import type { Widget } from "pgwidgets-ts/sync";
import { describe, expect, test } from "vitest";
import { NODE } from "../../../runtime/session/node.js";
import { callbacksOf } from "../../support/definitions.js";
import { classNames, holdsNothing } from "./classes.js";
import type { Acting } from "./gestures/gesture.js";
import { type Planned, plan, written } from "./gestures/index.js";
import { sceneOf } from "./scenes.js";
import { useTwoBrowsers } from "./two-browsers.js";

const browsers = useTwoBrowsers();
let turn = 0;

/** Those that leave the widget as it was together, each of the others alone. */
function rounds(gestures: readonly Planned[]): readonly (readonly Planned[])[] {
  const gentle = gestures.filter(({ gesture }) => gesture.isGentle === true);
  const others = gestures.filter(({ gesture }) => gesture.isGentle !== true);
  return [...(gentle.length > 0 ? [gentle] : []), ...others.map((each) => [each])];
}

/** What the gestures of a round must bring in this class. */
function actionsOf(className: string, round: readonly Planned[]): readonly string[] {
  return round.flatMap(({ actions }) => actions).filter((action) => !holdsNothing(className, action));
}

async function perform(className: string, round: readonly Planned[]): Promise<void> {
  const actions = actionsOf(className, round);
  const { options = {} } = round[0]?.gesture ?? {};
  const two = browsers();
  // Now in the one, now in the other.
  const which = turn++ % 2;
  const scene = sceneOf(two.session, className, options);
  const heard = new Map<string, unknown[][]>();
  const widget = scene.widget as unknown as Widget;
  for (const action of callbacksOf(className).keys()) {
    widget.on(action as "resize", (...args: unknown[]) => {
      heard.set(action, [...(heard.get(action) ?? []), args]);
    });
  }
  await two.settled();
  const seen = new Map<string, number>();
  const it: Acting = {
    two,
    W: two.W,
    page: two.pages[which] as Acting["page"],
    cdp: two.cdp[which] as Acting["cdp"],
    scene,
    widget,
    at: (two.pages[which] as Acting["page"]).locator(`[data-wid="${scene.widget[NODE].wid}"]`),
    heard: async (action) => {
      const before = seen.get(action) ?? 0;
      await expect
        .poll(() => heard.get(action)?.length ?? 0, { message: `${className} "${action}" did not come` })
        .toBeGreaterThan(before);
      seen.set(action, heard.get(action)?.length ?? 0);
    },
  };
  // What came of being shown is no deed of anybody; what may come only then is waited for again.
  for (const [action, calls] of heard) seen.set(action, calls.length);
  for (const { gesture } of round) await gesture.act(it);
  for (const action of actions) {
    await expect
      .poll(() => heard.get(action)?.length ?? 0, { message: `${className} "${action}" did not come` })
      .toBeGreaterThan(0);
    const args = callbacksOf(className).get(action)?.args ?? [];
    const least = args.filter(({ optional }) => optional !== true).length;
    for (const given of heard.get(action) ?? []) {
      expect(given.length, `${className} "${action}"`).toBeGreaterThanOrEqual(least);
      expect(given.length, `${className} "${action}"`).toBeLessThanOrEqual(args.length);
    }
  }
  await two.pages[which]?.mouse.move(899, 699);
  await two.expectInStep(`${className} ${actions.join(", ")}`);
  expect(two.faults, `${className} ${actions.join(", ")}`).toEqual([]);
  two.clear();
}

describe.each(classNames)("%s", (className) => {
  const { gestures, missing } = plan(className);

  test("has a gesture for each of its callbacks", () => {
    expect(missing.filter((action) => !holdsNothing(className, action))).toEqual([]);
  });

  const named = rounds(gestures).map((round) => [actionsOf(className, round).join(", "), round] as const);
  test.each(named.filter(([actions]) => actions !== ""))("%s", (_, round) => perform(className, round));
});

test("every gesture is for a class and its callbacks", () => {
  const wrong = written.filter(
    ([name, { fires }]) => !fires.every((action) => callbacksOf(name).has(action)),
  );
  expect(wrong.map(([name, { fires }]) => `${name}: ${fires.join(", ")}`)).toEqual([]);
});
