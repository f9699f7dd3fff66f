/**
 * Golden tests: a folder of definitions for each feature, and what must be generated from it.
 * `UPDATE_GOLDEN=1 npm test -- test/codegen/golden.test.ts` accepts what is generated now.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { generate } from "../../codegen/pipeline.js";
import { readExamples, readSources } from "../../codegen/read.js";

const root = join(import.meta.dirname, "golden");
const features = readdirSync(root);

/** Generated files end in `.txt` here, so that no tool takes them for a part of the project. */
function writeExpected(folder: string, files: ReadonlyMap<string, string>): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of files) {
    const where = join(folder, `${path}.txt`);
    mkdirSync(dirname(where), { recursive: true });
    writeFileSync(where, text);
  }
}

function readExpected(folder: string): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".txt"),
  );
  const named = paths.map((path) => path.replaceAll("\\", "/")).sort();
  return new Map(named.map((path) => [path.replace(/\.txt$/, ""), readFileSync(join(folder, path), "utf8")]));
}

describe.each(features)("%s", (feature) => {
  // What stands in `library` is taken for definitions of the package, on which the others stand.
  const library = readSources(join(root, feature, "library"), { library: true });
  const sources = [...library, ...readSources(join(root, feature))];
  const examples = readExamples(join(root, feature));
  const generated = generate(sources, examples);
  const { faults } = generated;
  // Reference pages are a feature of their own: they are expected where there is an example for one.
  const pages = examples.length === 0 ? [] : [...generated.pages];
  const files = new Map([
    ...generated.files,
    ...pages.map(([path, text]) => [`reference/${path}`, text] as const),
  ]);
  const expected = join(root, feature, "expected");
  if (process.env.UPDATE_GOLDEN === "1") writeExpected(expected, files);

  test("has no faults", () => expect(faults).toEqual([]));

  const accepted = readExpected(expected);
  test("makes the accepted files and no others", () => {
    expect([...files.keys()].sort()).toEqual([...accepted.keys()]);
  });
  test.each([...accepted])("%s", (path, text) => expect(files.get(path)).toBe(text));
});
