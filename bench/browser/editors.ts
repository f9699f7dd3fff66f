/**
 * An editor with 100,000 lines: shown, and typed into.
 */
import type { VBox } from "pgwidgets-ts/sync";
import type { Page } from "playwright-core";
import type { Painted, Plan } from "./page/bench.js";
import { type Row, timed } from "./report.js";
import { quiet, type Reached, type Shown, type Stage } from "./stage.js";

const LINES = 100_000;
const KEYS = 7;

function show(
  shown: Shown,
  place: VBox,
  text: string,
  made: (wid: number, end: () => void) => void,
): Promise<Reached> {
  return shown.painted(
    () => {
      const editor = shown.widgets.TextSource({ text });
      place.addWidget(editor, 1);
      made(editor.wid, () => editor.destroy());
    },
    () => document.querySelectorAll(".cm-line").length > 10,
  );
}

async function typed(page: Page): Promise<Painted[]> {
  await page
    .locator(".cm-line")
    .first()
    .click({ position: { x: 4, y: 4 } });
  const keys = [];
  for (let i = 0; i < KEYS; i++) {
    await page.waitForTimeout(50 + 30 * Math.random());
    await page.evaluate(() => {
      const text = () => document.querySelector(".cm-line")?.textContent;
      const before = text();
      bench.watchKey(() => text() !== before);
    });
    await page.keyboard.press("x");
    keys.push(await page.evaluate(() => bench.result()));
  }
  return keys;
}

async function round(stage: Stage) {
  const text = Array.from(
    { length: LINES },
    (_, i) => `  const value${i} = compute(${i}, "some text"); // line`,
  ).join("\n");
  const made: { place: VBox | null; wid: number; end: () => void } = { place: null, wid: 0, end: () => {} };
  const shown = await stage.ours((W) => {
    made.place = W.VBox();
    return made.place;
  });
  const place = made.place as unknown as VBox;
  const keep = (wid: number, end: () => void) => {
    made.wid = wid;
    made.end = end;
  };
  const first = await show(shown, place, text, keep);
  made.end();
  await quiet(shown.page);
  const again = await show(shown, place, text, keep);
  await quiet(shown.page);
  const plan: Plan = await shown.page.evaluate((wid) => bench.planOf(bench.widget(wid)), made.wid);
  const styles = await shown.stylesOfParts();
  const keys = await typed(shown.page);
  await shown.close();

  const page = await stage.bare(styles);
  const payload = JSON.stringify([{ type: "create", wid: 1, class: "TextSource", args: [{ text }] }]);
  const ground = await page.evaluateHandle((given) => ({ ...given, lines: [] as string[] }), {
    plan,
    payload,
  });
  const built = await page.evaluate(
    (ground) =>
      bench.bare(() => {
        const [message] = JSON.parse(ground.payload) as [{ args: [{ text: string }] }];
        ground.lines = message.args[0].text.split("\n");
        bench.show(bench.build(ground.plan));
      }),
    ground,
  );
  await quiet(page);
  const bareKeys = await typed(page);
  await page.context().close();
  return { first, again, keys, bare: { built, keys: bareKeys } };
}

export async function editorRows(stage: Stage, repetitions: number): Promise<Row[]> {
  const rounds: Awaited<ReturnType<typeof round>>[] = [];
  for (let i = 0; i < repetitions; i++) rounds.push(await round(stage));
  const built = rounds.map(({ bare }) => bare.built.time);
  const of = (which: "first" | "again", value: "time" | "fromCall") =>
    rounds.map((each) => each[which][value]);
  return [
    timed(
      "editor with 100,000 lines to painted",
      [200, 90],
      of("again", "time"),
      built,
      of("again", "fromCall"),
    ),
    timed("... the first editor of a page", [200, 90], of("first", "time"), built, of("first", "fromCall")),
    timed(
      "... a key press",
      [32, 17],
      rounds.flatMap(({ keys }) => keys.map(({ time }) => time)),
      rounds.flatMap(({ bare }) => bare.keys.map(({ time }) => time)),
    ),
  ];
}
