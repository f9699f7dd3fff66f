/**
 * Every diagnostic code: a definition with one fault, and where the fault must be found.
 */
import { expect, test } from "vitest";
import { type Code, codes } from "../../codegen/diagnostics.js";
import { understand } from "../../codegen/understand.js";
import { cases as checks } from "./check-faults.js";
import { cases as formats } from "./format-faults.js";
import { expectFault, type Files, gauge, method, numeric, sources, type, widget } from "./support.js";

const cases = [...formats, ...checks];
test.each(cases)("$title", ({ files, expected }) => expectFault(files, expected));

test("all faults of all files come in one run, in order", () => {
  const files: Files = {
    ...gauge(`"stat": {},\n"abstrakt": true`),
    "types/Color.json": type("Color", `{ "type": "colour" }`),
    "widgets/Dial.json": widget(
      "Dial",
      `"state": { "a": { "schema": {} } },\n${method("go", `"kind": "model", "model": "x"`)}`,
    ),
  };
  const found = understand(sources(files)).faults.map(({ file, line, code }) => `${file}:${line} ${code}`);
  expect(found).toEqual([
    "schema/types/Color.json:5 wrong-value",
    "schema/widgets/Dial.json:7 missing-key",
    "schema/widgets/Dial.json:8 unknown-member",
    "schema/widgets/Gauge.json:7 unknown-key",
    "schema/widgets/Gauge.json:8 unknown-key",
  ]);
});

test("what refers to something faulty is not faulted again", () => {
  const getter = method("get_level", `"kind": "getter", "state": "level", "returns": { "type": "number" }`);
  const files: Files = {
    "bases/Base.json": widget("Base", `"state": { "level": { ${numeric}, "default": 0, "defalt": 1 } }`),
    "widgets/Gauge.json": widget("Gauge", getter, "Base"),
    "widgets/Broken.json": "{",
    "widgets/Last.json": widget("Last", "", "Broken"),
  };
  const found = understand(sources(files)).faults.map(({ file, code }) => `${file} ${code}`);
  expect(found).toEqual(["schema/bases/Base.json unknown-key", "schema/widgets/Broken.json json-syntax"]);
});

test("every code is tested", () => {
  const tested = new Set(cases.map((it) => it.expected.code));
  expect(Object.keys(codes).filter((code) => !tested.has(code as Code))).toEqual([]);
});
