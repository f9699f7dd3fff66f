/**
 * Every key that a definition names is pressed in its widget and does what the script of the class says.
 * Nothing animates under reduced motion, and the focus is never lost.
 */
import { describe, expect, test } from "vitest";
import { useInterface } from "../support.js";
import { compositeScripts } from "./composite-scripts.js";
import { itemScripts } from "./item-scripts.js";
import { keysOf, perform, type Script, stageOf } from "./keyboard.js";
import { menuScripts } from "./menu-scripts.js";
import { simpleScripts } from "./simple-scripts.js";
import { shownClasses } from "./specimens.js";
import { windowScripts } from "./window-scripts.js";

const show = useInterface();
const scripts: Readonly<Record<string, Script>> = {
  ...simpleScripts,
  ...compositeScripts,
  ...menuScripts,
  ...itemScripts,
  ...windowScripts,
};
const keyed = shownClasses.filter((name) => keysOf(name).length > 0);

test("every class with keys has a script, and no other", () => {
  expect(Object.keys(scripts).sort()).toEqual(keyed);
});

describe.each(Object.keys(scripts))("%s", (name) => {
  const { build, steps } = scripts[name] as Script;
  test("does what its keys say", { timeout: 600_000 }, async () => {
    const stage = stageOf(await show(build, { reducedMotion: "reduce" }));
    const known = steps(stage as never);
    const isLast = (keys: string) => Number(known[keys]?.last === true);
    for (const keys of keysOf(name).toSorted((a, b) => isLast(a) - isLast(b))) {
      const step = known[keys];
      if (step === undefined) throw new Error(`${name}: no script presses ${keys}.`);
      try {
        await perform(stage, keys, step);
      } catch (error) {
        throw new Error(`${name}: ${keys}: ${String(error)}`, { cause: error });
      }
    }
  });
});
