/**
 * What a schema asks of a value beyond its TypeScript type, in words: whole numbers, ranges, lengths.
 */
import type { SchemaFragment } from "../format.js";
import { jsonTypes } from "../schemas.js";

/** The one branch that is not null, when there is one. */
function heart(schema: SchemaFragment): SchemaFragment {
  const branches = (schema.anyOf ?? []).filter((branch) => branch.type !== "null");
  return branches.length === 1 && branches[0] !== undefined ? heart(branches[0]) : schema;
}

function range(schema: SchemaFragment): string {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  if (minimum !== undefined && maximum !== undefined) return `from ${minimum} to ${maximum}`;
  const low = minimum !== undefined ? `at least ${minimum}` : undefined;
  const above = exclusiveMinimum !== undefined ? `more than ${exclusiveMinimum}` : undefined;
  const high = maximum !== undefined ? `at most ${maximum}` : undefined;
  const below = exclusiveMaximum !== undefined ? `less than ${exclusiveMaximum}` : undefined;
  return [low ?? above, high ?? below].filter((each) => each !== undefined).join(" and ");
}

function count(least: number | undefined, most: number | undefined, unit: string): string {
  const units = (n: number): string => `${n} ${unit}${n === 1 ? "" : "s"}`;
  if (least !== undefined && least === most) return `exactly ${units(least)}`;
  if (least !== undefined && least > 0 && most !== undefined) return `${least} to ${units(most)}`;
  if (least !== undefined && least > 0) return `at least ${units(least)}`;
  return most === undefined ? "" : `at most ${units(most)}`;
}

/** A sentence such as "A whole number, at least 0."; empty when the type says it all. Null, which types say, is left out. */
export function limitsInWords(schema: SchemaFragment): string {
  const it = heart(schema);
  const kinds = jsonTypes(it).filter((type) => type !== "null");
  const [only] = kinds;
  const said: string[] = [];
  if (kinds.length === 1 && (only === "integer" || only === "number")) {
    const limits = range(it);
    if (only === "integer") said.push("a whole number");
    if (limits !== "") said.push(limits);
  } else if (kinds.length === 1 && only === "string") {
    const letters = count(it.minLength, it.maxLength, "character");
    if (letters !== "") said.push(letters);
  } else if (kinds.length === 1 && only === "array" && !it.prefixItems) {
    const items = count(it.minItems, it.maxItems, "item");
    if (items !== "") said.push(items);
    if (it.uniqueItems) said.push("no item twice");
  }
  if (said.length === 0) return "";
  const sentence = `${said.join(", ")}.`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** A description with the limits of what it describes. */
export const describedValue = (description: string | undefined, schema: SchemaFragment): string =>
  [description ?? "", limitsInWords(schema)].filter((each) => each !== "").join(" ");
