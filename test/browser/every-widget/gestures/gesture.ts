/**
 * What a person does to a widget in one browser, and which callbacks of its class must come of it.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Widget, Widgets } from "pgwidgets-ts/sync";
import type { CDPSession, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import type { Face } from "../../../../runtime/session/node.js";
import type { Options, Scene } from "../scenes.js";
import { MOST_BYTES, type TwoBrowsers } from "../two-browsers.js";

export interface Acting {
  readonly two: TwoBrowsers;
  readonly W: Widgets;
  /** The browser in which it is done. */
  readonly page: Page;
  readonly cdp: CDPSession;
  readonly scene: Scene;
  /** The widget, as the class that the gesture is for has it. */
  readonly widget: Widget;
  /** Its element. */
  readonly at: Locator;
  /** Fails unless a callback has come, again if it has come before. */
  heard(action: string): Promise<void>;
}

export interface Gesture {
  /** Callbacks that must come. */
  readonly fires: readonly string[];
  /** What the widget must be made with. */
  readonly options?: Options;
  /** It leaves the widget as it was: others of this kind follow on the same one. Default: false. */
  readonly isGentle?: boolean;
  act(it: Acting): Promise<void>;
}

/** By class; those of a base are for every class below it that has no gesture of its own for the callback. */
export type Gestures = Readonly<Record<string, readonly Gesture[]>>;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where an element is. Fails when it is not displayed. */
export async function boxOf(locator: Locator): Promise<Box> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error(`${locator} is not displayed.`);
  return box;
}

/** The middle of an element in whole pixels. */
export async function middleOf(locator: Locator): Promise<[x: number, y: number]> {
  const { x, y, width, height } = await boxOf(locator);
  return [Math.round(x + width / 2), Math.round(y + height / 2)];
}

/** A program's handle on a widget of any class, for what only some classes have. */
export function as<T>(widget: Widget | Face): T {
  return widget as unknown as T;
}

/** A file of this many bytes is too large for the application of these tests. */
export const TOO_LARGE = MOST_BYTES + 1;

/** The program's log and the page say that an upload was not taken; takes both away. */
export async function takeRefusal({ two, page }: Acting): Promise<void> {
  await page.locator(".pgw-notice").getByRole("button", { name: "Dismiss" }).click();
  await expect.poll(() => two.faults.length).toBe(1);
  expect(two.faults.splice(0).join()).toContain("uploadFileBytes");
}

/** Drops a file from outside on a place of the page, as the browser itself makes it. */
export async function dropFile(cdp: CDPSession, [x, y]: readonly [number, number], size = 20): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "pgwidgets-dropped-"));
  const file = join(folder, "dropped.txt");
  writeFileSync(file, "x".repeat(size));
  try {
    const data = { items: [], files: [file], dragOperationsMask: 19 };
    for (const type of ["dragEnter", "dragOver", "drop"] as const) {
      await cdp.send("Input.dispatchDragEvent", { type, x, y, data });
    }
  } finally {
    // The page may still read it; a file that is open stays readable when its name goes.
    setTimeout(() => rmSync(folder, { recursive: true, force: true }), 3000).unref();
  }
}
