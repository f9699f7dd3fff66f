/**
 * The page's side of a shared text against the real server, without a browser: random meetings over slow lines.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Icon, TagInterval } from "../../browser/text/marks.js";
import { type Caret, type ServerLine, SharedText, type UserEdit } from "../../browser/text/shared-text.js";
import type { Session } from "../../generated/sync/session.js";
import { applied, type Change, mapped } from "../../runtime/protocol/text-changes.js";
import type { Connection } from "../../runtime/session/connection.js";
import type { Peer } from "../../runtime/session/peer.js";
import { Random } from "../support/random.js";
import { stage } from "../support/session.js";

interface Message {
  readonly type: string;
  readonly wid?: number;
  readonly method?: string;
  readonly args?: readonly unknown[];
}

/** What an editor does with `SharedText`, on a plain string. */
class PlainEditor implements ServerLine {
  isClosed = true;
  readonly shared = new SharedText(this);
  text: string;
  caret: Caret = { anchor: 0, focus: 0 };
  readonly #send: (action: string, ...args: unknown[]) => void;

  constructor(text: string, send: (action: string, ...args: unknown[]) => void) {
    this.text = text;
    this.#send = send;
  }

  edited(version: number, edits: readonly UserEdit[], editor: string, rejoined?: boolean): boolean {
    this.#send("text-edited", version, edits, editor, ...(rejoined ? [true] : []));
    return true;
  }

  caretMoved(version: number, { anchor, focus }: Caret): void {
    this.#send("caret-moved", version, anchor, focus);
  }

  asked(ask: "undo" | "redo"): void {
    this.#send(`${ask}-asked`);
  }

  edit(change: Change, composing: boolean): void {
    this.text = applied(this.text, change);
    const [start, , insert] = change[0] ?? [0, 0, ""];
    this.caret = { anchor: start + insert.length, focus: start + insert.length };
    this.shared.edited({ changes: change, ...this.caret }, composing);
    this.shared.pump();
  }

  call(method: string, args: readonly unknown[]): void {
    const { shared } = this;
    const { marks } = shared;
    const [first, second, third] = args as [never, never, never];
    const put = (change: Change) => {
      this.text = applied(this.text, change);
      this.caret = { anchor: mapped(this.caret.anchor, change), focus: mapped(this.caret.focus, change) };
    };
    if (method === "set_text") {
      shared.loaded();
      this.text = first;
    } else if (method === "_editText") {
      const { editor = "", tags = [] } = third as { editor?: string; tags?: string[] };
      put(shared.took(first, second, editor, tags));
    } else if (method === "_restoreTagIntervals") {
      marks.setTags(first);
      shared.began(second);
    } else if (method === "_addTagIntervals") marks.addTags(first);
    else if (method === "_cutTagIntervals") marks.cutTag(first, second, third);
    else if (method === "remove_tag_def") marks.forgetTag(first);
    else if (method === "_setIcons") marks.setIcons(first);
    else if (method === "_putIcon") {
      marks.putIcon({ id: first, offset: second, gravity: third, url: args[3] as string });
    } else if (method === "_moveIcon") marks.moveIcon(first, second);
    else if (method === "_dropIcon") marks.dropIcon(first);
    else if (method === "_setCursorOffset" && second !== true && third !== true) {
      // What is idle or of a step is not for one who is writing.
      this.caret = shared.caretToPage({ anchor: first, focus: first });
    }
    shared.pump();
  }

  /** Tags and icons as they would be drawn. */
  get drawn(): { tags: TagInterval[]; icons: Omit<Icon, "gravity">[] } {
    const { marks, own } = this.shared;
    const byPlace = (a: object, b: object) => JSON.stringify(a).localeCompare(JSON.stringify(b));
    const { length } = this.text;
    return {
      tags: marks
        .tagsIn(0, length, own)
        .map(({ name, start, end }) => ({ name, start, end }))
        .sort(byPlace),
      icons: marks
        .iconsIn(0, length, own)
        .map(({ id, offset, url }) => ({ id, offset, url }))
        .sort(byPlace),
    };
  }
}

class SlowPage implements Connection {
  readonly buffered = 0;
  editor: PlainEditor | null = null;
  readonly down: Message[] = [];
  readonly up: object[] = [];
  readonly #peer: Peer;
  readonly #wid: number;

  /** @param before - The connection of this page broke; it is built anew. */
  constructor(session: Session, wid: number, before: SlowPage | null = null) {
    this.#wid = wid;
    this.#peer = session.join(this, ["input", "tracking", "text"]);
    if (before === null) return;
    before.up.length = 0;
    before.editor?.shared.handOver();
    this.up.push(...before.up);
  }

  send(text: string): void {
    const parsed = JSON.parse(text) as Message | Message[];
    this.down.push(...(Array.isArray(parsed) ? parsed : [parsed]));
  }

  sendBinary(): void {}

  close(): void {
    this.#peer.ended(1006, "gone");
  }

  take(count = Number.POSITIVE_INFINITY): void {
    for (let i = 0; i < count && this.down.length > 0; i++) {
      const { type, wid, method = "", args = [] } = this.down.shift() as Message;
      if (type === "error") throw new Error(JSON.stringify(args));
      if (type === "reconstruct-start") this.editor = null;
      if (type === "reconstruct-end" && this.editor !== null) {
        this.editor.isClosed = false;
        this.editor.shared.pump();
      }
      if (wid !== this.#wid) continue;
      if (type === "create") {
        this.editor = new PlainEditor(String(args[0]), (action, ...given) =>
          this.up.push({ type: "callback", wid, action, args: given }),
        );
      } else if (type === "call") this.editor?.call(method, args);
    }
  }

  give(count = Number.POSITIVE_INFINITY): void {
    for (let i = 0; i < count && this.up.length > 0; i++) {
      this.#peer.receive(JSON.parse(JSON.stringify(this.up.shift())));
    }
  }
}

const kinds = [
  "type",
  "type",
  "type",
  "compose",
  "compose",
  "finish",
  "erase",
  "move",
  "ask",
  "leave",
] as const;
const lines = ["take", "take", "take", "give", "give", "give", "reconnect", "rebuild"] as const;
const program = [
  "insert",
  "insert",
  "delete",
  "tag",
  "tag",
  "untag",
  "icon",
  "forget",
  "load",
  "lock",
] as const;
const steps = fc.array(
  fc.record({ kind: fc.constantFrom(...kinds, ...kinds, ...lines, ...lines, ...program), seed: fc.nat() }),
  { minLength: 10, maxLength: 120, size: "max" },
);

test("the page and the server end with the same text, tags and icons", { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(steps, (list) => {
      const { W, session, turn } = stage();
      const source = W.TextSource("one\ntwo\nthree");
      const refs = [0, 1, 2].map((i) => source.createRef(i * 3, i === 1 ? "left" : "right"));
      for (const name of ["red", "blue"]) source.createTag(name, {});
      turn();
      const pages = [0, 1].map(() => new SlowPage(session, source.wid));
      for (const page of pages) page.take();

      for (const { kind, seed } of list) {
        const random = new Random(seed);
        const index = random.below(2);
        const page = pages[index] as SlowPage;
        const { editor } = page;
        const place = () => source.createRef(random.below(source.getLength() + 1));
        const at = random.below((editor?.text.length ?? 0) + 1);
        if (kind === "type") editor?.edit([[at, at, random.pick(["a", "\n", "word"])]], false);
        else if (kind === "compose" && editor !== null) {
          const start = Math.max(0, editor.caret.focus - random.below(3));
          editor.edit(
            [[start, Math.min(editor.text.length, start + random.below(3)), random.pick(["k", "ka", ""])]],
            true,
          );
        } else if (kind === "erase") {
          editor?.edit([[at, Math.min(editor.text.length, at + random.below(4)), ""]], false);
        } else if (kind === "finish") editor?.shared.close();
        else if (kind === "move" && editor !== null) {
          editor.caret = { anchor: at, focus: at };
          editor.shared.moved(() => editor.caret);
        } else if (kind === "ask") editor?.shared.ask(random.pick(["undo", "redo"]));
        else if (kind === "leave") editor?.shared.leave();
        else if (kind === "take") page.take(1 + random.below(4));
        else if (kind === "give") page.give(1 + random.below(3));
        else if (kind === "rebuild") session.reconstruct();
        else if (kind === "reconnect") {
          page.close();
          pages[index] = new SlowPage(session, source.wid, random.chance(0.7) ? page : null);
        } else if (kind === "insert") {
          source.insertText(place(), random.pick(["P", "\n", "prog"]), random.chance(0.3) ? ["red"] : null);
        } else if (kind === "delete") {
          const start = random.below(source.getLength() + 1);
          source.deleteRange(source.createRef(start), source.createRef(start + random.below(6)));
        } else if (kind === "tag") source.applyTag(random.pick(["red", "blue"]), place(), place());
        else if (kind === "untag") source.removeTag(random.pick(["red", "blue"]), place(), place());
        else if (kind === "icon") {
          const ref = random.pick(refs);
          if (random.chance(0.3)) ref.setOffset(random.below(source.getLength() + 1));
          else source.setIcon(ref, random.chance(0.7) ? `https://x/${random.below(3)}.png` : null);
        } else if (kind === "forget") {
          source.removeTagDef("blue");
          source.createTag("blue", {});
        } else if (kind === "load") {
          source.setText("another\ntext");
          refs.splice(0, 3, ...[0, 1, 2].map((i) => source.createRef(i)));
        } else if (kind === "lock") source.setEditable(random.chance(0.5));
        editor?.shared.pump();
        turn();
      }

      source.setEditable(true);
      for (const { editor } of pages) {
        editor?.shared.close();
        editor?.shared.pump();
      }
      for (let round = 0; round < 100; round++) {
        for (const page of pages) {
          page.give();
          turn();
          page.take();
        }
      }
      const fresh = new SlowPage(session, source.wid);
      fresh.take();
      for (const { editor } of [...pages, fresh]) {
        expect(editor?.shared.isQuiet).toBe(true);
        expect(editor?.text).toBe(source.getText());
        expect(editor?.drawn).toEqual(fresh.editor?.drawn);
      }
    }),
    { numRuns: Number(process.env.SEEDS ?? 150) },
  );
});

test("a page that is left tells all that waits, and nothing is taken up twice", () => {
  const { W, session, turn } = stage();
  const source = W.TextSource("ab");
  turn();
  const page = new SlowPage(session, source.wid);
  page.take();
  const write = (at: number, text: string) => page.editor?.edit([[at, at, text]], false);
  for (const [at, text] of [..."123"].entries()) write(at, text);
  source.insertText(source.createRef(0), "P");
  turn();
  // It has not heard of the first before it is left, nor of any when it is left again.
  page.editor?.shared.leave();
  write(3, "4");
  page.editor?.shared.leave();
  page.editor?.shared.leave();
  page.give();
  turn();
  expect(source.getText()).toBe("P1234ab");
  page.take();
  expect(page.editor?.text).toBe("P1234ab");
  expect(page.editor?.shared.isQuiet).toBe(true);
  for (const expected of ["P123ab", "P12ab", "P1ab"]) {
    source.undo();
    expect(source.getText()).toBe(expected);
  }
});

test.each([0, 1, 2, 3].flatMap((given) => [0, 1, 2, 3, 4].map((taken) => ({ given, taken }))))(
  "a break of the connection loses nothing, with $given messages given and $taken taken before",
  ({ given, taken }) => {
    const { W, session, turn } = stage();
    const source = W.TextSource("ab");
    turn();
    const page = new SlowPage(session, source.wid);
    page.take();
    const write = (of: SlowPage, text: string) => {
      const at = of.editor?.caret.focus ?? 0;
      of.editor?.edit([[at, at, text]], false);
      turn();
    };
    write(page, "1");
    page.give(given === 0 ? 0 : 1);
    turn();
    page.take(taken);
    write(page, "2");
    write(page, "3");
    page.give(Math.max(0, given - 1));
    turn();
    page.close();
    write(page, "4");
    source.insertText(source.createRef(source.getLength()), "!");
    turn();
    const next = new SlowPage(session, source.wid, page);
    next.give();
    turn();
    next.take();
    expect(source.getText()).toBe("1234ab!");
    expect(next.editor?.text).toBe("1234ab!");
    write(next, "5");
    next.give();
    turn();
    next.take();
    expect(source.getText()).toBe("12345ab!");
    expect(next.editor?.text).toBe("12345ab!");
    expect(next.editor?.shared.isQuiet).toBe(true);
  },
);
