/**
 * Random programs over all widget classes: makings, calls, removals, moves, and users who do something.
 * A program is a list of small numbers, so that it can be shrunk; what they mean is decided as it runs.
 */
import fc from "fast-check";
import { expect } from "vitest";
import { classes } from "../../generated/sync/widgets.js";
import { camelCase } from "../../runtime/protocol/names.js";
import { UsageError } from "../../runtime/session/errors.js";
import { type Face, NODE } from "../../runtime/session/node.js";
import type { FaceClass } from "../../runtime/session/session.js";
import type { Mirror } from "../../runtime/testing/mirror.js";
import { callbacksOf, definitions, lineage, methodsOf } from "./definitions.js";
import { NothingFits, Random, randomValue, type ValueOptions } from "./random.js";
import { answered, type Stage, stage } from "./session.js";

export interface Step {
  readonly kind: "make" | "call" | "attach" | "user" | "destroy" | "turn" | "join";
  readonly pick: number;
  readonly seed: number;
}

const weights = { make: 6, call: 8, attach: 4, user: 4, destroy: 1, turn: 2, join: 1 } as const;
const kinds = Object.entries(weights).map(([kind, weight]) => ({
  arbitrary: fc.constant(kind as Step["kind"]),
  weight,
}));

export const programs: fc.Arbitrary<Step[]> = fc.array(
  fc.record({ kind: fc.oneof(...kinds), pick: fc.nat(1000), seed: fc.nat() }),
  { minLength: 1, maxLength: 60, size: "max" },
);

export const makeable: readonly string[] = Object.keys(classes).filter(
  (name) =>
    definitions.get(name)?.created_by === undefined && !lineage(name).some((each) => each.remote === false),
);

export interface Run {
  readonly stage: Stage;
  /** A browser that was there from the start. */
  readonly first: Mirror;
  /** Browsers that joined on the way. */
  readonly joined: readonly Mirror[];
  /** What was done, in words. */
  readonly log: readonly string[];
}

/** Every browser shows the same: also one that comes only now, and those that are built anew. */
export async function expectAgreement({ stage, first, joined, log }: Run): Promise<void> {
  const said = log.join("\n");
  const errors = stage.host.log.filter((line) => line.level === "error");
  expect(errors, said).toEqual([]);
  await answered();
  const fresh = stage.open();
  for (const each of [first, ...joined]) expect(each.snapshot(), said).toEqual(fresh.snapshot());
  stage.session.reconstruct();
  await answered();
  for (const each of [first, ...joined]) expect(each.snapshot(), said).toEqual(fresh.snapshot());
}

/** Runs a program; every browser but the user's own is then at the state of the server. */
export function run(steps: readonly Step[], names: readonly string[] = makeable): Run {
  const on = stage();
  const first = on.open();
  const user = on.open();
  const joined: Mirror[] = [];
  const widgets: Face[] = [];
  const log: string[] = [];

  for (const step of steps) {
    const random = new Random(step.seed);
    try {
      if (step.kind === "turn") on.turn();
      else if (step.kind === "join") joined.push(on.open(random.chance(0.5) ? [] : ["input", "tracking"]));
      else log.push(act(step, random));
    } catch (error) {
      if (!(error instanceof UsageError || error instanceof NothingFits)) throw withLog(error, log);
    }
  }
  on.turn();
  return { stage: on, first, joined, log };

  function alive(): Face[] {
    return widgets.filter((widget) => !widget[NODE].destroyed);
  }

  function options(random: Random, field: (name: string) => string): ValueOptions {
    return {
      field,
      widget: (className) => random.pick(alive().filter((widget) => widget[NODE].isA(className))),
    };
  }

  function act(step: Step, random: Random): string {
    if (step.kind === "make") return make(names[step.pick % names.length] as string, random);
    const living = alive();
    const widget = living[step.pick % Math.max(1, living.length)];
    if (widget === undefined) return "nothing to act on";
    if (step.kind === "destroy") {
      (widget as unknown as { destroy(): void }).destroy();
      return `${widget}.destroy()`;
    }
    if (step.kind === "user") return userDoes(widget, random);
    return callMethod(widget, random, step.kind === "attach");
  }

  function make(name: string, random: Random): string {
    const given: Record<string, unknown> = {};
    const own = lineage(name);
    const params = [
      ...(own.findLast((each) => each.args !== undefined)?.args ?? []).map((arg) => [arg.name, arg] as const),
      ...own.flatMap((each) => Object.entries(each.options ?? {})),
    ];
    for (const [wire, param] of params) {
      const required = param.default === undefined && param.default_from === undefined;
      if (!required && random.chance(0.6)) continue;
      given[camelCase(wire)] = randomValue(param.schema, random, options(random, camelCase));
    }
    const Class = (classes as unknown as Record<string, FaceClass>)[name] as unknown as new (
      session: object,
      named: object,
    ) => Face;
    const made = new Class(on.session, given);
    widgets.push(made);
    return `${made} = new ${name}(${show(given)})`;
  }

  function callMethod(widget: Face, random: Random, structural: boolean): string {
    const all = [...methodsOf(widget[NODE].cls.name)].filter(
      ([, method]) =>
        (method.kind === "child" || method.kind === "factory") === structural &&
        !["local", "wire", "query"].includes(method.kind),
    );
    const [name, method] = random.pick(all);
    const args = (method.params ?? []).map((param) =>
      (param.default !== undefined || param.keep) && random.chance(0.3)
        ? undefined
        : randomValue(param.schema, random, options(random, camelCase)),
    );
    const target = widget as unknown as Record<string, (...args: unknown[]) => unknown>;
    const made = target[camelCase(name)]?.(...args);
    if (typeof made === "object" && made !== null && NODE in made && !widgets.includes(made as Face)) {
      widgets.push(made as Face);
    }
    return `${widget}.${camelCase(name)}(${args.map(show).join(", ")})`;
  }

  /** A user of a browser of its own does something that the class can report. */
  function userDoes(widget: Face, random: Random): string {
    on.turn();
    const all = [...callbacksOf(widget[NODE].cls.name)].filter(
      ([, callback]) => callback.source !== "server" && callback.upload !== true,
    );
    const [action, callback] = random.pick(all);
    const refs: ValueOptions = {
      field: (name) => name,
      widget: (className) => ({
        __wid__: random.pick(alive().filter((each) => each[NODE].isA(className)))[NODE].wid,
      }),
    };
    const args = (callback.args ?? []).map((arg) => randomValue(arg.schema, random, refs));
    user.fire(widget[NODE].wid, action, ...args);
    return `user: ${widget} "${action}" ${args.map(show).join(", ")}`;
  }
}

function withLog(error: unknown, log: readonly string[]): Error {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new Error(`${message}\nafter:\n${log.join("\n")}`, { cause: error });
}

function show(value: unknown): string {
  return (
    JSON.stringify(value, (_, each: unknown) =>
      typeof each === "object" && each !== null && NODE in each ? String(each) : each,
    ) ?? "undefined"
  );
}
