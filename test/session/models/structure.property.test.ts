import fc from "fast-check";
import { it } from "vitest";
import { expectAgreement, programs, run } from "../../support/program.js";

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

it(
  `containers show the same after a replay as before it (${seeds} random programs)`,
  {
    timeout: 600_000,
  },
  () =>
    fc.assert(
      fc.asyncProperty(programs, (steps) => expectAgreement(run(steps, classes))),
      { numRuns: seeds, ...seed },
    ),
);
