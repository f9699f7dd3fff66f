/**
 * The declaration of a shared value type, as TypeScript.
 */
import type { TypeModel } from "../model.js";
import { isObject } from "../schemas.js";
import { flat } from "./code.js";
import type { Declaration } from "./draft.js";
import { describedValue } from "./limits.js";
import type { TypeWriter } from "./type-text.js";

/** An interface where there is nothing but fields, else an alias. */
export function declarationOf(type: TypeModel, writer: TypeWriter): Declaration {
  const { name, schema } = type;
  const doc = { description: describedValue(type.description, schema) };
  const hasOnlyFields = isObject(schema) && schema.properties !== undefined && !schema.additionalProperties;
  if (!hasOnlyFields || schema.anyOf) return { kind: "alias", name, branches: writer.branches(schema), doc };
  const properties = writer.fields(schema).map(({ description, type: code, ...field }) => ({
    ...field,
    type: flat(code),
    ...(description !== undefined && { doc: { description } }),
  }));
  return { kind: "interface", name, doc, properties };
}
