/**
 * The last chance of a page to say something: it is left, or no longer seen, after which a phone may end it unasked.
 */

/** Runs `task` each time, until `signal` is aborted. */
export function whenLeft(task: () => void, signal?: AbortSignal): void {
  const options = signal === undefined ? {} : { signal };
  window.addEventListener("pagehide", task, options);
  document.addEventListener(
    "visibilitychange",
    () => {
      if (document.visibilityState === "hidden") task();
    },
    options,
  );
}
