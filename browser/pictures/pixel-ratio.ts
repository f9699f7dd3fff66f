/**
 * Tells when the page has moved to a screen with other pixels, or was zoomed.
 * Made from one media query for the whole page, asked anew after each change.
 */

const listeners = new Set<() => void>();
let stop: (() => void) | null = null;

/** Calls `listener` after each change. The result ends it. */
export function onPixelRatio(listener: () => void): () => void {
  listeners.add(listener);
  stop ??= watch();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stop?.();
    stop = null;
  };
}

function watch(): () => void {
  const query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
  const changed = () => {
    stop = watch();
    for (const listener of [...listeners]) listener();
  };
  query.addEventListener("change", changed, { once: true });
  return () => query.removeEventListener("change", changed);
}
