/**
 * When to do things: on the next frame, after letting the browser breathe or paint, or when it has nothing else to do.
 * Made from animation frames, timers, the task queue and idle time.
 */

/** A hidden page gets no animation frames; what waits for one is then done after this many milliseconds. */
const WITHOUT_FRAMES = 120;

/** Runs `task` once, on the next animation frame, or soon in a page that gets none. The result cancels it. */
export function onNextFrame(task: () => void): () => void {
  const cancel = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
  const run = () => {
    cancel();
    task();
  };
  const frame = requestAnimationFrame(run);
  const timer = setTimeout(run, WITHOUT_FRAMES);
  return cancel;
}

/** Runs `task` at most once a frame, however often the result is called. */
export function oncePerFrame(task: () => void): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    onNextFrame(() => {
      waiting = false;
      task();
    });
  };
}

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

/** Runs `task` after pending input and painting have had their turn; keeps the order of its calls. */
export function afterBreath(task: () => void): void {
  waiting.push(task);
  channel.port2.postMessage(null);
}

/** Runs `task` once the next frame has been painted, or soon in a page that paints none. */
export function afterPaint(task: () => void): void {
  onNextFrame(() => afterBreath(task));
}

/** Runs `task` once the page has nothing else to do; where a browser does not tell, at the next chance. */
export function whenIdle(task: () => void): void {
  // Safari has it behind a switch.
  if ("requestIdleCallback" in window) requestIdleCallback(() => task());
  else afterBreath(task);
}
