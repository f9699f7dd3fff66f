/**
 * Slips in real definitions: each is found at its line and column, alone, with what helps to mend it.
 */
import { describe, expect, test } from "vitest";
import { show } from "../../codegen/diagnostics.js";
import { readSources } from "../../codegen/read.js";
import { understand } from "../../codegen/understand.js";
import { slips } from "./seeded/slips.js";
import { MARK } from "./support.js";

const all = readSources(new URL("../../schema", import.meta.url).pathname);

describe("slips", () => {
  test("are sixty at least", () => expect(slips.length).toBeGreaterThanOrEqual(60));

  test.each(slips)("$title", ({ path, find, put, code, hint }) => {
    const index = all.findIndex(({ file }) => file.endsWith(`schema/${path}`));
    const source = all[index];
    if (!source?.text.includes(find)) throw new Error(`${path} does not say ${find}`);
    const marked = source.text.replace(find, () => put);
    const place = marked.indexOf(MARK);
    const lines = marked.slice(0, Math.max(0, place)).split("\n");
    const sources = all.with(index, { ...source, text: marked.replace(MARK, "") });
    const { faults } = understand(sources);
    expect(faults.map(({ file, code: found }) => [file, found])).toEqual([[source.file, code]]);
    const [fault] = faults;
    if (!fault) throw new Error("no fault");
    if (place >= 0)
      expect([fault.line, fault.column]).toEqual([lines.length, (lines.at(-1) ?? "").length + 1]);
    expect(show(fault)).toContain(hint);
  });
});
