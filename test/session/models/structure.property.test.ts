import fc from "fast-check";
import { expect, it } from "vitest";
import { programs, run } from "../../support/program.js";

/** Containers, what stands in them, and menus: random programs over few classes meet often. */
const classes = [
  "GridBox",
  "MDIWidget",
  "TabWidget",
  "StackWidget",
  "Splitter",
  "Expander",
  "ScrollArea",
  "Dialog",
  "Menu",
  "MenuBar",
  "MenuAction",
  "ToolBar",
  "ToolBarAction",
  "Label",
  "Button",
  "VBox",
];
const seeds = Number(process.env.SEEDS ?? 1000);
const seed = process.env.SEED === undefined ? {} : { seed: Number(process.env.SEED) };

it(`containers show the same after a replay as before it (${seeds} random programs)`, {
  timeout: 600_000,
}, () => {
  fc.assert(
    fc.property(programs, (steps) => {
      const { stage, first, joined, log } = run(steps, classes);
      const said = log.join("\n");
      expect(
        stage.host.log.filter((line) => line.level === "error"),
        said,
      ).toEqual([]);
      const fresh = stage.open();
      expect(first.snapshot(), said).toEqual(fresh.snapshot());
      for (const each of joined) expect(each.snapshot(), said).toEqual(fresh.snapshot());
    }),
    { numRuns: seeds, ...seed },
  );
});
