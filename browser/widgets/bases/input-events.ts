/**
 * DOM events as the payloads that programs get.
 * Pure translations; positions count from the top left corner of the widget's element.
 */
import type {
  KeyEvent,
  Modifiers,
  PointerEvent as PointerPayload,
  ScrollEvent,
} from "../../../generated/browser/types.js";

/** Pixels that a line of a wheel is worth, where two units have to be added up. */
const LINE = 16;

export function modifiersOf(event: MouseEvent | KeyboardEvent): Modifiers {
  const held: Modifiers = [];
  if (event.altKey) held.push("alt");
  if (event.ctrlKey) held.push("ctrl");
  if (event.shiftKey) held.push("shift");
  if (event.metaKey) held.push("meta");
  return held;
}

/** `button` is the one that caused it: 1 left, 2 middle, 3 right, 4 back, 5 forward, 0 none. */
export function pointerPayload(event: MouseEvent, element: Element, button: number): PointerPayload {
  const box = element.getBoundingClientRect();
  const payload: PointerPayload = {
    type: event.type,
    time_stamp: event.timeStamp,
    x: event.clientX - box.left,
    y: event.clientY - box.top,
    viewport_x: event.clientX,
    viewport_y: event.clientY,
    button_trigger: button,
    // The browser counts the right button as 2 and the middle one as 4.
    button_mask: (event.buttons & 1) | ((event.buttons & 4) >> 1) | ((event.buttons & 2) << 1),
    modifiers: modifiersOf(event),
  };
  if (event instanceof PointerEvent) {
    payload.pointer_id = event.pointerId;
    payload.pointer_type = event.pointerType as "mouse" | "pen" | "touch" | "";
    payload.pressure = event.pressure;
    payload.is_primary = event.isPrimary;
  }
  return payload;
}

/** `before`: a turn that has not been told yet; the deltas are added up. */
export function scrollPayload(event: WheelEvent, element: Element, before: ScrollEvent | null): ScrollEvent {
  const own = {
    delta_x: event.deltaX,
    delta_y: event.deltaY,
    delta_z: event.deltaZ,
    delta_mode: event.deltaMode as 0 | 1 | 2,
  };
  return { ...pointerPayload(event, element, 0), ...(before === null ? own : sum(before, own)) };
}

type Turn = Pick<ScrollEvent, "delta_x" | "delta_y" | "delta_z" | "delta_mode">;

function sum(one: Turn, other: Turn): Turn {
  const [a, b] = one.delta_mode === other.delta_mode ? [one, other] : [inPixels(one), inPixels(other)];
  return {
    delta_x: a.delta_x + b.delta_x,
    delta_y: a.delta_y + b.delta_y,
    delta_z: a.delta_z + b.delta_z,
    delta_mode: a.delta_mode,
  };
}

function inPixels({ delta_x, delta_y, delta_z, delta_mode }: Turn): Turn {
  const unit = delta_mode === 0 ? 1 : delta_mode === 1 ? LINE : window.innerHeight;
  return { delta_x: delta_x * unit, delta_y: delta_y * unit, delta_z: delta_z * unit, delta_mode: 0 };
}

export function keyPayload(event: KeyboardEvent): KeyEvent {
  return {
    type: event.type,
    time_stamp: event.timeStamp,
    key: event.key,
    keycode: event.code,
    repeat: event.repeat,
    modifiers: modifiersOf(event),
  };
}
