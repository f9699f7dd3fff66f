/**
 * Every constructor argument and option of every class: alone and together, given to the constructor and to its setter.
 * Made from the definitions: a new option is tried without a word said here.
 */
import type { Widget } from "pgwidgets-ts/sync";
import { expect, test } from "vitest";
import type { SchemaFragment } from "../../../codegen/format.js";
import { camelCase } from "../../../runtime/protocol/names.js";
import { UsageError } from "../../../runtime/session/errors.js";
import { type Face, NODE } from "../../../runtime/session/node.js";
import { parsePointer, withPart } from "../../../runtime/session/pointer.js";
import { readState } from "../../../runtime/session/state.js";
import { lineage, methodsOf } from "../../support/definitions.js";
import { Random } from "../../support/random.js";
import { expectAgreement } from "./agreement.js";
import { classNames, classOf } from "./classes.js";
import { lookOf } from "./look.js";
import { NothingFits, sampleOf } from "./samples.js";
import { makeOf, type Options, type Scene, sceneOf } from "./scenes.js";
import { differences, type TwoBrowsers, useTwoBrowsers } from "./two-browsers.js";

const browsers = useTwoBrowsers();
/** How many values of an option are tried, and how many makings for each. */
const VALUES = 3;
const TRIES = 200;

/** An argument or an option: the name that a program uses, its type, and the state that it sets. */
interface Option {
  readonly name: string;
  readonly wire: string;
  readonly schema: SchemaFragment;
  readonly state: string;
  /** Every widget has it. */
  readonly isCommon: boolean;
  /** Its default, undefined for one that must be given. */
  readonly standard: unknown;
}

/** All that a constructor takes: arguments, options, and states that may be given as options. */
function optionsOf(className: string): Option[] {
  const known = new Map<
    string,
    { readonly schema: SchemaFragment; readonly default?: unknown; isCommon: boolean }
  >();
  for (const part of ["state", "options"] as const) {
    for (const each of lineage(className)) {
      for (const [name, param] of Object.entries(each[part] ?? {})) {
        known.set(name, { ...param, isCommon: each.name === "Widget" });
      }
    }
  }
  const args = lineage(className).findLast((each) => each.args !== undefined)?.args ?? [];
  for (const arg of args) known.set(arg.name, { ...arg, isCommon: false });
  const cls = classOf(className);
  // What another widget makes takes the options of its definition, and no more.
  const properties =
    cls.table.createdBy === undefined
      ? [...cls.properties]
      : cls.options.map((each) => [each.property, each] as const);
  return properties.map(([name, info]) => {
    const found = known.get(info.name);
    if (found === undefined) throw new Error(`${className}: nothing says the type of ${info.name}`);
    const { schema, isCommon } = found;
    const state = "state" in info ? info.state : info.name;
    return { name, wire: info.name, schema, isCommon, state, standard: found.default };
  });
}

/** The call of a setter that sets a state, or a part of it, to a value; null when there is none. */
function setterOf(widget: Face, { state }: Option, value: unknown): (() => void) | null {
  const { name, path } = parsePointer(state);
  for (const [method, definition] of methodsOf(widget[NODE].cls.name)) {
    if (definition.kind !== "setter" || definition.operation !== undefined || definition.toggle !== undefined)
      continue;
    const params = definition.params ?? [];
    const target = definition.state ?? "";
    let args: unknown[] | null = null;
    if (target === state && params.length === 1) args = [value];
    else if (target === state && params.length > 1 && Array.isArray(value) && value.length === params.length)
      args = value;
    else if (target === name && path.length === 1) {
      args = withPart(readState(widget[NODE], name), path, value) as unknown[];
      if (params.length !== args.length) args = null;
    }
    if (args === null || definition.value !== undefined) continue;
    const given = args;
    const self = widget as unknown as Record<string, (...args: unknown[]) => void>;
    return () => self[camelCase(method)]?.(...given);
  }
  return null;
}

/** Sets it by its setter; false when there is none that takes the value. */
function isSet(widget: Face, option: Option, value: unknown): boolean {
  const set = setterOf(widget, option, value);
  return set !== null && tried(() => set() ?? true, new Random(0), 1) !== null;
}

/** On the server a widget made with an option has the state of one that was given it by its setter. */
function compareBare(two: TwoBrowsers, className: string, option: Option, value: unknown): void {
  const make = (options: Options) => tried(() => makeOf(two.session, className, options), new Random(0), 1);
  const made = make({ [option.name]: value });
  const set = make({});
  if (made === null || set === null || !isSet(set, option, value)) return;
  expect(readState(made[NODE], option.state), `${className}: ${option.name} made with, and set`).toEqual(
    readState(set[NODE], option.state),
  );
  for (const each of [made, set]) (each as unknown as Widget).destroy();
}

/** Makes a scene with options that fit; null when nothing fits after many tries. */
function tried<T>(make: (random: Random) => T, random: Random, tries = TRIES): T | null {
  for (let i = 0; i < tries; i++) {
    try {
      return make(random);
    } catch (error) {
      if (!(error instanceof UsageError || error instanceof NothingFits)) throw error;
    }
  }
  return null;
}

/** What arguments are picked from before there is a scene of the class: a menu, and members of a group. */
function surroundings(two: TwoBrowsers, className: string): Scene {
  const menu = makeOf(two.session, "Menu", {});
  (menu as unknown as { addName(name: string): void }).addName("First");
  const { widget, widgets = [], values = {} } = sceneOf(two.session, className);
  return { widget, widgets: [menu, widget, ...widgets], values };
}

test.each(classNames)("%s takes every argument and option", async (className) => {
  const two = browsers();
  const around = surroundings(two, className);
  const options = optionsOf(className);
  const random = new Random(className.length * 77);
  const scenes: Scene[] = [];
  const twins: { readonly option: string; readonly made: Face; readonly set: Face }[] = [];
  const never: string[] = [];

  for (const option of options) {
    let taken = 0;
    for (let i = 0; i < (option.isCommon ? 1 : VALUES); i++) {
      const scene = tried((each) => {
        const given = sampleOf(option.wire, option.schema, each, around);
        return { given, scene: sceneOf(two.session, className, { [option.name]: given }) };
      }, random);
      if (scene === null) continue;
      taken++;
      scenes.push(scene.scene);
      compareBare(two, className, option, scene.given);
      // Its twin is made without: with the default, where the scene would have another value.
      const plain =
        tried(() => sceneOf(two.session, className, { [option.name]: option.standard }), random, 1) ??
        sceneOf(two.session, className);
      scenes.push(plain);
      const states = [scene.scene, plain].map(({ widget }) => widget[NODE]);
      if (!isSet(plain.widget, option, scene.given) || states[0]?.cls.remote === false) continue;
      // What the scene did in between may have changed it.
      const [made, set] = states.map((node) => JSON.stringify(readState(node, option.state)));
      if (made !== set) continue;
      twins.push({
        option: `${option.name}: ${JSON.stringify(scene.given)}`,
        made: scene.scene.widget,
        set: plain.widget,
      });
    }
    if (taken === 0) never.push(option.name);
  }
  for (let i = 0; i < VALUES; i++) {
    const all = tried((each) => {
      const given: Record<string, unknown> = {};
      // Scrolling to a share of the way is done once: with other fonts and sizes a later page has another way.
      const together = options.filter(({ state }) => state !== "scroll_position");
      for (const option of together) given[option.name] = sampleOf(option.wire, option.schema, each, around);
      return sceneOf(two.session, className, given as Options);
    }, random);
    if (all !== null) scenes.push(all);
    else if (i === 0) never.push("all together");
  }
  expect(never, `${className}: give its scene values that fit (scenes.ts)`).toEqual([]);

  await two.expectInStep(className);
  await Promise.all(scenes.map((scene) => expectAgreement(two, scene, "made with options")));
  for (const { option, made, set } of twins) {
    const looks = await Promise.all([made, set].map((each) => lookOf(two.pages[0], each[NODE].wid)));
    expect(
      differences(looks[0] as string[], looks[1] as string[]),
      `${className} with ${option}: made with it, and set`,
    ).toEqual([]);
  }
  await two.expectSameAfterReload(1, `${className} with options`);
});
