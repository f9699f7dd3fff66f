/**
 * Pictures for tests, and the colours that a page shows of them.
 */
import { crc32, deflateSync } from "node:zlib";
import type { Locator } from "playwright-core";

export type Rgb = readonly [red: number, green: number, blue: number];
export const RED: Rgb = [255, 0, 0];
export const GREEN: Rgb = [0, 128, 0];
export const BLUE: Rgb = [0, 0, 255];

/** A PNG of one colour. `padding` makes the file larger by as many bytes. */
export function png(width: number, height: number, color: Rgb, padding = 0): Buffer {
  const row = Buffer.alloc(1 + width * 3);
  for (let x = 0; x < width; x++) row.set(color, 1 + x * 3);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.concat(Array.from({ length: height }, () => row));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    ...(padding > 0 ? [chunk("teXt", Buffer.alloc(padding, 65))] : []),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

export function dataUri(picture: Buffer): string {
  return `data:image/png;base64,${picture.toString("base64")}`;
}

function chunk(type: string, data: Buffer): Buffer {
  const whole = Buffer.concat([Buffer.alloc(4), Buffer.from(type), data, Buffer.alloc(4)]);
  whole.writeUInt32BE(data.length, 0);
  whole.writeUInt32BE(crc32(whole.subarray(4, -4)), whole.length - 4);
  return whole;
}

/** Red, green, blue and alpha at a place of an `img` or of a canvas, in pixels of the picture. */
export function colorAt(locator: Locator, x: number, y: number): Promise<number[]> {
  return locator.evaluate(
    (element, [left, top]) => {
      const source = element instanceof HTMLImageElement ? element : (element as HTMLCanvasElement);
      const copy = document.createElement("canvas");
      copy.width = source instanceof HTMLImageElement ? source.naturalWidth : source.width;
      copy.height = source instanceof HTMLImageElement ? source.naturalHeight : source.height;
      const context = copy.getContext("2d");
      if (context === null || copy.width === 0 || copy.height === 0) return [];
      context.drawImage(source, 0, 0);
      return [...context.getImageData(left, top, 1, 1).data];
    },
    [x, y] as const,
  );
}

/** The size of what an `img` or a canvas holds. */
export function bitmapOf(locator: Locator): Promise<[width: number, height: number]> {
  return locator.evaluate((element) => {
    const picture = element as HTMLImageElement & HTMLCanvasElement;
    const isImage = element instanceof HTMLImageElement;
    return [isImage ? picture.naturalWidth : picture.width, isImage ? picture.naturalHeight : picture.height];
  });
}
