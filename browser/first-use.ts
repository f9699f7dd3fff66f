/**
 * Listeners that are added when their element is first used: a page may hold thousands of fields that nobody touches.
 * Made from the events that reach the document before they reach the element, so the first one is not missed.
 */

/** What comes first when a field is used, by its user or by a script. */
const FIRST = ["focusin", "pointerdown", "keydown", "compositionstart", "beforeinput", "input"] as const;

const waiting = new WeakMap<EventTarget, (() => void)[]>();
let watching = false;

/** Calls `listen` before the element gets the first event of its use. It must be in the document by then. */
export function onFirstUse(element: HTMLElement, listen: () => void): void {
  watch();
  const others = waiting.get(element);
  if (others === undefined) waiting.set(element, [listen]);
  else others.push(listen);
}

function watch(): void {
  if (watching) return;
  watching = true;
  for (const type of FIRST) document.addEventListener(type, used, { capture: true, passive: true });
}

function used({ target }: Event): void {
  if (target === null) return;
  const tasks = waiting.get(target);
  if (tasks === undefined) return;
  waiting.delete(target);
  for (const task of tasks) task();
}
