import fc from "fast-check";
import { it } from "vitest";
import { expectAgreement, programs, run } from "../support/program.js";

const seeds = Number(process.env.SEEDS ?? 1000);
const seed = process.env.SEED === undefined ? {} : { seed: Number(process.env.SEED) };

it(
  `shows the same after a replay as before it, in every browser (${seeds} random programs)`,
  {
    timeout: 600_000,
  },
  () =>
    fc.assert(
      fc.asyncProperty(programs, (steps) => expectAgreement(run(steps))),
      { numRuns: seeds, ...seed },
    ),
);
