/**
 * Dragging with mouse, pen or finger: one pointer, captured, at most one step a frame.
 * Made from pointer events; the handle needs `touch-action: none` in its style sheet.
 */
import { onNextFrame } from "../frame-timing.js";

export interface Drag {
  /** The pointer is now this far from where it was pressed, in CSS pixels. */
  move(dx: number, dy: number): void;
  /** It is over. `cancelled`: by Escape or by the system, and the start should come back. */
  end(cancelled: boolean): void;
}

/** A press that moves less than this is a click. */
const THRESHOLD = 3;

/** Lets `handle` be dragged. `begin` is called once the pointer has really moved; null refuses. */
export function makeDraggable(handle: HTMLElement, begin: (press: PointerEvent) => Drag | null): void {
  handle.addEventListener("pointerdown", (press) => {
    if (press.button !== 0 || !press.isPrimary) return;
    if (press.target instanceof Element && press.target !== handle && press.target.closest("button")) return;
    let drag: Drag | null = null;
    let latest = press;
    let cancelFrame: (() => void) | null = null;

    const step = () => {
      cancelFrame = null;
      drag?.move(latest.clientX - press.clientX, latest.clientY - press.clientY);
    };
    const onMove = (event: PointerEvent) => {
      if (event.pointerId !== press.pointerId) return;
      latest = event;
      if (drag === null) {
        if (Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY) < THRESHOLD) return;
        drag = begin(press);
        if (drag === null) {
          finish();
          return;
        }
        handle.setPointerCapture(press.pointerId);
      }
      cancelFrame ??= onNextFrame(step);
    };
    const finish = () => {
      cancelFrame?.();
      handle.removeEventListener("pointermove", onMove);
      handle.removeEventListener("pointerup", onUp);
      handle.removeEventListener("pointercancel", onCancel);
      handle.removeEventListener("lostpointercapture", onCancel);
      document.removeEventListener("keydown", onKey, true);
    };
    const over = (cancelled: boolean) => {
      finish();
      const ended = drag;
      drag = null;
      if (ended === null) return;
      if (!cancelled) ended.move(latest.clientX - press.clientX, latest.clientY - press.clientY);
      ended.end(cancelled);
      if (handle.hasPointerCapture(press.pointerId)) handle.releasePointerCapture(press.pointerId);
    };
    const onUp = (event: PointerEvent) => {
      if (event.pointerId !== press.pointerId) return;
      latest = event;
      over(false);
    };
    const onCancel = (event: PointerEvent) => {
      if (event.pointerId === press.pointerId) over(true);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || drag === null) return;
      event.preventDefault();
      event.stopPropagation();
      over(true);
    };
    // Captured from the press on, so that a fast pointer cannot outrun the handle before the threshold.
    handle.setPointerCapture(press.pointerId);
    handle.addEventListener("pointermove", onMove);
    handle.addEventListener("pointerup", onUp);
    handle.addEventListener("pointercancel", onCancel);
    handle.addEventListener("lostpointercapture", onCancel);
    document.addEventListener("keydown", onKey, true);
  });
}
