/**
 * A table of 100,000 rows and six columns: shown, changed, sorted, walked through, scrolled; and its memory.
 */
import type { TableView, VBox } from "pgwidgets-ts/sync";
import type { Page } from "playwright-core";
import type { Painted, Plan } from "./page/bench.js";
import { percentile, type Row, timed } from "./report.js";
import { quiet, type Reached, type Shown, type Stage } from "./stage.js";

const ROWS = 100_000;
const COLUMNS = [
  { key: "name", label: "Name" },
  { key: "number", label: "Number", type: "integer" as const },
  { key: "place", label: "Place" },
  { key: "amount", label: "Amount", type: "float" as const },
  { key: "state", label: "State" },
  { key: "note", label: "Note" },
];
/** Where the column is that is sorted by. */
const AMOUNT = 3;
const CHANGES = 7;
/** Scrolling: so many pixels, at so many a second. */
const WAY = 6000;
const SPEED = 3000;

type Cells = (string | number)[];

function rowsOf(count: number): Cells[] {
  return Array.from({ length: count }, (_, i) => [
    `row ${i}`,
    (i * 7919) % count,
    `place ${i % 977}`,
    ((i * 104_729) % 1_000_003) / 100,
    ["open", "closed", "waiting"][i % 3] as string,
    `note on ${i}`,
  ]);
}

interface Round {
  readonly first: Reached;
  readonly again: Reached;
  readonly megabytes: number;
  readonly cells: readonly Reached[];
  readonly colors: readonly Reached[];
  readonly sorts: readonly Reached[];
  readonly keys: readonly Painted[];
  readonly gaps: readonly number[];
  readonly bare: Omit<BareRound, "plan">;
}

interface BareRound {
  readonly built: Painted;
  readonly cells: readonly Painted[];
  readonly colors: readonly Painted[];
  readonly sorts: readonly Painted[];
  readonly keys: readonly Painted[];
  readonly gaps: readonly number[];
}

/** Shows the table in a place of the page. */
function show(shown: Shown, place: VBox, rows: Cells[], made: (table: TableView) => void): Promise<Reached> {
  return shown.painted(
    () => {
      const table = shown.widgets.TableView({ columns: COLUMNS });
      table.setData(rows);
      place.addWidget(table, 1);
      made(table);
    },
    () => document.querySelectorAll(".pgw-item-row").length > 5,
  );
}

async function round(stage: Stage, blank: number, withMemory: boolean): Promise<Round> {
  const rows = rowsOf(ROWS);
  const made: { place: VBox | null; table: TableView | null } = { place: null, table: null };
  const shown = await stage.ours((W) => {
    made.place = W.VBox();
    return made.place;
  });
  const place = made.place as unknown as VBox;
  const { page } = shown;
  const keep = (table: TableView) => {
    made.table = table;
  };
  const first = await show(shown, place, rows, keep);
  const megabytes = withMemory ? ((await stage.memory(page)) - blank) / 1e6 : Number.NaN;
  (made.table as unknown as TableView).destroy();
  await quiet(page);
  const again = await show(shown, place, rows, keep);
  const table = made.table as unknown as TableView;
  await quiet(page);
  const plan: Plan = await page.evaluate((wid) => bench.planOf(bench.widget(wid)), table.wid);
  const styles = await shown.stylesOfParts();
  const [key = ""] = await page.evaluate(() => [document.querySelector(".pgw-item-row")?.textContent ?? ""]);
  if (!key.startsWith("row 0")) throw new Error(`The first row of the table shows "${key}".`);

  const cells = [];
  const colors = [];
  for (let i = 0; i < CHANGES; i++) {
    await page.waitForTimeout(30 * Math.random());
    cells.push(
      await shown.painted(
        () => table.setCell(0, "name", `set ${i}`),
        (text) => document.querySelector(".pgw-item-row")?.textContent?.startsWith(text) === true,
        `set ${i}`,
      ),
    );
    const color = `#${i}0a0c0`;
    colors.push(
      await shown.painted(
        () => table.setRowColor(["row1"], null, color),
        (color) => {
          const cell = document.querySelector<HTMLElement>(".pgw-item-row:nth-child(2) > [role=gridcell]");
          return cell?.style.getPropertyValue("--cell-bg") === color;
        },
        color,
      ),
    );
  }
  const sorts = [];
  for (let i = 0; i < CHANGES; i++) {
    const ascending = i % 2 === 0;
    const amounts = rows.map((row) => row[AMOUNT] as number);
    const end = amounts.reduce((best, amount) => (amount < best === ascending ? amount : best));
    const name = String(rows[amounts.indexOf(end)]?.[2]);
    sorts.push(
      await shown.painted(
        () => table.sortByColumn("amount", ascending),
        (name) => document.querySelector(".pgw-item-row")?.textContent?.includes(name) === true,
        name,
      ),
    );
  }
  await page.locator(".pgw-item-row [role=gridcell]").first().click();
  const keys = await arrows(page);
  const gaps = await scrolled(page);
  await shown.close();
  const bare = await bareRound(stage, plan, styles, rows);
  return { first, again, megabytes, cells, colors, sorts, keys, gaps, bare };
}

/** Presses the arrow key, one time after another. */
async function arrows(page: Page): Promise<Painted[]> {
  const keys = [];
  for (let i = 0; i < CHANGES; i++) {
    await page.waitForTimeout(50 + 30 * Math.random());
    await page.evaluate(() => {
      const before = document.activeElement;
      bench.watchKey(() => document.activeElement !== before);
    });
    await page.keyboard.press("ArrowDown");
    keys.push(await page.evaluate(() => bench.result()));
  }
  return keys;
}

/** So often is a gesture made at most: a browser drops one that finds its page busy, or not yet shown. */
const GESTURES = 5;

/** Scrolls by a gesture of the browser itself, and gives the times between frames while it moves. */
async function scrolled(page: Page): Promise<number[]> {
  const cdp = await page.context().newCDPSession(page);
  await page.bringToFront();
  const box = await page.locator(".pgw-items-scroller").boundingBox();
  let moved = 0;
  for (let i = 0; i < GESTURES; i++) {
    await page.evaluate(() => bench.watchScroll(".pgw-items-scroller"));
    await cdp.send("Input.synthesizeScrollGesture", {
      x: (box?.x ?? 0) + 200,
      y: (box?.y ?? 0) + 200,
      yDistance: -WAY,
      speed: SPEED,
      gestureSourceType: "mouse",
    });
    const scrolling = await page.evaluate(() => bench.scrolling());
    moved = scrolling.moved;
    if (moved > WAY / 2) {
      await cdp.detach();
      return [...scrolling.gaps];
    }
  }
  throw new Error(`The table was scrolled by ${moved} pixels only, ${GESTURES} times.`);
}

async function bareRound(stage: Stage, plan: Plan, styles: string, rows: Cells[]): Promise<BareRound> {
  const page = await stage.bare(styles);
  const payload = JSON.stringify([{ type: "call", wid: 1, method: "set_data", args: [rows] }]);
  const ground = await page.evaluateHandle(
    (given) => ({
      ...given,
      table: null as InstanceType<typeof bench.BareRows> | null,
      rows: [] as unknown[][],
    }),
    { plan, payload },
  );
  const built = await page.evaluate(
    (ground) =>
      bench.bare(() => {
        const [message] = JSON.parse(ground.payload) as [{ args: [unknown[][]] }];
        ground.rows = message.args[0];
        const height = Number.parseFloat(
          /--row-height: ([\d.]+)px/.exec(JSON.stringify(ground.plan))?.[1] ?? "28",
        );
        ground.table = new bench.BareRows(ground.plan, ground.rows, height);
        bench.show(ground.table.element);
      }),
    ground,
  );
  await quiet(page);
  const changed = await page.evaluate(
    async ([ground, changes]) => {
      const { table, rows } = ground;
      if (table === null) throw new Error("There is no table.");
      const amount = 3;
      const [cells, colors, sorts] = [[], [], []] as [Painted[], Painted[], Painted[]];
      for (let i = 0; i < changes; i++) {
        cells.push(await bench.bare(() => table.setText(0, 0, `set ${i}`)));
        colors.push(await bench.bare(() => table.setColor(1, `#${i}0a0c0`)));
        const sign = i % 2 === 0 ? 1 : -1;
        const compare = (a: unknown[], b: unknown[]) =>
          sign * ((a[amount] as number) - (b[amount] as number));
        sorts.push(await bench.bare(() => table.show(rows.toSorted(compare))));
      }
      table.focus();
      return { cells, colors, sorts };
    },
    [ground, CHANGES] as const,
  );
  const keys = await arrows(page);
  const gaps = await scrolled(page);
  await page.context().close();
  return { built, ...changed, keys, gaps };
}

export async function tableRows(stage: Stage, repetitions: number): Promise<Row[]> {
  const empty = await stage.blank();
  const blank = await stage.memory(empty);
  await empty.context().close();
  const rounds: Round[] = [];
  for (let i = 0; i < repetitions; i++) rounds.push(await round(stage, blank, i === 0));
  const times = (of: (round: Round) => readonly Painted[]) =>
    rounds.flatMap((r) => of(r).map(({ time }) => time));
  const calls = (of: (round: Round) => readonly Reached[]) =>
    rounds.flatMap((r) => of(r).map(({ fromCall }) => fromCall));
  const built = times(({ bare }) => [bare.built]);
  const late = (gaps: readonly (readonly number[])[]) => gaps.map((each) => percentile(each, 0.95));
  return [
    timed(
      "table of 100,000 x 6 to painted",
      [150, 50],
      times((r) => [r.again]),
      built,
      calls((r) => [r.again]),
    ),
    timed(
      "... until all its rows have come, out of view as well",
      [null, null],
      rounds.map(({ again }) => again.all),
      built,
    ),
    timed(
      "... the first table of a page",
      [150, 50],
      times((r) => [r.first]),
      built,
      calls((r) => [r.first]),
    ),
    {
      work: "... page memory above a blank page",
      unit: "MB",
      measured: rounds[0]?.megabytes ?? Number.NaN,
      must: 80,
      aim: 20,
      bare: null,
    },
    timed(
      "one cell set in it",
      [20, 17],
      times((r) => r.cells),
      times((r) => r.bare.cells),
      calls((r) => r.cells),
    ),
    timed(
      "a row coloured",
      [20, 17],
      times((r) => r.colors),
      times((r) => r.bare.colors),
      calls((r) => r.colors),
    ),
    timed(
      "sorted",
      [100, 30],
      times((r) => r.sorts),
      times((r) => r.bare.sorts),
      calls((r) => r.sorts),
    ),
    timed(
      "arrow key",
      [32, 17],
      times((r) => r.keys),
      times((r) => r.bare.keys),
    ),
    timed(
      "scrolling it, 95th percentile between frames",
      [18.5, 17],
      late(rounds.map((r) => r.gaps)),
      late(rounds.map((r) => r.bare.gaps)),
    ),
  ];
}
