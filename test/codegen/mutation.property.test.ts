/**
 * No definition, however broken, makes the generator throw: it has faults, or it is generated from.
 * Real definitions are changed at random; a failure prints its seed and the change.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Json } from "../../codegen/format.js";
import type { Source } from "../../codegen/load.js";
import { generate } from "../../codegen/pipeline.js";
import { readSources } from "../../codegen/read.js";

const all = readSources(new URL("../../schema", import.meta.url).pathname);
/** Classes with members of every kind, and what they refer to. */
const changed =
  /\/(Widget|Container|Slider|Menu|TopLevel|ComboBox|TextSource|Timer|PointerEvent|ColumnSpec|TreeNode)\.json$/;
const targets = all.filter((source) => changed.test(source.file));

type Holder = { [key: string]: Json };
const holders = (value: Json): Holder[] =>
  value === null || typeof value !== "object"
    ? []
    : [value as Holder, ...Object.values(value).flatMap(holders)];

interface Change {
  readonly file: number;
  readonly holder: number;
  readonly key: number;
  readonly what: "remove" | "rename" | "replace" | "double";
  readonly value: Json;
}

function mutated(source: Source, { holder, key, what, value }: Change): Source {
  const definition = JSON.parse(source.text) as Json;
  const places = holders(definition);
  const place = places[holder % places.length] as Holder;
  const names = Object.keys(place);
  const name = names[key % Math.max(1, names.length)] ?? "none";
  const old = place[name] ?? null;
  if (what === "remove") delete place[name];
  if (what === "replace") place[name] = value;
  if (what === "double") place[`${name}_`] = old;
  if (what === "rename") {
    delete place[name];
    place[`${name.slice(1)}x`] = old;
  }
  return { ...source, text: JSON.stringify(definition, null, 2) };
}

const words = [
  "level",
  "value/0",
  "/0",
  "/7/x",
  "Menu",
  "#/types/Color",
  "#/widgets/Gone",
  "setter",
  "__proto__",
  "",
  "a_b",
];
const values = fc.oneof(
  fc.constantFrom<Json>(null, true, 0, -1.5, [], {}, [null], { kind: "getter" }),
  fc.constantFrom<Json>(...words),
);
const changes: fc.Arbitrary<Change> = fc.record({
  file: fc.nat(),
  holder: fc.nat(),
  key: fc.nat(),
  what: fc.constantFrom("remove", "rename", "replace", "double"),
  value: values,
});

test("a changed definition has faults or is generated from", () => {
  const runs = Number(process.env.MUTATIONS ?? 60);
  fc.assert(
    fc.property(fc.array(changes, { minLength: 1, maxLength: 3 }), (list) => {
      const sources = [...all];
      for (const change of list) {
        const target = targets[change.file % targets.length] as Source;
        const index = sources.findIndex((source) => source.file === target.file);
        sources[index] = mutated(sources[index] as Source, change);
      }
      const { files, faults } = generate(sources);
      expect(files.size > 0).toBe(faults.length === 0);
    }),
    { numRuns: runs },
  );
});
