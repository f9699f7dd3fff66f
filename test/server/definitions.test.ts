/**
 * Server and page find out, when they meet, whether they were made from the same definitions.
 */
import { describe, expect, it } from "vitest";
import { marksOf as marksOfClass } from "../../codegen/emit/marks.js";
import { understand } from "../../codegen/understand.js";
import { marks as pageMarks } from "../../generated/browser/marks.js";
import { digest, tables } from "../../generated/browser/tables.js";
import { classes } from "../../generated/sync/widgets.js";
import { classHash, type Differing, digestOf, type MarkedClass } from "../../runtime/protocol/definitions.js";
import { DEFINITIONS, featureOf, joinDigests } from "../../runtime/protocol/digest.js";
import { Definitions } from "../../runtime/server/definitions.js";
import { sources, type, widget } from "../codegen/support.js";
import { stage } from "../support/session.js";

/** What is generated for the page, as the page reads it. */
const page = new Map(
  Object.entries(tables).map(([name, { base, methods = [], aliases = {} }]) => {
    const marks = pageMarks[name] ?? {};
    const members = Object.keys(marks).filter((member) => !member.startsWith("@"));
    // The name of 0.4 for a method that has a name of ours is no member of its own.
    const own = methods.filter((method) => method in marks || aliases[method] === undefined);
    expect(members, name).toEqual(["", ...own]);
    return [name, { base, marks }];
  }),
);

describe("the marks of both sides", () => {
  it("are the same", () => {
    const server = new Definitions(Object.values(classes).map((each) => each.table));
    expect(server.digest).toBe(digestOf(page));
    expect(server.digest).toBe(digest);
  });

  it("give one digest, whichever class comes first and whoever brings it", () => {
    const classes = [...page];
    const [some, others] = [new Map(classes.slice(0, 20)), new Map(classes.slice(20))];
    expect(digestOf(new Map(classes.reverse()))).toBe(digest);
    expect(joinDigests([digestOf(others), digestOf(some)])).toBe(digest);
    expect(digestOf(others)).not.toBe(digest);
  });

  const marks = (members: string, color = '{ "type": "string" }') => {
    const { model } = understand(
      sources({ "widgets/Gauge.json": widget("Gauge", members), "types/Tint.json": type("Tint", color) }),
    );
    const found = model?.classes[0];
    if (model === null || found === undefined) throw new Error("These definitions have faults.");
    return marksOfClass(found, model);
  };
  const members = (param = '{ "type": "number" }', words = "It is so.") => `
    "state": { "level": { "schema": ${param}, "default": 0, "description": "The level." } },
    "methods": {
      "set_level": { "kind": "setter", "state": "level", "description": "${words}",
        "params": [{ "name": "level", "schema": ${param}, "description": "${words}" }] },
      "paint": { "kind": "action", "description": "Paints.",
        "params": [{ "name": "tint", "schema": { "$ref": "#/types/Tint" }, "description": "A tint." }] }
    },
    "callbacks": { "turned": { "args": [{ "name": "to", "schema": { "type": "number" }, "description": "To." }],
      "description": "Turned." } }`;

  it("do not change with words", () => {
    expect(marks(members(undefined, "It is otherwise."))).toEqual(marks(members()));
  });

  it("change with what travels, for that member only", () => {
    const [before, after] = [marks(members()), marks(members('{ "type": "integer" }'))];
    expect(Object.keys(before)).toEqual(["", "set_level", "paint", "@turned"]);
    expect(Object.keys(before).filter((name) => before[name] !== after[name])).toEqual(["set_level"]);
  });

  it("change with a shared type, for the members that use it", () => {
    const [before, after] = [marks(members()), marks(members(), '{ "enum": ["red", "green"] }')];
    expect(Object.keys(before).filter((name) => before[name] !== after[name])).toEqual(["paint"]);
  });
});

describe("a session", () => {
  const asked = (messages: readonly { readonly type: string }[]) =>
    messages.filter(({ type: each }) => /definitions/.test(each));
  const first = (messages: readonly { readonly type: string }[]) =>
    asked(messages)[0] as unknown as { readonly id: number };
  const feature = (known: ReadonlyMap<string, MarkedClass>) => featureOf(digestOf(known));
  const answerFor = (known: ReadonlyMap<string, MarkedClass>, question: object): Differing => {
    const hashes = (question as { readonly classes: Readonly<Record<string, string>> }).classes;
    const found = Object.entries(hashes).filter(([name, hash]) => {
      const own = known.get(name);
      return own === undefined || classHash(own) !== hash;
    });
    return Object.fromEntries(found.map(([name]) => [name, known.get(name) ?? null]));
  };

  it("asks a page of the same definitions nothing, nor one that does not know of them", () => {
    const { open } = stage();
    expect(asked(open(["input", feature(page)]).messages)).toEqual([]);
    expect(asked(open(["input"]).messages)).toEqual([]);
  });

  it("names on both sides what is different, by class and member", () => {
    const { host, open } = stage();
    const other = new Map(page);
    const button = page.get("Button") as MarkedClass;
    const { get_icon: _gone, ...kept } = button.marks;
    other.set("Button", { ...button, marks: { ...kept, set_text: "other", blink: "extra" } });
    other.delete("Slider");
    const browser = open(["input", feature(other)]);
    const question = first(browser.messages);
    expect(question).toMatchObject({ type: "compare-definitions" });
    const answer = answerFor(other, question);
    expect(Object.keys(answer)).toEqual(["Button", "Slider"]);
    browser.peer?.receive({ type: "result", id: question.id, value: answer });
    const lines = [
      "Button.set_text(): differs",
      "Button.get_icon(): only on the server",
      "Button.blink(): only in the page",
      "Slider: only on the server",
    ];
    expect(asked(browser.messages)[1]).toEqual({ type: "definitions-differ", differences: lines });
    expect(host.log.filter(({ level }) => level === "warn").map(({ message }) => message)).toEqual([
      expect.stringContaining(lines.join("; ")),
    ]);
  });

  it("takes a page that has more classes than the program needs", () => {
    const { host, open } = stage();
    const more = new Map(page).set("Plot", { base: "Widget", marks: { "": "aaaaa" } });
    const browser = open(["input", feature(more)]);
    const question = first(browser.messages);
    expect(answerFor(more, question)).toEqual({});
    browser.peer?.receive({ type: "result", id: question.id, value: {} });
    expect(asked(browser.messages)).toHaveLength(1);
    expect(host.log.filter(({ level }) => level === "warn")).toEqual([]);
  });

  it("says so in the log when the page cannot tell where", () => {
    const { host, open } = stage();
    const browser = open(["input", `${DEFINITIONS}else`]);
    browser.peer?.receive({ type: "error", id: first(browser.messages).id, error: "A part has gone" });
    expect(asked(browser.messages)).toHaveLength(1);
    expect(host.log.filter(({ level }) => level === "warn").map(({ message }) => message)).toEqual([
      expect.stringMatching(/made from other definitions.*A part has gone/),
    ]);
  });

  it("passes over an answer that is none", () => {
    const { host, open } = stage();
    const browser = open(["input", `${DEFINITIONS}else`]);
    const question = first(browser.messages);
    browser.peer?.receive({ type: "result", id: question.id, value: { Button: { base: 7, marks: [] } } });
    expect(asked(browser.messages)).toHaveLength(1);
    expect(host.log.filter(({ level }) => level === "warn")).toEqual([]);
  });
});
