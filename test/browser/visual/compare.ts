/**
 * Compares two pictures, and says how much of them differs.
 */
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";

export interface Difference {
  /** Pixels that differ, those that only one of the two has among them. */
  readonly pixels: number;
  /** Pixels of the larger picture. */
  readonly of: number;
  /** The first picture, pale, with what differs in red. */
  readonly picture: Buffer;
}

/**
 * Pixels along edges that only smooth them otherwise do not count.
 * @param threshold - From 0 to 1: how far two colours may be from each other and still be the same
 */
export function compare(expected: Buffer, actual: Buffer, threshold: number): Difference {
  const [a, b] = [PNG.sync.read(expected), PNG.sync.read(actual)];
  const width = Math.max(a.width, b.width);
  const height = Math.max(a.height, b.height);
  const diff = new PNG({ width, height });
  const pixels = pixelmatch(
    onto(a, width, height, 0).data,
    onto(b, width, height, 255).data,
    diff.data,
    width,
    height,
    {
      threshold,
      includeAA: false,
    },
  );
  return { pixels, of: width * height, picture: PNG.sync.write(diff) };
}

/** A picture on a ground of a grey; two greys make a difference of what only one of two has. */
function onto(picture: PNG, width: number, height: number, grey: number): PNG {
  if (picture.width === width && picture.height === height) return picture;
  const ground = new PNG({ width, height, fill: true });
  for (let i = 0; i < ground.data.length; i++) ground.data[i] = i % 4 === 3 ? 255 : grey;
  PNG.bitblt(picture, ground, 0, 0, picture.width, picture.height, 0, 0);
  return ground;
}
