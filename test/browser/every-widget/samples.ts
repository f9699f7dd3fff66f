/**
 * Values to try: random ones that fit their schema, and real ones where only a real one does something.
 */
import type { SchemaFragment } from "../../../codegen/format.js";
import { camelCase } from "../../../runtime/protocol/names.js";
import { NODE } from "../../../runtime/session/node.js";
import { NothingFits, type Random, randomValue, type ValueOptions } from "../../support/random.js";
import { BLUE, dataUri, GREEN, png, RED } from "../pictures.js";
import type { Scene } from "./scenes.js";

const picture = (size: number, color: typeof RED) => new Uint8Array(png(size, size, color));

const urls = [dataUri(png(16, 16, RED)), dataUri(png(24, 12, BLUE))];

/** By name of a shared type. */
const real: Readonly<Record<string, readonly unknown[]>> = {
  Url: urls,
  IconUrl: [...urls, null, ""],
  Color: ["red", "#12ab9f", "rgb(1, 2, 3)", "hsl(200 80% 40%)", "color-mix(in srgb, red, blue)"],
  Html: ["<b>bold</b> and plain", "<ul><li>one</li><li>two</li></ul>", "words", "<p>one</p>".repeat(60)],
  Bytes: [picture(6, RED), picture(9, GREEN)],
  ShapedBytes: [
    { data: new Uint8Array(2 * 3 * 3).fill(120), shape: [2, 3, 3], dtype: "uint8" },
    { data: new Uint8Array(2 * 2 * 4).fill(200), shape: [2, 2, 4], dtype: "uint8" },
  ],
  ImageFormat: ["png"],
};

function optionsIn(scene: Scene | null, random: Random): ValueOptions {
  return {
    field: camelCase,
    samples: (type) => scene?.values?.[type] ?? real[type],
    widget: (className) =>
      random.pick(
        (scene?.widgets ?? []).filter((each) => !each[NODE].destroyed && each[NODE].isA(className)),
      ),
  };
}

/** A value for a parameter, an argument or an option. What the scene has under its name is tried first. */
export function sampleOf(name: string, schema: SchemaFragment, random: Random, scene: Scene | null): unknown {
  const known = scene?.values?.[name];
  if (known !== undefined && random.chance(0.8)) return random.pick(known);
  return randomValue(schema, random, optionsIn(scene, random));
}

export { NothingFits };
