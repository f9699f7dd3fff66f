/**
 * The table of `npm run bench:browser`: one row for each kind of work, with what it must and what it should cost.
 */
import { mkdirSync, writeFileSync } from "node:fs";

export interface Row {
  readonly work: string;
  readonly unit: "ms" | "MB" | "KB" | "";
  /** Middle of the repetitions, or the one measurement there is. */
  readonly measured: number;
  /** null: nothing is asked for, it is only shown. */
  readonly must: number | null;
  readonly aim: number | null;
  /** The same by bare DOM calls; null where there is nothing to compare with. */
  readonly bare: number | null;
  /** All repetitions, in their order. */
  readonly samples?: readonly number[];
  readonly bareSamples?: readonly number[];
  /** From the program's call on the server to its painting, where the work begins there. */
  readonly fromCall?: number;
}

/** The middle of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The number below which this share of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Repetitions on both sides, as a row in milliseconds. */
export function timed(
  work: string,
  [must, aim]: readonly [must: number | null, aim: number | null],
  ours: readonly number[],
  bare: readonly number[],
  fromCall?: readonly number[],
): Row {
  return {
    work,
    unit: "ms",
    measured: median(ours),
    must,
    aim,
    bare: bare.length === 0 ? null : median(bare),
    samples: ours,
    bareSamples: bare,
    ...(fromCall === undefined ? {} : { fromCall: median(fromCall) }),
  };
}

/** Prints rows as a table. */
export function print(rows: readonly Row[]): void {
  const said = (value: number, unit: string) =>
    `${value < 100 && !Number.isInteger(value) ? value.toFixed(1) : value.toFixed(0)} ${unit}`.trim();
  const table = rows.map((row) => {
    const { measured, must, aim, bare } = row;
    const ratio = bare === null ? "" : `${(measured / bare).toFixed(2)}x`;
    const verdict =
      must === null || aim === null ? "" : measured <= aim ? "aim" : measured <= must ? "must" : "too slow";
    return {
      work: row.work,
      measured: said(measured, row.unit),
      must: must === null ? "" : said(must, row.unit),
      aim: aim === null ? "" : said(aim, row.unit),
      bare: bare === null ? "" : said(bare, row.unit),
      ratio,
      verdict:
        row.unit === "" || row.unit === "KB" || row.unit === "MB" ? verdict.replace("slow", "much") : verdict,
    };
  });
  console.table(Object.fromEntries(table.map(({ work, ...rest }) => [work, rest])));
}

/** Writes all rows so far as JSON. */
export function write(rows: readonly Row[], file: string, folder = ".cache"): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${file}`, `${JSON.stringify(rows, null, 2)}\n`);
}
