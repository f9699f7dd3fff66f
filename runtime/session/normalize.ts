/**
 * The rules that a new value of a state goes through before it is stored.
 * They do on the server what the browser does with the same value.
 */
import type { Bound, NormalizerTable } from "./table.js";

/** What rules may look at. */
export interface RuleContext {
  /** The number that a bound stands for; undefined when it has none. */
  number(bound: Bound | undefined): number | undefined;
  holds(rule: NormalizerTable): boolean;
}

export function normalized(value: unknown, rules: readonly NormalizerTable[], context: RuleContext): unknown {
  let result = value;
  for (const rule of rules) if (context.holds(rule)) result = applied(result, rule, context);
  return result;
}

function applied(value: unknown, rule: NormalizerTable, context: RuleContext): unknown {
  switch (rule.rule) {
    case "null_as":
      return value ?? rule.value;
    case "last_lines":
      return typeof value === "string" ? lastLines(value, context.number(rule.count)) : value;
    default:
      if (Array.isArray(value)) return value.map((item) => applied(item, rule, context));
      return typeof value === "number" ? number(value, rule, context) : value;
  }
}

function number(value: number, rule: NormalizerTable, context: RuleContext): number {
  switch (rule.rule) {
    case "clamp":
      return clamp(value, context.number(rule.min), context.number(rule.max));
    case "snap":
      return snap(
        value,
        context.number(rule.step) ?? 0,
        context.number(rule.origin) ?? 0,
        context.number(rule.min),
        context.number(rule.max),
      );
    case "round":
      return Math.round(value);
    case "precision":
      return toDigits(value, Math.max(...rule.of.map((bound) => digits(context.number(bound) ?? 0))));
    default:
      return value;
  }
}

/** Into a range; where it is empty the lower end wins. */
function clamp(value: number, min: number | undefined, max: number | undefined): number {
  const below = max === undefined ? value : Math.min(value, max);
  return min === undefined ? below : Math.max(below, min);
}

/** Onto the nearest step counted from an origin, and inside the range: the last step before its end. */
function snap(value: number, step: number, origin: number, min?: number, max?: number): number {
  if (!(step > 0)) return value;
  let steps = Math.round((value - origin) / step);
  const at = (count: number) => toDigits(origin + count * step, Math.max(digits(step), digits(origin)));
  if (max !== undefined && at(steps) > max) steps = Math.floor((max - origin) / step + 1e-9);
  if (min !== undefined && at(steps) < min) steps = Math.ceil((min - origin) / step - 1e-9);
  return clamp(at(steps), min, max);
}

/** Digits after the point that a number has when it is written out. */
function digits(value: number): number {
  const [mantissa = "", exponent = "0"] = String(value).split("e");
  const fraction = mantissa.split(".")[1]?.length ?? 0;
  return Math.min(100, Math.max(0, fraction - Number(exponent)));
}

function toDigits(value: number, count: number): number {
  return Number.isInteger(value) ? value : Number(value.toFixed(Math.min(count, 100)));
}

function lastLines(text: string, count: number | undefined): string {
  if (count === undefined || count <= 0) return text;
  let from = text.length;
  for (let lines = 0; lines < count; lines++) {
    from = from === 0 ? -1 : text.lastIndexOf("\n", from - 1);
    if (from === -1) return text;
  }
  return text.slice(from + 1);
}
