/**
 * Many widgets: shown, changed, taken down. They are what a form is made of, five to a line, in a scroll area.
 */
import type { VBox, Widgets } from "pgwidgets-ts/sync";
import type { Plan } from "./page/bench.js";
import { type Row, timed } from "./report.js";
import { quiet, type Stage } from "./stage.js";

/** So many widgets, in lines of a box, a label, an entry, a button and a check box. */
function form(W: Widgets, widgets: number): VBox {
  const column = W.VBox({ spacing: 4, padding: 8 });
  for (let i = 0; i < widgets / 5; i++) {
    const line = W.HBox({ spacing: 8 });
    line.addWidget(W.Label(`Field ${i}`), 0);
    line.addWidget(W.TextEntry({ text: `value ${i}` }), 1);
    line.addWidget(W.Button("Set"), 0);
    line.addWidget(W.CheckBox("on"), 0);
    column.addWidget(line, 0);
  }
  return column;
}

/** Shows a form, sets one text in it and takes it down; on our page, then with bare DOM calls. */
async function round(stage: Stage, count: number, changes: number) {
  const area = { wid: 0 };
  let place: { setWidget(child: VBox): void } | null = null;
  const shown = await stage.ours((W) => {
    const scroll = W.ScrollArea();
    area.wid = scroll.wid;
    place = scroll;
    return scroll;
  });
  const W = shown.widgets;
  let column: VBox | null = null;
  const built = await shown.painted(() => {
    column = form(W, count);
    place?.setWidget(column);
  });
  const there = await shown.page.evaluate(
    (wid) => bench.widget(wid).querySelectorAll("[data-wid]").length,
    area.wid,
  );
  if (there !== count + 1) throw new Error(`There are ${there} widgets in the page instead of ${count + 1}.`);
  await quiet(shown.page);
  const plan: Plan = await shown.page.evaluate((wid) => bench.planOf(bench.widget(wid)), area.wid);

  const changed = [];
  const label = W.Label("");
  (column as VBox | null)?.insertWidget(0, label, 0);
  await quiet(shown.page);
  for (let i = 0; i < changes; i++) {
    await shown.page.waitForTimeout(30 * Math.random());
    changed.push(await shown.painted(() => label.setText(`changed ${i}`)));
  }
  const down = await shown.painted(() => (column as VBox | null)?.destroy());
  await shown.close();
  return { built, changed, down, bare: await bareRound(stage, plan, changes) };
}

async function bareRound(stage: Stage, plan: Plan, changes: number) {
  const page = await stage.bare();
  const ground = await page.evaluateHandle((plan) => ({ plan, element: null as Element | null }), plan);
  const built = await page.evaluate(
    (ground) =>
      bench.bare(() => {
        ground.element = bench.build(ground.plan) as Element;
        bench.show(ground.element);
      }),
    ground,
  );
  await quiet(page);
  const changed = await page.evaluate(
    async ([ground, changes]) => {
      const label = ground.element?.querySelector(".pgw-label");
      const results = [];
      for (let i = 0; i < changes; i++) {
        results.push(
          await bench.bare(() => {
            if (label) label.textContent = `changed ${i}`;
          }),
        );
      }
      return results;
    },
    [ground, changes] as const,
  );
  const down = await page.evaluate((ground) => bench.bare(() => ground.element?.remove()), ground);
  await page.context().close();
  return { built, changed, down };
}

type Round = Awaited<ReturnType<typeof round>>;

export async function widgetRows(stage: Stage, repetitions: number): Promise<Row[]> {
  const small: Round[] = [];
  const large: Round[] = [];
  for (let i = 0; i < repetitions; i++) {
    small.push(await round(stage, 1000, 0));
    large.push(await round(stage, 10_000, 5));
  }
  const built = (rounds: readonly Round[]) => rounds.map((round) => round.built.time);
  const bareBuilt = (rounds: readonly Round[]) => rounds.map((round) => round.bare.built.time);
  const fromCall = (rounds: readonly Round[]) => rounds.map((round) => round.built.fromCall);
  return [
    timed(
      "1,000 widgets from the wire to painted",
      [120, 50],
      built(small),
      bareBuilt(small),
      fromCall(small),
    ),
    timed("10,000 widgets to painted", [600, 400], built(large), bareBuilt(large), fromCall(large)),
    timed(
      "... until all of them, out of view as well, are laid out",
      [null, null],
      large.map((round) => round.built.all),
      large.map((round) => round.bare.built.all),
    ),
    timed(
      "... their longest frame until then",
      [250, 100],
      large.map((round) => round.built.longest),
      large.map((round) => round.bare.built.longest),
    ),
    timed(
      "take 10,000 widgets down",
      [100, 30],
      large.map((round) => round.down.time),
      large.map((round) => round.bare.down.time),
      large.map((round) => round.down.fromCall),
    ),
    timed(
      "one text set among 10,000",
      [25, 15],
      large.flatMap((round) => round.changed.map(({ time }) => time)),
      large.flatMap((round) => round.bare.changed.map(({ time }) => time)),
      large.flatMap((round) => round.changed.map(({ fromCall }) => fromCall)),
    ),
  ];
}
