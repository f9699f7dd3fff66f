/**
 * Text that can be read on a ground of the program's choice.
 * Made by painting one pixel, since a program may write a colour in any way that CSS knows.
 */

let painter: OffscreenCanvasRenderingContext2D | null = null;

/** Black or white, whichever stands out more on a colour; null when the ground shines through it. */
export function readableOn(color: string): "black" | "white" | null {
  painter ??= new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  if (painter === null) return null;
  painter.clearRect(0, 0, 1, 1);
  painter.fillStyle = color;
  painter.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = painter.getImageData(0, 0, 1, 1).data;
  if (alpha < 160) return null;
  const linear = (part: number) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  const luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  // Where both have the same contrast.
  return luminance > 0.179 ? "black" : "white";
}
