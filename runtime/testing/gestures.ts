/**
 * What a user does in a page, turned into the callbacks that the page reports.
 * Which those are is in the table of the class; a user cannot do what the page does not show or does not allow.
 */
import { UsageError } from "../session/errors.js";
import { parsePointer, partAt } from "../session/pointer.js";
import type { GestureArgTable, GestureStepTable } from "../session/table.js";
import {
  childLabel,
  holdsShown,
  isDisabled,
  linkTo,
  mannerOf,
  nameOf,
  ownFlags,
  readShown,
  ruledShown,
  whyHidden,
} from "./describe.js";
import { domEvent, dropPayload } from "./events.js";
import { childrenOf, type Shown } from "./shown.js";

/** Tells the server of a callback. */
export type Report = (shown: Shown, action: string, args: readonly unknown[]) => unknown;

export interface GestureInput {
  /** What the user gives: a text, a value, a key. */
  readonly given?: unknown;
  /** The child that it is about, or what its parent calls it. */
  readonly child?: Shown | string;
  /** What a file gesture announces. */
  readonly files?: readonly object[];
  readonly transfer?: number;
}

/** Does what a user does. Throws UsageError, and does nothing, when a user could not do it. */
export function perform(shown: Shown, gesture: string, input: GestureInput, report: Report): void {
  const { gestures } = mannerOf(shown.cls);
  const steps = gestures[gesture] ?? (gesture.startsWith("press ") ? gestures["press *"] : undefined);
  const act = `A user cannot ${gesture.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`;
  if (steps === undefined) {
    const known = Object.keys(gestures).join(", ").replace("press  ", "press Space") || "nothing";
    throw new UsageError(`${act} ${nameOf(shown)}. What can be done with it: ${known}.`);
  }
  checkUsable(shown, act);
  if (gesture === "type" && ownFlags(shown).includes("readonly"))
    throw new UsageError(`${act} into ${nameOf(shown)}: it is read-only.`);
  const names = steps.some((step) => "args" in step && step.args?.some((arg) => "child" in arg));
  const child = names && input.child !== undefined ? childOf(shown, input.child, act) : null;
  run(shown, steps, { ...input, child }, act, report);
  if (gesture !== "click") return;
  const { parent } = shown;
  const outer = parent === null ? undefined : mannerOf(parent.cls).gestures.clickChild;
  if (parent !== null && outer !== undefined) run(parent, outer, { child: shown }, act, report);
}

/** Throws UsageError when its user cannot reach a widget. */
export function checkUsable(shown: Shown, act: string): void {
  const hidden = whyHidden(shown);
  if (hidden !== null) throw new UsageError(`${act} ${nameOf(shown)}: ${hidden}.`);
  if (isDisabled(shown)) throw new UsageError(`${act} ${nameOf(shown)}: it is disabled.`);
}

interface Given extends Omit<GestureInput, "child"> {
  readonly child: Shown | null;
}

function run(
  shown: Shown,
  steps: readonly GestureStepTable[],
  given: Given,
  act: string,
  report: Report,
): void {
  const slot = given.child === null ? undefined : linkTo(given.child)?.slot;
  const due = steps.filter(
    (step) => holdsShown(shown, step.when) && (!("slot" in step) || step.slot === slot),
  );
  const tasks = due.map((step) => {
    if ("model" in step) {
      const model = shown.models.get(step.model);
      if (model?.user === undefined)
        throw new UsageError(`${act} ${nameOf(shown)} without its model ${step.model}.`);
      return () =>
        model.user?.(step.operation, given.given, (action, ...args) => report(shown, action, args));
    }
    const args = (step.args ?? []).map((arg) => argument(shown, arg, given, act));
    return () => report(shown, step.callback, args);
  });
  for (const task of tasks) task();
}

function argument(shown: Shown, arg: GestureArgTable, given: Given, act: string): unknown {
  if ("value" in arg) return arg.value;
  if ("state" in arg) return readShown(shown, arg.state);
  if ("not" in arg) return readShown(shown, arg.not) !== true;
  if ("given" in arg) return given.given;
  if ("numberFor" in arg) return numberOf(shown, arg.numberFor, given.given, act);
  if ("entryOf" in arg) return entry(shown, arg, given.given, act);
  if ("child" in arg) return aboutChild(shown, arg.child, given.child);
  if (arg.event === "drop" || arg.event === "files")
    return dropPayload(arg.event, given.files ?? [], given.transfer);
  return domEvent(arg.event, arg.type ?? arg.event, given.given);
}

function numberOf(shown: Shown, pointer: string, given: unknown, act: string): unknown {
  const number = typeof given === "number" || typeof given === "string" ? Number(given) : Number.NaN;
  if (Number.isNaN(number) || given === "")
    throw new UsageError(`${act} ${nameOf(shown)} to ${JSON.stringify(given)}: it takes a number.`);
  return ruledShown(shown, pointer, number);
}

type EntryArg = Extract<GestureArgTable, { readonly entryOf: string }>;

function entry(shown: Shown, arg: EntryArg, given: unknown, act: string): unknown {
  const list = readShown(shown, arg.entryOf);
  const entries: readonly unknown[] = Array.isArray(list) ? list : [];
  const wanted = arg.of === undefined ? given : readShown(shown, arg.of);
  const named = entries.map((each) => (arg.by === undefined ? each : partAt(each, [String(arg.by)])));
  const index = typeof wanted === "number" && arg.of === undefined ? wanted : named.indexOf(wanted);
  if (!(index in entries)) {
    if (arg.otherwise !== undefined) return arg.otherwise;
    const known = named.map((each) => JSON.stringify(each)).join(", ") || "nothing";
    throw new UsageError(`${act} ${JSON.stringify(given)} in ${nameOf(shown)}. It offers ${known}.`);
  }
  if (arg.take === "index") return index;
  return arg.take === "entry" ? entries[index] : partAt(entries[index], [String(arg.take)]);
}

function aboutChild(shown: Shown, take: string, child: Shown | null): unknown {
  if (child === null) return null;
  if (take === "widget") return { __wid__: child.wid, __class__: child.cls.name };
  const place = shown.links.find((link) => link.child === child);
  return take === "index"
    ? childrenOf(shown, place?.slot).indexOf(child)
    : partAt(place?.args, parsePointer(take).path);
}

function childOf(shown: Shown, wanted: Shown | string, act: string): Shown {
  const children = shown.links.flatMap(({ child }) => child ?? []);
  const found = children.find((child) =>
    typeof wanted === "string" ? childLabel(shown, child) === wanted : child === wanted,
  );
  if (found !== undefined) return found;
  const what = typeof wanted === "string" ? JSON.stringify(wanted) : nameOf(wanted);
  const known = children.map(nameOf).join(", ") || "nothing";
  throw new UsageError(`${act} ${what} in ${nameOf(shown)}. It holds ${known}.`);
}
