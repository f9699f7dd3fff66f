/**
 * The types of values: the part of JSON Schema (2020-12) that a definition may use.
 */
import { z } from "zod";
import { type Json, json } from "./words.js";

/** A JSON Schema (2020-12) fragment: the keywords that the generator understands. */
export interface SchemaFragment {
  $ref?: string | undefined;
  type?: JsonType | JsonType[] | undefined;
  enum?: Json[] | undefined;
  const?: Json | undefined;
  anyOf?: SchemaFragment[] | undefined;
  allOf?: SchemaFragment[] | undefined;
  properties?: Record<string, SchemaFragment> | undefined;
  required?: string[] | undefined;
  additionalProperties?: boolean | SchemaFragment | undefined;
  items?: SchemaFragment | false | undefined;
  prefixItems?: SchemaFragment[] | undefined;
  minItems?: number | undefined;
  maxItems?: number | undefined;
  uniqueItems?: boolean | undefined;
  minimum?: number | undefined;
  maximum?: number | undefined;
  exclusiveMinimum?: number | undefined;
  exclusiveMaximum?: number | undefined;
  minLength?: number | undefined;
  maxLength?: number | undefined;
  pattern?: string | undefined;
  contentEncoding?: "base64" | undefined;
  description?: string | undefined;
  examples?: Json[] | undefined;
}
const jsonType = z.enum(["string", "number", "integer", "boolean", "null", "array", "object"]);
export type JsonType = z.infer<typeof jsonType>;

export const schemaFragment: z.ZodType<SchemaFragment> = z
  .lazy(() =>
    z.strictObject({
      $ref: z
        .string()
        .regex(/^#\/(types|widgets)\/[A-Z][A-Za-z0-9]*$/, "#/types/Name or #/widgets/Name")
        .optional()
        .describe("A shared value type (`#/types/Color`) or a widget of a class (`#/widgets/Menu`)."),
      type: z.union([jsonType, z.array(jsonType).min(1)]).optional(),
      enum: z.array(json).min(1).optional(),
      const: json.optional(),
      anyOf: z.array(schemaFragment).min(1).optional(),
      allOf: z.array(schemaFragment).min(1).optional(),
      properties: z.record(z.string(), schemaFragment).optional(),
      required: z.array(z.string()).optional(),
      additionalProperties: z.union([z.boolean(), schemaFragment]).optional(),
      items: z.union([schemaFragment, z.literal(false)]).optional(),
      prefixItems: z.array(schemaFragment).min(1).optional(),
      minItems: z.int().min(0).optional(),
      maxItems: z.int().min(0).optional(),
      uniqueItems: z.boolean().optional(),
      minimum: z.number().optional(),
      maximum: z.number().optional(),
      exclusiveMinimum: z.number().optional(),
      exclusiveMaximum: z.number().optional(),
      minLength: z.int().min(0).optional(),
      maxLength: z.int().min(0).optional(),
      pattern: z.string().optional(),
      contentEncoding: z.literal("base64").optional().describe("Raw bytes: a Uint8Array."),
      description: z.string().optional(),
      examples: z.array(json).optional(),
    }),
  )
  .describe("JSON Schema (2020-12) fragment.") as z.ZodType<SchemaFragment>;
