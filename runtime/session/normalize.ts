/**
 * The rules that a new value of a state goes through before it is stored.
 * They do on the server what the browser does with the same value.
 */
import { hexColor } from "../protocol/colors.js";
import { clamp, digits, snap, toDigits, withoutNoise } from "../protocol/numbers.js";
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
      return rule.empty === true && value === "" ? rule.value : (value ?? rule.value);
    case "value_as":
      return value === rule.of ? rule.value : value;
    case "hex_color":
      return typeof value === "string" ? (hexColor(value) ?? value) : value;
    case "last_lines":
      return typeof value === "string" ? lastLines(value, context.number(rule.count)) : value;
    default:
      if (Array.isArray(value)) return value.map((item) => applied(item, rule, context));
      if (rule.rule === "empty_as_null") return value === "" ? null : value;
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
      if (rule.of === undefined) return withoutNoise(value);
      return toDigits(value, Math.max(...rule.of.map((bound) => digits(context.number(bound) ?? 0))));
    default:
      return value;
  }
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
