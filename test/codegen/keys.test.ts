/** Keys of a class: those of its bases first, and what it says itself of one of them. */
import { expect, test } from "vitest";
import { understand } from "../../codegen/understand.js";
import { sources, widget } from "./support.js";

test("the keys of a class are those of its bases and its own", () => {
  const { model } = understand(
    sources({
      "bases/Base.json": widget(
        "Base",
        `"abstract": true, "keys": [
          { "keys": "Home", "does": "Goes to the start." },
          { "keys": "Space or Enter", "does": "Does it." }]`,
      ),
      "widgets/Gauge.json": widget(
        "Gauge",
        `"keys": [{ "keys": "Ctrl+Shift+Z", "does": "Undoes it." }, { "keys": "Home", "does": "Goes to zero." }]`,
        "Base",
      ),
    }),
  );
  const gauge = model?.classes.find((it) => it.name === "Gauge");
  expect(gauge?.keys.map(({ keys, does }) => [keys, does])).toEqual([
    ["Home", "Goes to zero."],
    ["Space or Enter", "Does it."],
    ["Ctrl+Shift+Z", "Undoes it."],
  ]);
});
