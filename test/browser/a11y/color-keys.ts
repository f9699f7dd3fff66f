/**
 * The keys of a colour plane, which a widget and a dialog have.
 */
import type { Widget } from "pgwidgets-ts/sync";
import { expect } from "vitest";
import type { Stage, Step } from "./keyboard.js";

/** By key; what it does shows in its description of itself. */
export function colorKeys(stage: Stage<unknown>, inside: Widget, ready = () => {}): Record<string, Step> {
  const within = () => stage.at(inside);
  const plane = () => within().getByRole("slider", { name: "Saturation and brightness" });
  const values = async () =>
    ((await plane().getAttribute("aria-valuetext")) ?? "").match(/\d+/g)?.map(Number) ?? [];
  const reset = async () => {
    ready();
    await stage.settled();
    await within().getByRole("spinbutton", { name: "Saturation" }).fill("50");
    await within().getByRole("spinbutton", { name: "Brightness" }).fill("50");
    await stage.page.keyboard.press("Tab");
    await plane().focus();
  };
  const to = (saturation: number, brightness: number): Step => ({
    before: reset,
    after: () => expect.poll(values).toEqual([saturation, brightness]),
  });
  return {
    ArrowRight: to(51, 50),
    ArrowLeft: to(49, 50),
    ArrowUp: to(50, 51),
    ArrowDown: to(50, 49),
    PageUp: to(50, 60),
    PageDown: to(50, 40),
    Home: to(0, 50),
    End: to(100, 50),
  };
}
