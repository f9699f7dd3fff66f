/** What can be done to every widget: shown and hidden, dropped on, pointed at, given something to hold. */
import { NODE } from "../../../../runtime/session/node.js";
import { methodsOf } from "../../../support/definitions.js";
import { Random } from "../../../support/random.js";
import { sampleOf } from "../samples.js";
import {
  type Acting,
  as,
  boxOf,
  dropFile,
  type Gestures,
  middleOf,
  TOO_LARGE,
  takeRefusal,
} from "./gesture.js";

/** Folds the section around the widget, and opens it again. */
async function fold({ page, heard }: Acting, hidden: string, shown?: string): Promise<void> {
  const bar = page.locator(".pgw-expander-bar").first();
  await bar.click();
  await heard(hidden);
  await bar.click();
  if (shown !== undefined) await heard(shown);
}

/** Drops a file on the middle of the widget, or on what `reach` has brought into view. */
async function drop({ cdp, at, heard }: Acting): Promise<void> {
  await at.waitFor();
  await dropFile(cdp, await middleOf(at));
  await heard("drop-end");
}

/** Drops a file that is too large. */
async function dropTooMuch(it: Acting): Promise<void> {
  const { cdp, at, heard } = it;
  await at.waitFor();
  await dropFile(cdp, await middleOf(at), TOO_LARGE);
  await heard("drop-failed");
  await takeRefusal(it);
}

/** What the server does with the first child method, for callbacks that tell of children. */
function addChild({ scene }: Acting): void {
  const node = scene.widget[NODE];
  const [slot] = node.cls.slots.values();
  if (slot === undefined) throw new Error(`${node} takes no children`);
  const definition = methodsOf(node.cls.name).get(slot.attach);
  const random = new Random(5);
  const held = new Set((node.links ?? []).map(({ child }) => child));
  const free = (scene.widgets ?? []).filter((each) => !held.has(each[NODE]) && each[NODE].parent === null);
  const args = (definition?.params ?? []).map((param) =>
    sampleOf(param.name, param.schema, random, { ...scene, widgets: free }),
  );
  as<Record<string, (...args: unknown[]) => unknown>>(scene.widget)[camel(slot.attach)]?.(...args);
}

const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

export const common: Gestures = {
  Widget: [
    { fires: ["resize", "map"], isGentle: true, act: (it) => fold(it, "resize", "map") },
    { fires: ["drag-over", "drop-start", "drop-progress", "drop-end"], isGentle: true, act: drop },
    { fires: ["drop-failed"], isGentle: true, act: dropTooMuch },
  ],
  Container: [
    { fires: ["child-added"], act: async (it) => addChild(it) },
    {
      fires: ["child-removed"],
      act: async ({ scene, widget }) => {
        const [link] = scene.widget[NODE].links ?? [];
        if (link?.child === undefined || link.child === null) throw new Error("It holds nothing.");
        as<{ remove(child: unknown): void }>(widget).remove(link.child.face);
      },
    },
  ],
  InteractiveWidget: [
    {
      fires: [
        "pointer-down",
        "pointer-up",
        "pointer-move",
        "enter",
        "leave",
        "click",
        "dblclick",
        "scroll",
        "key-down",
        "key-up",
        "key-press",
        "focus-in",
        "focus-out",
        "contextmenu",
      ],
      options: { interactive: true },
      act: async ({ page, at, heard }) => {
        const { x, y, width, height } = await boxOf(at);
        const [left, top] = [x + Math.min(width / 2, 8), y + Math.min(height / 2, 8)];
        await page.mouse.move(left, top, { steps: 2 });
        await page.mouse.dblclick(left, top);
        await page.mouse.wheel(0, 40);
        await heard("scroll");
        await page.keyboard.press("a");
        await page.mouse.click(left, top, { button: "right" });
        await page.keyboard.press("Tab");
        await page.mouse.move(880, 690, { steps: 2 });
      },
    },
  ],
  ScrollableWidget: [
    {
      fires: ["scrolled"],
      options: { size: [260, 60] },
      act: async ({ page, at }) => {
        await at.hover({ position: { x: 60, y: 40 } });
        await page.mouse.wheel(0, 60);
      },
    },
  ],
  ScrollFrame: [{ fires: ["area-resize"], act: (it) => fold(it, "area-resize") }],
};
