/**
 * A box in which a marker is moved: by pointer, also outside while it is pressed, and by keys.
 * Made for the plane and the strip of the colour chooser; the element needs `touch-action: none`.
 */

export interface SlideAreaListener {
  /** The marker was moved to a place, as shares of width and height. */
  moved(x: number, y: number): void;
  /** Keys move it by so many steps; `end` goes to an end of the range: -1 or 1. */
  stepped(dx: number, dy: number, end: -1 | 0 | 1): void;
  /** The pointer has let go. */
  released(): void;
}

/** Steps of a key with Shift, and of PageUp and PageDown. */
const LARGE = 10;

const share = (value: number) => Math.max(0, Math.min(1, value));

export function slideArea(name: string, label: string, listener: SlideAreaListener): HTMLElement {
  const element = document.createElement("div");
  element.className = `pgw-color-${name}`;
  element.tabIndex = 0;
  element.setAttribute("role", "slider");
  element.setAttribute("aria-label", label);
  const marker = document.createElement("div");
  marker.className = "pgw-color-marker";
  element.append(marker);
  let pointer: number | null = null;
  let box = new DOMRect();
  const isUsable = () => element.getAttribute("aria-disabled") !== "true";

  const move = (event: PointerEvent) =>
    listener.moved(
      share((event.clientX - box.left) / box.width),
      share((event.clientY - box.top) / box.height),
    );
  const release = (event: PointerEvent) => {
    if (event.pointerId !== pointer) return;
    pointer = null;
    listener.released();
  };
  element.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !event.isPrimary || !isUsable()) return;
    pointer = event.pointerId;
    element.setPointerCapture(pointer);
    box = element.getBoundingClientRect();
    element.focus({ preventScroll: true });
    move(event);
  });
  element.addEventListener("mousedown", (event) => event.preventDefault());
  element.addEventListener("pointermove", (event) => {
    if (event.pointerId === pointer && isUsable()) move(event);
  });
  for (const type of ["pointerup", "pointercancel", "lostpointercapture"] as const) {
    element.addEventListener(type, release);
  }
  element.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || pointer !== null || !isUsable()) return;
    const by = event.shiftKey ? LARGE : 1;
    switch (event.key) {
      case "ArrowLeft":
        listener.stepped(-by, 0, 0);
        break;
      case "ArrowRight":
        listener.stepped(by, 0, 0);
        break;
      case "ArrowUp":
        listener.stepped(0, -by, 0);
        break;
      case "ArrowDown":
        listener.stepped(0, by, 0);
        break;
      case "PageUp":
        listener.stepped(0, -LARGE, 0);
        break;
      case "PageDown":
        listener.stepped(0, LARGE, 0);
        break;
      case "Home":
        listener.stepped(0, 0, -1);
        break;
      case "End":
        listener.stepped(0, 0, 1);
        break;
      default:
        return;
    }
    event.preventDefault();
  });
  return element;
}
