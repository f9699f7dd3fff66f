/**
 * Waiting until nothing goes on: turns of the event loop, until one after another brought nothing new.
 */

// Taken before a test replaces them by a clock of its own.
const { setImmediate, setTimeout } = globalThis;
const now = () => performance.now();

/** Turns that must bring nothing: what is said at the end of one is heard in the next. */
const CALM = 2;
/** Turns after which there is a pause between two of them. */
const EAGER = 20;

/**
 * Resolves when nothing is busy and the count stands still; false when that takes longer than the patience.
 * @param patience - In milliseconds
 */
export async function quiet(isBusy: () => boolean, count: () => number, patience: number): Promise<boolean> {
  const end = now() + patience;
  let before = count();
  let calm = 0;
  for (let turns = 0; calm < CALM; turns++) {
    await new Promise<void>((resolve) => {
      if (turns < EAGER) setImmediate(resolve);
      else setTimeout(resolve, 1);
    });
    const moved = count() !== before || isBusy();
    before = count();
    calm = moved ? 0 : calm + 1;
    if (moved && now() > end) return false;
  }
  return true;
}
