import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { numberText, percentText, readNumber, writesPlainly } from "../../browser/controls/number-text.js";

function speak(lang: string): void {
  vi.stubGlobal("document", { documentElement: { lang } });
}

afterEach(() => vi.unstubAllGlobals());

const byIntl = (value: number, count: number, language: string) =>
  new Intl.NumberFormat(language, {
    useGrouping: false,
    signDisplay: "negative",
    minimumFractionDigits: count,
    maximumFractionDigits: count,
  }).format(value);

test("what is written without Intl is what Intl writes", () => {
  const values = fc.oneof(
    fc.integer(),
    fc.double({ noDefaultInfinity: true }),
    fc.integer({ min: -1_000_000, max: 1_000_000 }).map((value) => value / 1000),
    fc.constantFrom(0, -0, 1e21, 1e-7, -1e-7, 0.05, 1.005, -0.4, Number.POSITIVE_INFINITY),
  );
  fc.assert(
    fc.property(
      values,
      fc.integer({ min: 0, max: 20 }),
      fc.constantFrom("", "en", "en-US", "en-GB"),
      (value, count, language) => {
        speak(language);
        expect(writesPlainly()).toBe(true);
        expect(numberText(value, count)).toBe(byIntl(value, count, language || "en"));
      },
    ),
    { numRuns: 2000 },
  );
});

test("nothing is asked of Intl where a number is written as programs do", () => {
  speak("en");
  vi.stubGlobal("Intl", {});
  expect(numberText(1234.5, 2)).toBe("1234.50");
  expect(readNumber("12.5")).toBe(12.5);
});

test("other languages write it their way", () => {
  speak("de");
  expect(writesPlainly()).toBe(false);
  expect(numberText(1234.5, 2)).toBe("1234,50");
  expect(readNumber("12,5")).toBe(12.5);
  expect(percentText(0.42)).toBe("42\u00a0%");
  speak("en");
  expect(percentText(0.42)).toBe("42%");
});
