/**
 * DOM events in the form in which a page reports them: a mouse at rest at the corner of a widget, a key.
 */
const at = { x: 0, y: 0, viewport_x: 0, viewport_y: 0 };
const mouse = { pointer_id: 1, pointer_type: "mouse", pressure: 0, is_primary: true };

/** @param given - The key, as KeyboardEvent.key names it. */
export function domEvent(kind: "pointer" | "key", type: string, given: unknown): object {
  const event = { type, time_stamp: 0 };
  if (kind === "key") {
    const key = String(given);
    return { ...event, key, keycode: codeOf(key), repeat: false, modifiers: [] };
  }
  const isDown = type === "pointerdown";
  const button = { button_trigger: 1, button_mask: isDown ? 1 : 0, modifiers: [] };
  return { ...event, ...at, ...button, ...mouse };
}

/** What a drop, or a choice of files, says before the contents of the files follow. */
export function dropPayload(
  kind: "drop" | "files",
  files: readonly object[],
  transfer: number | undefined,
): object {
  const contents = { files, ...(transfer === undefined ? {} : { transfer_id: transfer }) };
  if (kind === "files") return contents;
  const where = { type: "drop", time_stamp: 0, ...at, button_trigger: 0, button_mask: 0, modifiers: [] };
  return { ...where, types: ["Files"], text: null, url: null, html: null, ...contents };
}

function codeOf(key: string): string {
  if (/^[a-z]$/i.test(key)) return `Key${key.toUpperCase()}`;
  if (/^[0-9]$/.test(key)) return `Digit${key}`;
  return key === " " ? "Space" : key;
}
