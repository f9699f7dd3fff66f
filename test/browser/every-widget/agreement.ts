/**
 * What the browsers say of a widget against what the server says of it: every getter that a browser can be asked.
 */
import { expect } from "vitest";
import type { SchemaFragment } from "../../../codegen/format.js";
import { camelCase } from "../../../runtime/protocol/names.js";
import { tryDecode } from "../../../runtime/session/codec.js";
import type { Face } from "../../../runtime/session/node.js";
import { NODE } from "../../../runtime/session/node.js";
import { definitions, methodsOf, types } from "../../support/definitions.js";
import { isInBrowser } from "./classes.js";
import type { Scene } from "./scenes.js";
import type { TwoBrowsers } from "./two-browsers.js";

/** Fails unless the browsers come to answer every getter as the server does. */
export async function expectAgreement(two: TwoBrowsers, scene: Scene, when: string): Promise<void> {
  const { widget } = scene;
  if (widget[NODE].destroyed) return;
  const { name } = widget[NODE].cls;
  const asked = [...methodsOf(name)].filter(
    ([method, each]) =>
      each.kind === "getter" &&
      (each.params ?? []).length === 0 &&
      // The text and its positions are kept by the program; a page that is asked says so.
      each.model !== "text" &&
      isInBrowser(name, method) &&
      !isOfServer(each.returns),
  );
  const disagreeing = () => Promise.all(asked.map(([method]) => disagreement(two, widget, method)));
  // What a browser measures, as where it has scrolled to, reaches the server in a later frame.
  await expect
    .poll(async () => (await disagreeing()).flat(), { message: `${name} ${when}`, timeout: 20_000 })
    .toEqual([]);
}

/** The answers to a getter that differ from the server's. */
async function disagreement(two: TwoBrowsers, widget: Face, method: string): Promise<unknown[]> {
  const answers = await Promise.all(two.ask(widget, method));
  const own = (widget as unknown as Record<string, () => unknown>)[camelCase(method)]?.();
  const frame = method === "get_size" ? await frameOf(two, widget) : NO_FRAME;
  return answers
    .map((answer) => withoutFrame(decoded(two, widget, method, answer), own, frame))
    .filter((theirs) => !agree(method, own, theirs))
    .map((theirs) => ({ method, server: readable(own), browser: readable(theirs) }));
}

/** A value to read in a report: a widget by its class and number. */
function readable(value: unknown): unknown {
  if (value instanceof Object && NODE in value) {
    const { cls, wid } = (value as Face)[NODE];
    return `${cls.name} ${wid}`;
  }
  return Array.isArray(value) ? value.map(readable) : value;
}

/** What padding and border take of a width and a height. */
type Frame = readonly [width: number, height: number];
const NO_FRAME: Frame = [0, 0];

async function frameOf({ pages: [page] }: TwoBrowsers, widget: Face): Promise<Frame> {
  const element = page.locator(`[data-wid="${widget[NODE].wid}"]`);
  if ((await element.count()) === 0) return NO_FRAME;
  return element.evaluate((each: HTMLElement): Frame => {
    const style = getComputedStyle(each);
    const pixels = (...names: string[]) =>
      names.reduce((sum, name) => sum + Number.parseFloat(style.getPropertyValue(name)), 0);
    return [
      pixels("padding-left", "padding-right", "border-left-width", "border-right-width"),
      pixels("padding-top", "padding-bottom", "border-top-width", "border-bottom-width"),
    ];
  });
}

/** A browser measures with padding and border; the server was told without, unless its program asked for the size. */
function withoutFrame(theirs: unknown, own: unknown, [width, height]: Frame): unknown {
  if (!isPosition(theirs) || equal(own, theirs, 1)) return theirs;
  return [Math.max(0, theirs[0] - width), Math.max(0, theirs[1] - height)];
}

function agree(method: string, own: unknown, theirs: unknown): boolean {
  // A widget that is not displayed, or has no room for content, keeps the size that its program asked for.
  if (method === "get_size" && equal(theirs, [0, 0], 0.5)) return true;
  if (isPosition(own) && isPosition(theirs) && method.startsWith("get_scroll_")) {
    // What has nothing to scroll waits for it; pixels are whole.
    if (theirs.every((each, i) => each === 0 || equal(own[i], each, 0.02))) return true;
  }
  return equal(own, theirs, method === "get_size" ? 1 : 0.01);
}

function isPosition(value: unknown): value is [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every((each) => typeof each === "number");
}

/** Whether a value may hold objects that live on the server only, which no browser can name. */
function isOfServer(schema: SchemaFragment | undefined): boolean {
  const text = JSON.stringify(schema ?? {});
  return [...text.matchAll(/#\/(types|widgets)\/(\w+)/g)].some(([, kind, name = ""]) =>
    kind === "types" ? isOfServer(types.get(name)?.schema) : definitions.get(name)?.remote === false,
  );
}

/** An answer of the wire as the program would get it. */
function decoded(two: TwoBrowsers, widget: Face, method: string, value: unknown): unknown {
  const surface = two.session.decoded(value);
  const validator = widget[NODE].cls.returnValidator(method);
  const result = validator && tryDecode(validator, surface);
  return result?.success === true ? result.data : surface;
}

/** Equal, with numbers as exact as a browser gives them: sizes in whole pixels. */
function equal(a: unknown, b: unknown, by: number): boolean {
  if (typeof a === "number" && typeof b === "number") return Math.abs(a - b) <= by;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((each, i) => equal(each, b[i], by));
  if (a instanceof Object && b instanceof Object && !(NODE in a)) {
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length &&
      keys.every((key) => equal((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key], by))
    );
  }
  return (a ?? null) === (b ?? null);
}
