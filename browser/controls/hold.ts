/**
 * A button that goes on acting while it is held, like the arrows of a spin box.
 * Made from pointer events; the button needs `touch-action: none` in its style sheet.
 */

/** Milliseconds before the first repetition, and between repetitions. */
const WAIT = 400;
const EVERY = 60;

/** Calls `act` at once and then again and again while the pointer is down on the button. The result stops it. */
export function actWhileHeld(button: HTMLButtonElement, act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let inside = true;
  const repeat = () => {
    if (button.disabled || !button.isConnected) return stop();
    if (inside) act();
    timer = setTimeout(repeat, EVERY);
  };
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  button.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !event.isPrimary || button.disabled) return;
    // Pointer capture, so that letting go is noticed wherever that happens.
    button.setPointerCapture(event.pointerId);
    inside = true;
    stop();
    act();
    timer = setTimeout(repeat, WAIT);
  });
  button.addEventListener("pointermove", (event) => {
    if (timer === undefined) return;
    const box = button.getBoundingClientRect();
    inside =
      event.clientX >= box.left &&
      event.clientX < box.right &&
      event.clientY >= box.top &&
      event.clientY < box.bottom;
  });
  for (const type of ["pointerup", "pointercancel", "lostpointercapture"] as const) {
    button.addEventListener(type, stop);
  }
  // A press of assistive technology has no pointer, and no count of clicks.
  button.addEventListener("click", (event) => {
    if (event.detail === 0) act();
  });
  button.addEventListener("contextmenu", (event) => event.preventDefault());
  return stop;
}
