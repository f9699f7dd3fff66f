/**
 * Makes `definition.schema.json`, by which editors complete and check definitions, from the definition format.
 */
import { z } from "zod";
import { anyDefinition } from "./format.js";

let published: string | undefined;

/** The same for a whole process: the format does not change while it runs. */
export function publishedSchema(): string {
  published ??= made();
  return published;
}

function made(): string {
  const { $schema, ...schema } = z.toJSONSchema(anyDefinition, { target: "draft-2020-12", reused: "ref" });
  const titled = {
    $schema,
    title: "A definition of pgwidgets-ts: a widget class or a shared value type",
    ...schema,
  };
  return `${JSON.stringify(titled, null, 2)}\n`;
}
