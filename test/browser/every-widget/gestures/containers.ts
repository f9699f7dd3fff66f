/** What a person does to containers, menus and bars. */
import { drag } from "../../harness.js";
import {
  type Acting,
  boxOf,
  dropFile,
  type Gesture,
  type Gestures,
  middleOf,
  TOO_LARGE,
  takeRefusal,
} from "./gesture.js";

const tab = ({ at }: Acting, name: string) => at.getByRole("tab", { name });

/** Opens the menu called File; a person can only reach what is in it then. */
const openMenu = ({ page }: Acting) => page.getByRole("menuitem", { name: "File" }).click();

async function dropInMenu(it: Acting, size: number, end: string): Promise<void> {
  await openMenu(it);
  await it.at.waitFor();
  await dropFile(it.cdp, await middleOf(it.at), size);
  await it.heard(end);
  await it.page.keyboard.press("Escape");
  await it.at.waitFor({ state: "hidden" });
}

/** Inside a menu: it appears when the menu opens, and goes with it. */
const inMenu: readonly Gesture[] = [
  {
    fires: ["map", "resize"],
    isGentle: true,
    act: async (it) => {
      await openMenu(it);
      await it.heard("map");
      await it.page.keyboard.press("Escape");
      await it.heard("resize");
    },
  },
  {
    fires: ["drag-over", "drop-start", "drop-progress", "drop-end"],
    isGentle: true,
    act: (it) => dropInMenu(it, 20, "drop-end"),
  },
  {
    fires: ["drop-failed"],
    isGentle: true,
    act: async (it) => {
      await dropInMenu(it, TOO_LARGE, "drop-failed");
      await takeRefusal(it);
    },
  },
];

export const containers: Gestures = {
  Expander: [{ fires: ["toggled"], act: ({ at }) => at.locator(".pgw-expander-bar").click() }],
  Splitter: [
    {
      fires: ["sizing"],
      act: async ({ page, at }) => {
        const [x, y] = await middleOf(at.locator("> [role=separator]:visible").first());
        await drag(page, { x, y }, 30, 0);
      },
    },
  ],
  StackWidget: [
    {
      // A stack has nothing to press: its program turns the pages.
      fires: ["page-switch"],
      act: async ({ widget }) => (widget as unknown as { setIndex(index: number): void }).setIndex(1),
    },
  ],
  TabWidget: [
    { fires: ["page-switch"], act: (it) => tab(it, "Tab 1").click() },
    {
      fires: ["page-moved"],
      options: { reorderable: true },
      act: async (it) => {
        const { x, y, width, height } = await boxOf(tab(it, "Tab 0"));
        await drag(it.page, { x: x + width / 2, y: y + height / 2 }, width * 1.5, 0);
      },
    },
    {
      fires: ["page-close"],
      options: { closable: true },
      act: async (it) => {
        await tab(it, "Tab 2").focus();
        await it.page.keyboard.press("Delete");
      },
    },
  ],
  ScrollArea: [
    {
      fires: ["scrolled"],
      act: async ({ page, at }) => {
        await at.hover({ position: { x: 60, y: 40 } });
        await page.mouse.wheel(0, 60);
      },
    },
  ],
  AbstractScrollArea: [
    {
      fires: ["scrolled"],
      act: async ({ page, at }) => {
        const { x, y, width, height } = await boxOf(at);
        await page.mouse.click(x + width - 6, y + height - 40);
      },
    },
  ],
  Menu: inMenu,
  MenuAction: [
    ...inMenu,
    {
      fires: ["activated"],
      act: async (it) => {
        await openMenu(it);
        await it.at.click();
      },
    },
  ],
};
