/**
 * Pictures of every kind, loaded: from an address, from the contents of a file, from pixels.
 * Made as an element's address, or as something to draw.
 */
import { imageData, isPixels } from "./pixels.js";

export type PictureSource =
  | { readonly kind: "address"; readonly address: string }
  | { readonly kind: "file"; readonly file: Blob }
  | { readonly kind: "pixels"; readonly pixels: ImageData };

/** An address that an element can show, loaded already. */
export interface LoadedAddress {
  readonly address: string;
  /** Frees it; nothing may show it any more. */
  release(): void;
}

/** Something to draw. */
export interface Drawable {
  readonly image: CanvasImageSource;
  readonly width: number;
  readonly height: number;
  /** Frees it. */
  release(): void;
}

/** @param format - Of a file: the part of its MIME type after `image/`. */
export function sourceOf(data: unknown, format: string): PictureSource {
  if (isPixels(data)) return { kind: "pixels", pixels: imageData(data) };
  if (!ArrayBuffer.isView(data)) throw new Error("A picture is made of bytes");
  return { kind: "file", file: new Blob([data as Uint8Array<ArrayBuffer>], { type: `image/${format}` }) };
}

/** Throws when the picture cannot be loaded. */
export async function loadAddress(source: PictureSource): Promise<LoadedAddress> {
  if (source.kind === "address") {
    await loadElement(source.address);
    return { address: source.address, release: () => {} };
  }
  const address = URL.createObjectURL(source.kind === "file" ? source.file : await encoded(source.pixels));
  const release = () => URL.revokeObjectURL(address);
  try {
    await loadElement(address);
  } catch (error) {
    release();
    throw error;
  }
  return { address, release };
}

/** Throws when the picture cannot be loaded. */
export async function loadDrawable(source: PictureSource): Promise<Drawable> {
  if (source.kind === "pixels") return drawableOf(await createImageBitmap(source.pixels));
  // Drawings of lines have no pixels before an element gives them a size.
  if (source.kind === "file" && !source.file.type.startsWith("image/svg")) {
    return drawableOf(await createImageBitmap(source.file).catch(() => notAPicture()));
  }
  const { address, release } =
    source.kind === "file" ? await loadAddress(source) : { address: source.address, release: () => {} };
  const image = await loadElement(address);
  return { image, width: image.naturalWidth, height: image.naturalHeight, release };
}

function drawableOf(image: ImageBitmap): Drawable {
  return { image, width: image.width, height: image.height, release: () => image.close() };
}

/** Loaded, so that another element of the page shows it without a pause. */
function loadElement(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => {
      if (address.startsWith("blob:")) reject(new Error(NOT_A_PICTURE));
      else reject(new Error(`The picture ${shortened(address)} cannot be loaded`));
    };
    image.src = address;
  });
}

const NOT_A_PICTURE = "The bytes are no picture that this browser can show";

function notAPicture(): never {
  throw new Error(NOT_A_PICTURE);
}

async function encoded(pixels: ImageData): Promise<Blob> {
  const canvas = document.createElement("canvas");
  canvas.width = pixels.width;
  canvas.height = pixels.height;
  canvas.getContext("2d")?.putImageData(pixels, 0, 0);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  return blob ?? notAPicture();
}

function shortened(address: string): string {
  return address.length > 100 ? `${address.slice(0, 80)}...` : address;
}
