/**
 * Downloads of what the server sent: bytes, base64, or a data: URI of either form.
 * Handed to the browser as a link to a file that exists only here.
 */

/** Milliseconds that the browser has to begin to read it. */
const KEPT = 60_000;

/** Starts a download. Throws when the text is neither base64 nor a data: URI. */
export function download(name: string, data: string | Uint8Array, mimeType: string): void {
  const file =
    typeof data === "string" && /^data:/i.test(data)
      ? fileOf(data)
      : new Blob([bytesOf(data)], { type: mimeType });
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
}

function bytesOf(data: string | Uint8Array): Uint8Array<ArrayBuffer> {
  if (typeof data !== "string") return new Uint8Array(data);
  let characters: string;
  try {
    characters = atob(data);
  } catch {
    throw new Error("The data of a download must be base64 or a data: URI");
  }
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i);
  return bytes;
}

/** `data:[type][;base64],content` */
function fileOf(uri: string): Blob {
  const comma = uri.indexOf(",");
  if (comma < 0) throw new Error("A data: URI needs a comma before its content");
  const head = uri.slice("data:".length, comma);
  const content = uri.slice(comma + 1);
  const isBase64 = /;\s*base64\s*$/i.test(head);
  const type = head.replace(/;\s*base64\s*$/i, "") || "text/plain;charset=US-ASCII";
  return new Blob([isBase64 ? bytesOf(plain(content)) : percentDecoded(content)], { type });
}

function plain(content: string): string {
  return content.includes("%") ? decodeURIComponent(content) : content;
}

/** Percent signs stand for bytes, not for characters of any encoding. */
function percentDecoded(content: string): Uint8Array<ArrayBuffer> {
  const encoded = new TextEncoder().encode(content);
  const bytes = new Uint8Array(encoded.length);
  let length = 0;
  for (let i = 0; i < encoded.length; i++) {
    const hex =
      encoded[i] === 0x25 ? /^[0-9a-f]{2}/i.exec(String.fromCharCode(...encoded.slice(i + 1, i + 3))) : null;
    bytes[length++] = hex === null ? (encoded[i] as number) : Number.parseInt(hex[0], 16);
    if (hex !== null) i += 2;
  }
  return bytes.slice(0, length);
}
