import fc from "fast-check";
import { expect, it } from "vitest";
import type { TextSource } from "../../../generated/sync/TextSource.js";
import { Random } from "../../support/random.js";
import { stage } from "../../support/session.js";
import { SlowBrowser } from "../../support/text-browser.js";

const kinds = {
  type: 10,
  erase: 4,
  move: 3,
  wholesale: 1,
  undo: 2,
  take: 10,
  give: 8,
  insert: 4,
  delete: 3,
  tag: 3,
  untag: 2,
  icon: 2,
  define: 1,
  replace: 1,
  back: 1,
  load: 1,
  lock: 1,
  reconnect: 1,
  rebuild: 1,
} as const;
type Kind = keyof typeof kinds;

interface Step {
  readonly kind: Kind;
  readonly seed: number;
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    kind: fc.oneof(
      ...Object.entries(kinds).map(([kind, weight]) => ({ arbitrary: fc.constant(kind as Kind), weight })),
    ),
    seed: fc.nat(),
  }),
  { minLength: 10, maxLength: 120, size: "max" },
);

const names = ["red", "blue"];

function run(list: readonly Step[]): void {
  const { W, session, turn, host } = stage();
  const source = W.TextSource("one\ntwo\nthree");
  for (const name of names) source.createTag(name, {});
  const refs = Array.from({ length: 4 }, (_, i) => source.createRef(i * 3, i % 2 === 0 ? "left" : "right"));
  turn();
  const browsers = [0, 1, 2].map(() => new SlowBrowser(session, source.wid));
  for (const each of browsers) each.take();

  for (const { kind, seed } of list) {
    const random = new Random(seed);
    const index = random.below(browsers.length);
    const browser = browsers[index] as SlowBrowser;
    if (!byUser(kind, browser, random) && !byLine(kind, index, random)) byProgram(kind, source, random);
    turn();
  }
  source.setEditable(true);
  for (let round = 0; round < 200; round++) {
    for (const each of browsers) {
      each.give();
      turn();
      each.take();
    }
    if (browsers.every((each) => each.down.length + each.up.length === 0)) break;
  }

  const fresh = new SlowBrowser(session, source.wid);
  fresh.take();
  for (const each of [...browsers, fresh]) {
    expect(each.page?.isQuiet).toBe(true);
    expect(each.page?.text).toBe(source.getText());
    expect(each.page?.version).toBe(fresh.page?.version);
    expect(each.page?.snapshot()).toEqual(fresh.page?.snapshot());
    expect(each.page?.shownIntervals).toEqual(each.page?.intervals);
    expect(each.errors).toEqual([]);
  }
  expect(host.log.filter((line) => line.level === "error" || line.level === "warn")).toEqual([]);

  function byUser(kind: Kind, { page }: SlowBrowser, random: Random): boolean {
    if (page === null) return ["type", "erase", "move", "wholesale", "undo"].includes(kind);
    const { text } = page;
    const at = random.below(text.length + 1);
    switch (kind) {
      case "type":
        if (random.chance(0.3)) page.move(at);
        page.type(random.pick(["a", "b", "c", "\n", "word"]));
        return true;
      case "erase":
        page.edit([[at, Math.min(text.length, at + random.below(4)), random.pick(["", "", "x"])]]);
        return true;
      case "move":
        page.move(at, random.below(text.length + 1));
        return true;
      case "wholesale": {
        // Every e at once, as an editor with many carets does.
        const found = [...text.matchAll(/e/g)].map(({ index }) => [index, index + 1, "E!"] as const);
        page.edit(found);
        return true;
      }
      case "undo":
        if (random.chance(0.5)) page.undo();
        else page.redo();
        return true;
      default:
        return false;
    }
  }

  function byLine(kind: Kind, index: number, random: Random): boolean {
    const browser = browsers[index] as SlowBrowser;
    if (kind === "take") browser.take(1 + random.below(4));
    else if (kind === "give") browser.give(1 + random.below(3));
    else if (kind === "rebuild") session.reconstruct();
    else if (kind === "reconnect") {
      browser.close();
      browsers[index] = new SlowBrowser(session, source.wid, random.chance(0.7) ? browser.page : null);
    } else return false;
    return true;
  }

  function byProgram(kind: Kind, target: TextSource, random: Random): void {
    const place = () => target.createRef(random.below(target.getLength() + 1));
    switch (kind) {
      case "insert":
        target.insertText(
          place(),
          random.pick(["P", "\n", "prog"]),
          random.chance(0.3) ? [random.pick(names)] : null,
        );
        break;
      case "delete": {
        const start = random.below(target.getLength() + 1);
        target.deleteRange(target.createRef(start), target.createRef(start + random.below(6)));
        break;
      }
      case "tag":
        target.applyTag(random.pick(names), place(), place());
        break;
      case "untag":
        target.removeTag(random.pick(names), place(), place());
        break;
      case "icon": {
        const ref = random.pick(refs);
        if (random.chance(0.3)) ref.setOffset(random.below(target.getLength() + 1));
        else target.setIcon(ref, random.chance(0.7) ? `https://x/${random.below(3)}.png` : null);
        break;
      }
      case "define":
        if (random.chance(0.3)) target.removeTagDef(random.pick(names));
        for (const name of names) target.createTag(name, { bold: random.chance(0.5) });
        break;
      case "replace":
        target.replace("o", random.pick(["0", "oo", ""]), { all: true });
        break;
      case "back":
        if (random.chance(0.5)) target.undo();
        else target.redo();
        break;
      case "load":
        if (random.chance(0.5)) target.setText("another\ntext\nhere");
        for (const [i, ref] of refs.entries()) if (!ref.isValid()) refs[i] = target.createRef(i);
        break;
      case "lock":
        target.setEditable(random.chance(0.5));
        break;
      default:
        throw new Error(kind);
    }
  }
}

const seeds = Number(process.env.SEEDS ?? 200);
const seed = process.env.SEED === undefined ? {} : { seed: Number(process.env.SEED) };

it(`server and slow browsers end with the same text, tags and icons (${seeds} random meetings)`, {
  timeout: 600_000,
}, () => {
  fc.assert(fc.property(steps, run), { numRuns: seeds, ...seed });
});
