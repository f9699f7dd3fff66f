import fc from "fast-check";
import { expect, it } from "vitest";
import { modelOf } from "../../runtime/session/models/index.js";
import { lineage } from "../support/definitions.js";
import { makeable, programs, run } from "../support/program.js";

const ready = makeable.filter((name) => lineage(name).every((each) => (each.models ?? []).every(known)));
function known(model: string): boolean {
  try {
    return modelOf(model) !== undefined;
  } catch {
    return false;
  }
}

const seeds = Number(process.env["SEEDS"] ?? 1000);
const seed = process.env["SEED"] === undefined ? {} : { seed: Number(process.env["SEED"]) };

it(`shows the same after a replay as before it, in every browser (${seeds} random programs)`, {
  timeout: 600_000,
}, () => {
  fc.assert(
    fc.property(programs, (steps) => {
      const { stage, first, joined, log } = run(steps, ready);
      const said = log.join("\n");
      expect(
        stage.host.log.filter((line) => line.level === "error"),
        said,
      ).toEqual([]);
      const fresh = stage.open();
      expect(first.snapshot(), said).toEqual(fresh.snapshot());
      for (const each of joined) expect(each.snapshot(), said).toEqual(fresh.snapshot());
      stage.session.reconstruct();
      expect(first.snapshot(), said).toEqual(fresh.snapshot());
    }),
    { numRuns: seeds, ...seed },
  );
});
