/**
 * What the user is told of files that the server did not take.
 * A part of the page that comes when it is needed, which is hardly ever.
 */
import { UPLOAD_WORDS } from "../runtime/protocol/words/upload.js";
import { showNotice } from "./notices.js";
import { addWords, say } from "./strings.js";

addWords(UPLOAD_WORDS);

/** Why the server does not take an upload: the limit that it went past, and what that allows. */
export interface Refusal {
  readonly limit: unknown;
  readonly most: unknown;
}

export type NamedFile = Pick<File, "name" | "size">;

/** Tells the user of the page, but for what no user can help. */
export function tellRefused(refusal: Refusal, files: readonly NamedFile[]): void {
  const words = wordsFor(refusal, files);
  if (words !== null) showNotice(words);
}

function wordsFor({ limit, most }: Refusal, files: readonly NamedFile[]): string | null {
  if (typeof most !== "number") return null;
  const largest = files.toSorted((a, b) => b.size - a.size)[0]?.name ?? "";
  const name = files.length > 1 ? `${files[0]?.name} …` : largest;
  switch (limit) {
    case "uploadFileBytes":
      return say("fileTooLarge", { name: largest, size: sizeWords(most) });
    case "uploadBytes":
      return say("filesTooLarge", { size: sizeWords(most) });
    case "uploadFiles":
      return say("tooManyFiles", { count: most });
    case "uploads":
      return say("tooManyUploads", { name });
    case "uploadTime":
      return say("uploadTooSlow", { name });
    default:
      return null;
  }
}

const SIZES = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** A number of bytes as a reader wants it, never more than it is. */
function sizeWords(bytes: number): string {
  const step = Math.min(SIZES.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const value = Math.floor((bytes / 1000 ** step) * 10) / 10;
  const language = document.documentElement.lang || undefined;
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit: SIZES[step] ?? "byte",
    unitDisplay: "short",
  }).format(value);
}
