/**
 * Users and the program change the same things at the same time, over slow links: when all is quiet every page shows
 * what a page shows that has just come.
 */
import { Application, type Session, type Widgets } from "pgwidgets-ts/sync";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject, test } from "vitest";
import { launch } from "./chromium.js";

let browser: Browser;
const cleanups: (() => Promise<unknown>)[] = [];
const faults: string[] = [];
beforeAll(async () => {
  browser = await launch();
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
  expect(faults.splice(0)).toEqual([]);
});
afterAll(() => browser.close());

/** A page whose messages take so many milliseconds in each direction, and keep their order. */
async function open(url: string, delay: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 900, height: 900 } });
  cleanups.unshift(() => context.close());
  const page = await context.newPage();
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  if (delay > 0) {
    await page.routeWebSocket(/.*/, (socket) => {
      const server = socket.connectToServer();
      socket.onMessage((message) => void setTimeout(() => server.send(message), delay));
      server.onMessage((message) => void setTimeout(() => socket.send(message), delay));
    });
  }
  await page.goto(url);
  await page.getByRole("gridcell").first().waitFor();
  await page.getByRole("treegrid").waitFor();
  return page;
}

function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const names = ["alpha", "beta", "gamma", "delta"];

/** What the users and the program fight over. */
function build(W: Widgets) {
  const table = W.TableView({
    columns: [
      { label: "Text", key: "text", editable: true },
      { label: "On", key: "on", type: "boolean", widget: "checkbox" },
    ],
    sortable: true,
    selectionMode: "multiple",
    cellCursor: false,
    minSize: [null, 200],
  });
  table.setData(names.map((text, i) => ({ text, on: i % 2 === 0 })));
  const tree = W.TreeView({ columns: [{ label: "Name", key: "name" }], minSize: [null, 200] });
  tree.setTree({ a: { b: { name: "b" }, c: { name: "c" } }, d: { e: { name: "e" } } });
  const slider = W.Slider({ min: 0, max: 20, value: 3, track: true, tooltip: "Slider" });
  const check = W.CheckBox("Check");
  const combo = W.ComboBox({ tooltip: "Combo" });
  for (const name of names) combo.appendText(name);
  const expander = W.Expander({ title: "Expander" });
  expander.setWidget(W.Label("inside"));
  const splitter = W.Splitter({ minSize: [null, 60] });
  for (const text of ["left", "right"]) splitter.addWidget(W.Label(text));
  splitter.setSizes([100, 100]);

  const box = W.VBox({ spacing: 6 });
  for (const each of [table, tree, slider, check, combo, expander, splitter]) box.addWidget(each, 0);
  const page = W.Page();
  page.setWidget(box);
  page.show();

  const paths = Object.keys(table.getSubtree("all")).map((key) => [key]);
  const act = (pick: (below: number) => number) => {
    const path = paths[pick(paths.length)] as string[];
    const tasks = [
      () => table.setCell(path, "text", `p${pick(90)}`),
      () => table.setCell(path, "on", pick(2) === 0),
      () => table.setSelected([path]),
      () => table.sortByColumn("text", pick(2) === 0),
      () => (pick(2) === 0 ? tree.collapseItem(["a"]) : tree.expandItem(["a"])),
      () => tree.setSelected(pick(2) === 0 ? ["a"] : ["d"]),
      () => tree.setCell(["d"], "name", `d${pick(90)}`),
      () => slider.setValue(pick(21)),
      () => check.setState(pick(2) === 0),
      () => combo.setText(names[pick(4)] as string),
      () => expander.setCollapsed(pick(2) === 0),
      () => splitter.setSizes([50 + pick(100), 100]),
    ];
    tasks[pick(tasks.length)]?.();
  };
  return { act };
}

/** A user who edits, ticks, selects, sorts, opens, slides and picks. */
async function use(page: Page, name: string, seed: number, steps: number): Promise<void> {
  const pick = random(seed);
  const rows = page.getByRole("grid").getByRole("row");
  for (let i = 0; i < steps; i++) {
    const row = rows.nth(1 + pick(names.length));
    const tasks = [
      async () => {
        await row.getByRole("gridcell").first().dblclick();
        await page.keyboard.press("Control+A");
        await page.keyboard.type(`${name}${i}`);
        await page.keyboard.press("Enter");
      },
      () => row.getByRole("checkbox").click(),
      () => row.getByRole("gridcell").first().click(),
      () => page.getByRole("columnheader", { name: "Text" }).click(),
      async () => {
        await page.getByRole("treegrid").getByRole("row").nth(1).click();
        await page.keyboard.press(pick(2) === 0 ? "ArrowLeft" : "ArrowRight");
      },
      async () => {
        await page.getByRole("slider", { name: "Slider" }).focus();
        for (let n = pick(5); n >= 0; n--) await page.keyboard.press("ArrowRight");
      },
      () => page.getByRole("checkbox", { name: "Check" }).press("Space"),
      async () => {
        await page.getByRole("combobox").focus();
        await page.keyboard.press(pick(2) === 0 ? "ArrowDown" : "ArrowUp");
        await page.keyboard.press("Enter");
      },
      () => page.getByRole("button", { name: "Expander" }).press("Enter"),
      async () => {
        await page.getByRole("separator").focus();
        await page.keyboard.press(pick(2) === 0 ? "ArrowLeft" : "ArrowRight");
      },
    ];
    await tasks[pick(tasks.length)]?.();
  }
  await page.keyboard.press("Escape");
}

test.each([1, 2])(
  "users and the program change the same things (seed %i)",
  { timeout: 240_000 },
  async (seed) => {
    const quiet = () => {};
    const fault = (message: string, details?: unknown) => faults.push(`${message} ${String(details ?? "")}`);
    const app = new Application({
      wsPort: 0,
      httpPort: 0,
      maxSessions: null,
      staticPath: inject("pageFolder"),
      logger: { debug: quiet, info: quiet, warn: fault, error: fault },
    });
    const made: { session: Session; act: (pick: (below: number) => number) => void }[] = [];
    app.onConnect((session) => void made.push({ session, ...build(session.getWidgets()) }));
    await app.start();
    cleanups.push(() => app.close());
    const one = await open(app.url, 90);
    const [program] = made;
    if (program === undefined) throw new Error("Nothing was built.");
    const two = await open(app.urlFor(program.session), 140);

    const pick = random(seed * 7);
    const timer = setInterval(() => program.act(pick), 60);
    cleanups.unshift(async () => clearInterval(timer));
    await Promise.all([use(one, "x", seed, 25), use(two, "y", seed + 50, 25)]);
    clearInterval(timer);

    // Focus is each user's own; the rest of what a screen reader is told must be the same.
    const shown = async (page: Page) =>
      (await page.locator("body").ariaSnapshot()).replaceAll(" [active]", "");
    const fresh = await open(app.urlFor(program.session), 0);
    await expect
      .poll(async () => {
        const expected = await shown(fresh);
        return [(await shown(one)) === expected, (await shown(two)) === expected];
      })
      .toEqual([true, true]);
    expect(await shown(one)).toBe(await shown(fresh));
  },
);
