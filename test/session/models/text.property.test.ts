import fc from "fast-check";
import { expect, it } from "vitest";
import type { TextBufferRef } from "../../../generated/sync/TextBufferRef.js";
import { applied, type Change } from "../../../runtime/protocol/text-changes.js";
import type { Gravity } from "../../../runtime/session/models/text/places.js";
import { cut, type Interval, intervalsAfter, placeAfter } from "../../../runtime/testing/models/text.js";
import { Random } from "../../support/random.js";
import { stage } from "../../support/session.js";
import { lineEnd, lineStart } from "../../support/text-plain.js";

const names = ["a", "b", "c"];
const weights = {
  insert: 8,
  delete: 6,
  replace: 3,
  undo: 4,
  redo: 3,
  tag: 6,
  untag: 5,
  forget: 1,
  ref: 5,
  moveRef: 4,
  removeRef: 2,
  caret: 3,
  select: 3,
  load: 1,
  clean: 1,
  turn: 4,
} as const;
type Kind = keyof typeof weights;
const steps = fc.array(
  fc.record({
    kind: fc.oneof(
      ...Object.entries(weights).map(([kind, weight]) => ({ arbitrary: fc.constant(kind as Kind), weight })),
    ),
    seed: fc.nat(),
  }),
  { minLength: 5, maxLength: 80, size: "max" },
);

interface PlainRef {
  readonly ref: TextBufferRef;
  readonly gravity: Gravity;
  offset: number;
  valid: boolean;
}
interface PlainStep {
  readonly start: number;
  readonly old: string;
  readonly fresh: string;
  readonly before: readonly [number, number];
  readonly after: readonly [number, number];
}

/** The model in plain code: one string, lists that are walked from end to end. */
class Plain {
  text = "first line\nsecond\n\nlast";
  intervals: Interval[] = [];
  refs: PlainRef[] = [];
  defined = new Set(names);
  undo: PlainStep[] = [];
  redo: PlainStep[] = [];
  caret: readonly [number, number] = [0, 0];
  modified = false;
  changes = 0;

  edit(start: number, end: number, fresh: string, tags: readonly string[] = [], record = true): void {
    const old = this.text.slice(start, end);
    if (old === fresh) return;
    const change: Change = [[start, end, fresh]];
    this.text = applied(this.text, change);
    this.intervals = intervalsAfter(this.intervals, change);
    for (const name of tags) this.intervals.push({ name, start, end: start + fresh.length });
    for (const each of this.refs) if (each.valid) each.offset = placeAfter(each.offset, change, each.gravity);
    const after = [start + fresh.length, start + fresh.length] as const;
    if (record) {
      this.undo.push({ start, old, fresh, before: this.caret, after });
      this.redo = [];
    }
    this.caret = after;
    this.modified = true;
    this.changes++;
  }

  back(): boolean {
    const step = this.undo.pop();
    if (step === undefined) return false;
    this.edit(step.start, step.start + step.fresh.length, step.old, [], false);
    this.caret = step.before;
    this.redo.push(step);
    return true;
  }

  forth(): boolean {
    const step = this.redo.pop();
    if (step === undefined) return false;
    this.edit(step.start, step.start + step.old.length, step.fresh, [], false);
    this.caret = step.after;
    this.undo.push(step);
    return true;
  }

  load(text: string): void {
    this.text = text;
    this.intervals = [];
    for (const each of this.refs) if (each.valid) Object.assign(each, { offset: 0, valid: false });
    this.undo = [];
    this.redo = [];
    this.caret = [0, 0];
    this.modified = false;
  }

  touching(start: number, end: number): string[] {
    const found = this.intervals.filter((each) => each.end > start && each.start < end);
    return [...new Set(found.map(({ name }) => name))];
  }

  runs(name: string): number[][] {
    const runs: number[][] = [];
    for (let at = 0; at < this.text.length; at++) {
      const on = this.intervals.some((each) => each.name === name && each.start <= at && at < each.end);
      const last = runs.at(-1);
      if (on && last?.[1] === at) last[1] = at + 1;
      else if (on) runs.push([at, at + 1]);
    }
    return runs;
  }
}

function run(list: readonly { kind: Kind; seed: number }[]): void {
  const { W, open, turn } = stage();
  const plain = new Plain();
  const source = W.TextSource(plain.text);
  for (const name of names) source.createTag(name, { bold: true });
  let fired = 0;
  source.on("changed", () => fired++);
  turn();
  const features = ["input", "tracking", "text"];
  const live = open(features);
  const legacy = open(["input"]);

  for (const { kind, seed } of list) {
    const random = new Random(seed);
    const somewhere = () => random.below(plain.text.length + 1);
    const ref = (at: number) => source.createRef(at);
    const range = () => {
      const [a, b] = [somewhere(), random.chance(0.5) ? somewhere() : -1];
      return b === -1 ? ([a, Math.min(plain.text.length, a + random.below(5))] as const) : ([a, b] as const);
    };
    const ordered = ([a, b]: readonly [number, number]) => (a < b ? ([a, b] as const) : ([b, a] as const));
    switch (kind) {
      case "insert": {
        const at = somewhere();
        const text = random.pick(["x", "yy", "\n", "", "🎉", "one\ntwo"]);
        const tags = random.chance(0.3) ? [random.pick(names), random.pick(names)] : [];
        source.insertText(ref(at), text, tags.length > 0 ? tags : null);
        plain.edit(at, at, text, [...new Set(tags)]);
        break;
      }
      case "delete": {
        const [a, b] = range();
        source.deleteRange(ref(a), ref(b));
        plain.edit(...ordered([a, b]), "");
        break;
      }
      case "replace": {
        const [query, by, all] = [
          random.pick(["e", "x", "\n", "li"]),
          random.pick(["", "e", "E", "long"]),
          random.chance(0.5),
        ];
        const from = somewhere();
        const found: number[] = [];
        for (
          let at = plain.text.indexOf(query, from);
          at !== -1;
          at = plain.text.indexOf(query, at + query.length)
        ) {
          found.push(at);
          if (!all) break;
        }
        expect(source.replace(query, by, { all, start: ref(from) })).toBe(found.length);
        for (const at of found.toReversed()) plain.edit(at, at + query.length, by);
        break;
      }
      case "undo":
        expect(source.undo()).toBe(plain.back());
        break;
      case "redo":
        expect(source.redo()).toBe(plain.forth());
        break;
      case "tag": {
        const name = random.pick(names);
        const [a, b] = range();
        if (!plain.defined.has(name)) {
          expect(() => source.applyTag(name, ref(a), ref(b))).toThrow("there is no tag");
          source.createTag(name);
          plain.defined.add(name);
        }
        source.applyTag(name, ref(a), ref(b));
        const [start, end] = ordered([a, b]);
        if (start < end) plain.intervals.push({ name, start, end });
        break;
      }
      case "untag": {
        const name = random.pick(names);
        const [a, b] = range();
        source.removeTag(name, ref(a), ref(b));
        const [start, end] = ordered([a, b]);
        if (start < end) plain.intervals = cut(plain.intervals, name, start, end);
        break;
      }
      case "forget": {
        const name = random.pick(names);
        source.removeTagDef(name);
        plain.defined.delete(name);
        plain.intervals = plain.intervals.filter((each) => each.name !== name);
        break;
      }
      case "ref": {
        const [offset, gravity] = [somewhere(), random.pick<Gravity>(["left", "right"])];
        plain.refs.push({ ref: source.createRef(offset, gravity), gravity, offset, valid: true });
        break;
      }
      case "moveRef": {
        const living = plain.refs.filter((each) => each.valid);
        if (living.length === 0) break;
        const one = random.pick(living);
        const line = plain.text.slice(0, one.offset).split("\n").length - 1;
        const moves: [keyof TextBufferRef, number][] = [
          ["toLineStart", lineStart(plain.text, line)],
          ["toLineEnd", lineEnd(plain.text, one.offset)],
          ["toNextChar", Math.min(plain.text.length, one.offset + 1)],
          ["toPrevChar", Math.max(0, one.offset - 1)],
          ["toPrevLine", line === 0 ? one.offset : lineStart(plain.text, line - 1)],
          [
            "toNextLine",
            lineEnd(plain.text, one.offset) === plain.text.length
              ? one.offset
              : lineStart(plain.text, line + 1),
          ],
        ];
        const [method, target] = random.pick(moves);
        (one.ref[method] as () => void)();
        one.offset = target;
        break;
      }
      case "removeRef": {
        if (plain.refs.length === 0) break;
        const one = random.pick(plain.refs);
        source.removeRef(one.ref);
        one.valid = false;
        break;
      }
      case "caret": {
        const at = somewhere();
        source.setTextCursor(ref(at));
        plain.caret = [at, at];
        break;
      }
      case "select": {
        plain.caret = [somewhere(), somewhere()];
        source.setSelectionRange(ref(plain.caret[0]), ref(plain.caret[1]));
        break;
      }
      case "load":
        source.setText("other\ntext");
        plain.load("other\ntext");
        break;
      case "clean":
        source.markClean();
        plain.modified = false;
        break;
      case "turn":
        turn();
        break;
    }

    expect(source.getText()).toBe(plain.text);
    expect([source.getModified(), source.canUndo(), source.canRedo(), fired]).toEqual([
      plain.modified,
      plain.undo.length > 0,
      plain.redo.length > 0,
      plain.changes,
    ]);
    const selected = source.getSelectionRange()?.map((each) => each.getOffset()) ?? null;
    expect([source.getTextCursor().getOffset(), selected]).toEqual([
      plain.caret[1],
      plain.caret[0] === plain.caret[1] ? null : ordered(plain.caret),
    ]);
    expect(plain.refs.map(({ ref }) => [ref.getOffset(), ref.isValid()])).toEqual(
      plain.refs.map(({ offset, valid }) => [offset, valid]),
    );
    const [a, b] = ordered(range());
    expect(source.getTagsRange(ref(a), ref(b))).toEqual(plain.touching(a, b));
    expect(source.getTagsAt(ref(a))).toEqual(plain.touching(a, a + 1));
    for (const name of names) {
      const runs = plain.runs(name);
      expect(source.getTagRegions(name).map((pair) => pair.map((each) => each.getOffset()))).toEqual(runs);
      expect(source.hasTag(name)).toBe(runs.length > 0);
      expect(source.getTagRegion(name)?.map((each) => each.getOffset()) ?? null).toEqual(
        runs.length === 0 ? null : [runs[0]?.[0], runs.at(-1)?.[1]],
      );
    }
  }

  turn();
  const shown = open(features).snapshot();
  expect(live.snapshot()).toEqual(shown);
  expect(legacy.snapshot()).toEqual(open(["input"]).snapshot());
  expect(shown[0]?.models).toMatchObject({ text: { text: plain.text, intervals: plain.intervals } });
}

const seeds = Number(process.env.SEEDS ?? 150);
const seed = process.env.SEED === undefined ? {} : { seed: Number(process.env.SEED) };

it(`a text is what plain code makes of it (${seeds} random programs)`, { timeout: 600_000 }, () => {
  fc.assert(fc.property(steps, run), { numRuns: seeds, ...seed });
});
