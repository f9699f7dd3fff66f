/**
 * The page must make of a number what the server makes of it: the same values go through both.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type NumberRules,
  shownDigits,
  slideValue,
  spinValue,
  stepped,
} from "../../../browser/controls/numbers.js";
import { Application } from "../../../generated/sync/index.js";

const app = new Application({ wsPort: 0, httpPort: 0, httpServer: false, maxSessions: null, logger: null });
const W = app.createSession().getWidgets();

/** Numbers such as programs have: whole ones, and some with a few digits. */
const number = fc.oneof(
  fc.integer({ min: -500, max: 500 }),
  fc
    .tuple(fc.integer({ min: -50_000, max: 50_000 }), fc.integer({ min: 0, max: 4 }))
    .map(([n, e]) => n / 10 ** e),
  fc.double({ min: -1000, max: 1000, noNaN: true }),
);
const rules = fc.record({
  min: number,
  max: number,
  step: fc.oneof(fc.integer({ min: 1, max: 50 }), fc.constantFrom(0.5, 0.25, 0.1, 0.05, 0.01, 1.5, 1e-7)),
  int: fc.boolean(),
  decimals: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 6 })),
});

function options({ min, max, step, int, decimals }: NumberRules, value: number) {
  return { dtype: int ? "int" : "float", decimals, min, max, step, value } as const;
}

describe("the same number on both sides", () => {
  test("of a spin box", () => {
    fc.assert(
      fc.property(rules, number, number, (each, first, second) => {
        const box = W.SpinBox(options(each, first));
        expect(spinValue(first, each)).toBe(box.getValue());
        box.setValue(second);
        expect(spinValue(second, each)).toBe(box.getValue());
        box.destroy();
      }),
      { numRuns: 500 },
    );
  });

  test("of a slider", () => {
    fc.assert(
      fc.property(rules, number, number, (each, first, second) => {
        const slider = W.Slider(options(each, first));
        expect(slideValue(first, each)).toBe(slider.getValue());
        slider.setValue(second);
        expect(slideValue(second, each)).toBe(slider.getValue());
        slider.destroy();
      }),
      { numRuns: 500 },
    );
  });

  test("what is a value stays one", () => {
    fc.assert(
      fc.property(rules, number, (each, value) => {
        for (const rule of [spinValue, slideValue]) {
          // Adding 0 makes one zero of the two.
          expect(rule(rule(value, each), each) + 0).toBe(rule(value, each) + 0);
        }
      }),
    );
  });
});

test("steps leave no binary noise", () => {
  let value = 0;
  for (let i = 0; i < 10; i++) value = stepped(value, 1, 0.1);
  expect(value).toBe(1);
  expect(stepped(0.25, 3, 0.1)).toBe(0.55);
});

test("as many digits are shown as the step has, and as the value needs", () => {
  const each = { min: 0, max: 10, step: 0.5, int: false, decimals: null };
  expect(shownDigits(3, each)).toBe(1);
  expect(shownDigits(3.25, each)).toBe(2);
  expect(shownDigits(3.25, { ...each, decimals: 0 })).toBe(0);
  expect(shownDigits(3, { ...each, int: true })).toBe(0);
});
