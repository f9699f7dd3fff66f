/** What a person does to windows, dialogs and sub-windows. */
import type { Widget } from "pgwidgets-ts/sync";
import { expect } from "vitest";
import { NODE } from "../../../../runtime/session/node.js";
import { drag } from "../../harness.js";
import { type Acting, boxOf, type Gestures, middleOf } from "./gesture.js";

const named = ({ at }: Acting, name: string) => at.getByRole("button", { name, exact: true });

async function dragTitle({ page, at }: Acting): Promise<void> {
  const [x, y] = await middleOf(at.locator(".pgw-title"));
  await drag(page, { x, y }, 40, 30);
}

async function dragGrip({ page, at }: Acting): Promise<void> {
  const { x, y, width, height } = await boxOf(at);
  await drag(page, { x: x + width - 1, y: y + height - 1 }, 30, 20);
}

/** The widget's page is loaded again: everything appears once more. */
async function reload({ two, page, at }: Acting): Promise<void> {
  await two.reload(page);
  await at.waitFor();
}

/** Another window comes to the front; then this one, in both browsers. */
async function raise(it: Acting): Promise<Widget> {
  const other = it.W.TopLevel({ title: "Other", size: [200, 120], position: [500, 400] });
  other.show();
  await it.two.settled();
  await it.at.locator(".pgw-title").click();
  await expectStacked(it, other, it.widget);
  return other;
}

async function lower(it: Acting): Promise<void> {
  const other = await raise(it);
  await windowMenu(it, "Lower");
  await expectStacked(it, it.widget, other);
}

/** Fails unless one window is above another in every browser. */
async function expectStacked({ two }: Acting, below: Widget, above: Widget): Promise<void> {
  for (const page of two.pages) {
    const height = (widget: Widget) =>
      page.locator(`[data-wid="${widget.wid}"]`).evaluate((each) => Number(getComputedStyle(each).zIndex));
    await expect.poll(async () => (await height(above)) > (await height(below))).toBe(true);
  }
}

async function windowMenu(it: Acting, entry: string): Promise<void> {
  await it.at.locator(".pgw-title").click({ button: "right" });
  await it.page.getByRole("menuitem", { name: entry }).click();
}

export const windows: Gestures = {
  Page: [
    { fires: ["map"], act: reload },
    {
      fires: ["resize"],
      act: async ({ page, heard }) => {
        await page.setViewportSize({ width: 860, height: 640 });
        await heard("resize");
        await page.setViewportSize({ width: 900, height: 700 });
      },
    },
  ],
  Window: [
    { fires: ["map"], act: reload },
    { fires: ["move"], act: dragTitle },
    { fires: ["resize"], act: dragGrip },
    { fires: ["close"], act: (it) => named(it, "Close").click() },
    {
      fires: ["window-state"],
      options: { minimizable: true, maximizable: true },
      act: async (it) => {
        await named(it, "Maximize").click();
        await it.heard("window-state");
      },
    },
    { fires: ["raised"], act: (it) => raise(it).then(() => {}) },
    { fires: ["lowered"], options: { lowerable: true }, act: lower },
  ],
  Dialog: [{ fires: ["activated"], act: ({ at }) => at.getByRole("button", { name: "Yes" }).click() }],
  ColorDialog: [
    { fires: ["activated"], act: ({ at }) => at.getByRole("button", { name: "OK" }).click() },
    { fires: ["close"], act: ({ at }) => at.getByRole("button", { name: "Cancel" }).click() },
    {
      fires: ["pick"],
      act: ({ at }) =>
        at
          .getByRole("slider")
          .first()
          .click({ position: { x: 20, y: 20 }, force: true }),
    },
  ],
  MDIWidget: [
    {
      fires: ["page-switch"],
      act: ({ page }) => page.getByRole("dialog", { name: "Sub 0" }).locator(".pgw-title").click(),
    },
    {
      fires: ["page-close"],
      act: ({ page }) =>
        page.getByRole("dialog", { name: "Sub 1" }).getByRole("button", { name: "Close" }).click(),
    },
    {
      fires: ["scrolled"],
      act: async ({ page, at, two, scene }) => {
        const desk = scene.widget as unknown as { moveChild(child: unknown, x: number, y: number): void };
        desk.moveChild(scene.widget[NODE].links?.[0]?.child?.face, 560, 380);
        await two.settled();
        await at.hover({ position: { x: 20, y: 400 } });
        await page.mouse.wheel(0, 30);
      },
    },
  ],
  MDISubWindow: [
    { fires: ["move"], act: dragTitle },
    { fires: ["resize"], act: dragGrip },
    { fires: ["lowered"], act: (it) => windowMenu(it, "Lower") },
    { fires: ["window-state"], act: (it) => named(it, "Maximize").click() },
  ],
};
