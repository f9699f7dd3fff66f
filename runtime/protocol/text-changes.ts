/**
 * Changes of a text as plain lists, and what becomes of one when another was made to the same text.
 * Pure functions without imports, the same for a server and for its browsers.
 */

/** What a stretch is replaced with: a text, or only its length where the text itself does not matter. */
export type Insert = string | number;

/** First offset, offset behind the last, and what stands there afterwards. */
export type Replacement<I extends Insert = string> = readonly [start: number, end: number, insert: I];

/**
 * One change: stretches from the first to the last, none beginning before the one in front of it has ended.
 * All offsets count UTF-16 units of the text before the change.
 *
 * It means: the units of all stretches go, and each insert comes into the gap in front of the first unit of
 * its stretch; inserts into the same gap stand there in the order of the list.
 */
export type Change<I extends Insert = string> = readonly Replacement<I>[];

export function sizeOf(insert: Insert): number {
  return typeof insert === "number" ? insert : insert.length;
}

/** Whether a list is a change of a text of this length. */
export function fits(change: Change<Insert>, length: number): boolean {
  let from = 0;
  for (const [start, end] of change) {
    if (start < from || end < start || end > length) return false;
    from = end;
  }
  return true;
}

/** By how much a change makes a text longer. */
export function growth(change: Change<Insert>): number {
  let sum = 0;
  for (const [start, end, insert] of change) sum += sizeOf(insert) - (end - start);
  return sum;
}

/** The change without its texts. */
export function shapeOf(change: Change<Insert>): Change<number> {
  return change.map(([start, end, insert]) => [start, end, sizeOf(insert)]);
}

/** The text after a change. */
export function applied(text: string, change: Change): string {
  const parts: string[] = [];
  let from = 0;
  for (const [start, end, insert] of change) {
    parts.push(text.slice(from, start), insert);
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join("");
}

/** The change that takes a change back; `removed` holds the texts that its stretches had before. */
export function inverse(change: Change, removed: readonly string[]): Change {
  let shift = 0;
  return change.map(([start, end, insert], i) => {
    const at = start + shift;
    shift += insert.length - (end - start);
    return [at, at + insert.length, removed[i] ?? ""];
  });
}

/**
 * Where a caret is after a change. Text that comes exactly to it stands behind it; inside a stretch that goes,
 * it ends up at the start of the stretch, in front of its insert.
 * @param behind - It ends up behind such text instead.
 */
export function mapped(caret: number, change: Change<Insert>, behind = false): number {
  let shift = 0;
  for (const [start, end, insert] of change) {
    if (start > caret || (start === caret && !behind)) break;
    if (end > caret) return start + shift + (behind ? sizeOf(insert) : 0);
    shift += sizeOf(insert) - (end - start);
  }
  return caret + shift;
}

/**
 * What `change` has to be once `over`, made to the same text, has happened already.
 *
 * - A unit that both delete is deleted once.
 * - An insert is never lost: where `over` deleted the units around it, it stands where they were.
 * - Inserts of both into the same gap: that of `change` stands in front if `inFront`, else behind.
 *
 * With opposite `inFront` on the two sides, `change` and then `over` transformed gives the same text as
 * `over` and then `change` transformed.
 */
export function transformed<I extends Insert>(
  change: Change<I>,
  over: Change<Insert>,
  inFront: boolean,
): Change<I> {
  if (over.length === 0 || change.length === 0) return change;
  const result: Replacement<I>[] = [];
  /** over[next] is the first stretch that is not wholly in front of the present one of `change`. */
  let next = 0;
  let shift = 0;
  for (const [start, end, insert] of change) {
    for (; next < over.length; next++) {
      const [from, to, other] = over[next] as Replacement<Insert>;
      if (from >= start || to > start) break;
      shift += sizeOf(other) - (to - from);
    }
    put(start, end, insert);
  }
  return result;

  function put(start: number, end: number, insert: I): void {
    const none = (typeof insert === "number" ? 0 : "") as I;
    let pending = insert;
    let unit = start;
    let by = shift;
    let k = next;
    /** A stretch of the result; nothing comes of one without units and without text. */
    const emit = (from: number, to: number) => {
      if (from === to && sizeOf(pending) === 0) return;
      result.push([from, to, pending]);
      pending = none;
    };

    const reaching = over[k];
    if (reaching !== undefined && reaching[0] < start) {
      by += sizeOf(reaching[2]) - (reaching[1] - reaching[0]);
      unit = Math.min(end, reaching[1]);
      if (unit === end) {
        // Its place is behind the insert of the stretch that reaches over it.
        emit(reaching[1] + by, reaching[1] + by);
        return;
      }
      k++;
    } else if (inFront && reaching?.[0] === start) emit(start + by, start + by);
    for (; k < over.length; k++) {
      const [from, to, other] = over[k] as Replacement<Insert>;
      if (from > end || (from === end && from > start)) break;
      if (from > unit) {
        emit(unit + by, from + by);
        unit = from;
      } else if (from > start) {
        // Nothing is left to delete up to here, but what is inserted at the start comes before this insert.
        emit(unit + by, unit + by);
      }
      by += sizeOf(other) - (to - from);
      if (to > unit) {
        // The units up to `to` are gone already; the place of what is still to come is behind them.
        unit = Math.min(end, to);
        if (to >= end) {
          emit(to + by, to + by);
          return;
        }
      }
    }
    emit(unit + by, end + by);
  }
}
