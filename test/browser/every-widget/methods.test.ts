/**
 * Every method of every class, called with several values while two browsers look on.
 * Made from the definitions: a new class or method is tried without a word said here.
 */
import { expect, test } from "vitest";
import type { MethodDefinition } from "../../../codegen/format.js";
import { camelCase } from "../../../runtime/protocol/names.js";
import { UsageError } from "../../../runtime/session/errors.js";
import { type Face, NODE } from "../../../runtime/session/node.js";
import { methodsOf } from "../../support/definitions.js";
import { Random } from "../../support/random.js";
import { expectAgreement } from "./agreement.js";
import { classNames, holdsNothing } from "./classes.js";
import { NothingFits, sampleOf } from "./samples.js";
import { type Scene, sceneOf } from "./scenes.js";
import { useTwoBrowsers } from "./two-browsers.js";

const browsers = useTwoBrowsers();
/** How many times each method is called with success, and how many calls are tried for that. */
const CALLS = 3;
const TRIES = 40;

/** Calls a method until it has been taken `CALLS` times; says how often it was. */
function callSome(scene: Scene, name: string, method: MethodDefinition, random: Random): unknown[] {
  const results: unknown[] = [];
  const params = method.params ?? [];
  const wanted = params.length === 0 ? 1 : CALLS;
  let last: unknown = null;
  for (let i = 0; i < TRIES && results.length < wanted; i++) {
    try {
      const args = params.map((param) =>
        (param.default !== undefined || param.keep) && random.chance(0.25)
          ? undefined
          : sampleOf(param.name, param.schema, random, scene),
      );
      results.push(call(scene.widget, name, args));
    } catch (error) {
      if (!(error instanceof UsageError || error instanceof NothingFits)) throw error;
      last = error;
    }
  }
  if (results.length === 0) {
    throw new Error(
      `${scene.widget[NODE].cls.name}.${name} was never called with success: ` +
        `give its scene values for it (scenes.ts). ${String(last)}`,
    );
  }
  return results;
}

function call(widget: Face, name: string, args: readonly unknown[]): unknown {
  return (widget as unknown as Record<string, (...args: readonly unknown[]) => unknown>)[camelCase(name)]?.(
    ...args,
  );
}

/** The methods that a program can call, on a class that something can come of. */
function callable(className: string): [string, MethodDefinition][] {
  return [...methodsOf(className)].filter(
    ([name, { kind }]) => kind !== "local" && kind !== "wire" && !holdsNothing(className, name),
  );
}

test.each(classNames)("%s takes every method, and both browsers agree with the server", async (className) => {
  const two = browsers();
  const methods = callable(className);
  // What is done for one user alone need not be seen by another.
  const forAll = methods.filter(([, method]) => !isForOneUser(method));
  const forOne = methods.filter(([, method]) => isForOneUser(method));
  for (const some of [forAll, forOne]) {
    const scenes = new Map(some.map(([name]) => [name, sceneOf(two.session, className)]));
    await two.settled();
    const answers = some.map(([name, method]) =>
      callSome(scenes.get(name) as Scene, name, method, new Random(hash(`${className}.${name}`))),
    );
    await Promise.all(answers.flat());
    const parts = new Map([...scenes].map(([name, { widget }]) => [name, widget]));
    if (some === forAll) await two.expectInStep(className, parts);
    else await two.settled();
    await Promise.all(
      some
        // An action leaves no state that the server could answer from, and neither does what scrolls to something.
        .filter(([name, { kind }]) => kind !== "action" && !name.startsWith("scroll_to_"))
        .map(([name]) => expectAgreement(two, scenes.get(name) as Scene, `after ${className}.${name}`)),
    );
    expect(two.faults).toEqual([]);
    two.clear();
  }
});

test("every class shows the same after a reload in the middle of everything", async () => {
  const two = browsers();
  const scenes = new Map(classNames.map((name) => [name, sceneOf(two.session, name)]));
  await two.settled();
  for (const [className, scene] of scenes) {
    const random = new Random(hash(`${className} reload`));
    const lasting = callable(className).filter(
      ([, method]) => method.kind !== "query" && leavesState(method),
    );
    for (const [name, method] of lasting) {
      if (scene.widget[NODE].destroyed) break;
      try {
        callSome(scene, name, method, random);
      } catch (error) {
        // What was done before may leave nothing to do it with.
        if (!(error instanceof Error && error.message.includes("never called"))) throw error;
      }
    }
    if (scene.widget[NODE].destroyed) continue;
    if (methodsOf(className).has("show")) call(scene.widget, "show", []);
  }
  const parts = new Map([...scenes].map(([name, { widget }]) => [name, widget]));
  await two.expectSameAfterReload(0, "all classes", parts);
});

/** Whether what a method does is there for a browser that comes later. */
function leavesState(method: MethodDefinition): boolean {
  return method.kind !== "action" || method.also !== undefined || method.stack !== undefined;
}

function isForOneUser(method: MethodDefinition): boolean {
  return method.kind === "action" && method.user === true;
}

/** A number that stays the same for a text, so that a test does the same each time. */
function hash(text: string): number {
  let value = 7;
  for (let i = 0; i < text.length; i++) value = (Math.imul(value, 31) + text.charCodeAt(i)) | 0;
  return value;
}
