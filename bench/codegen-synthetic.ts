/**
 * Definitions of widgets that nobody has, for measuring the generator: each about as large as ours are in the mean,
 * on top of our `Widget`, with a part of every kind of member.
 */
import type { Source } from "../codegen/load.js";

const described = (text: string) => ({ description: `${text}.` });
const number = { type: "number", minimum: 0, maximum: 1000 };
const point = {
  type: "object",
  properties: { x: { type: "number" }, y: { type: "number" }, line_width: { type: "integer", minimum: 1 } },
  required: ["x", "y"],
  additionalProperties: false,
};

/** The definition with a number. No two are the same text, so that nothing can be printed once for many. */
function definition(index: number): object {
  return {
    $schema: "../definition.schema.json",
    name: `Synthetic${index}`,
    extends: "Widget",
    category: "display",
    ...described(`Synthetic widget ${index} of the benchmark`),
    args: [{ name: "caption", schema: { type: "string" }, default: "", ...described("Text beside it") }],
    options: {
      [`level_${index}`]: { schema: number, default: 0, state: "level", ...described("Where it starts") },
      tone: { schema: { enum: ["soft", "loud", null] }, default: null, ...described("How it sounds") },
    },
    state: {
      level: { schema: number, default: 0, ...described(`The level ${index}, in percent`) },
      points: { schema: { type: "array", items: point }, default: [], ...described("What is drawn") },
    },
    methods: {
      set_level: {
        kind: "setter",
        state: "level",
        params: [{ name: "level", schema: number, ...described(`Level ${index}, in percent`) }],
        ...described("Sets the level"),
      },
      get_level: { kind: "getter", state: "level", returns: number, ...described("The level") },
      set_points: {
        kind: "setter",
        state: "points",
        params: [{ name: "points", schema: { type: "array", items: point }, ...described("All of them") }],
        ...described("Replaces what is drawn"),
      },
      [`flash_${index}`]: {
        kind: "action",
        params: [
          { name: "times", schema: { type: "integer" }, default: 1, ...described("How often") },
          {
            name: "colour",
            schema: { $ref: "#/types/Color" },
            default: "red",
            ...described("In which colour"),
          },
        ],
        ...described("Flashes"),
      },
      measure: {
        kind: "query",
        params: [{ name: "text", schema: { type: "string" }, ...described("What to measure") }],
        returns: { $ref: "#/types/Size" },
        ...described("How large a text would be"),
      },
      clear: { kind: "setter", state: "points", value: [], ...described("Removes what is drawn") },
      set_caption: {
        kind: "setter",
        state: "caption",
        params: [{ name: "caption", schema: { type: "string" }, ...described("The new text") }],
        ...described("Replaces the text"),
      },
    },
    callbacks: {
      changed: {
        args: [{ name: "level", schema: number, ...described("The new level") }],
        updates: { level: "/0" },
        ...described("The user changed the level"),
      },
      picked: {
        args: [{ name: "point", schema: point, ...described("Where") }],
        ...described(`The user picked point ${index}`),
      },
    },
  };
}

/** So many definitions; those that they stand on are not among them. */
export const synthetic = (count: number): Source[] =>
  Array.from({ length: count }, (_, index) => {
    const file = `bench/widgets/Synthetic${index}.json`;
    const text = `${JSON.stringify(definition(index), null, 2)}\n`;
    return { file, origin: file, folder: "widgets", text };
  });
