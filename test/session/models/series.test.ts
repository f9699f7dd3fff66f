/**
 * Rows that a program appends: bounded, checked, and the same in every browser whenever it came.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Session } from "../../../examples/plot/generated/sync/session.js";
import { Dispatcher } from "../../../runtime/session/dispatcher.js";
import { Ring } from "../../../runtime/session/models/series/ring.js";
import { TypedBuffer } from "../../../runtime/session/typed-buffer.js";
import { Mirror } from "../../../runtime/testing/mirror.js";
import { TestHost, testLimits } from "../../support/host.js";

function stage(capacity: number) {
  const host = new TestHost();
  const dispatcher = new Dispatcher("per_session", host);
  const session = new Session({ id: "s", token: "secret", host, app: null, dispatcher, limits: testLimits });
  const plot = session.getWidgets().Plot([{ label: "y" }], { capacity });
  return {
    plot,
    host,
    open: () => {
      const mirror = new Mirror((name) => session.tableOf(name));
      mirror.peer = session.join(mirror, ["input", "tracking"]);
      return mirror;
    },
  };
}

const rows = (...numbers: number[]) => new TypedBuffer(Float64Array.from(numbers), [numbers.length / 2, 2]);
const kept = (of: { readonly getRows: () => { readonly data: Uint8Array } }) => {
  const { data } = of.getRows();
  return [...new Float64Array(data.buffer as ArrayBuffer, data.byteOffset, data.byteLength / 8)];
};
const seen = (mirror: Mirror) => [...mirror.widgets.values()][0]?.models.get("series")?.snapshot();

describe("the rows of a program", () => {
  it("are kept up to their capacity, and told as they come", () => {
    const { plot, host, open } = stage(3);
    const early = open();
    plot.append(rows(1, 10, 2, 20));
    host.endTurn();
    plot.append(rows(3, 30, 4, 40));
    host.endTurn();
    expect(plot.getRowCount()).toBe(3);
    expect(kept(plot)).toEqual([2, 20, 3, 30, 4, 40]);
    expect(seen(early)).toEqual(kept(plot));
    expect(seen(open())).toEqual(kept(plot));
    plot.clear();
    host.endTurn();
    expect(seen(early)).toEqual([]);
    expect(plot.getRowCount()).toBe(0);
  });

  it("are the program's again as soon as they are appended", () => {
    const { plot, host, open } = stage(10);
    const page = open();
    const numbers = Float64Array.from([1, 2]);
    plot.append(new TypedBuffer(numbers, [1, 2]));
    numbers.fill(7);
    host.endTurn();
    expect(kept(plot)).toEqual([1, 2]);
    expect(seen(page)).toEqual([1, 2]);
  });

  it.each<[string, TypedBuffer, string]>([
    ["of another width", new TypedBuffer(new Float64Array(3), [1, 3]), "expected the shape [rows, 2]"],
    ["in one dimension", new TypedBuffer(new Float64Array(4)), "not [4]"],
    ["with something that is no number", rows(1, Number.NaN), "row 0 holds NaN"],
    ["that go back", rows(5, 0, 4, 0), "the x of row 1, 4, is less than the one before, 5"],
  ])("%s are refused, and change nothing", (_, wrong, message) => {
    const { plot } = stage(10);
    plot.append(rows(1, 1));
    expect(() => plot.append(wrong)).toThrow(message);
    expect(kept(plot)).toEqual([1, 1]);
  });

  it("are in every browser what the server has, whatever comes in which order", () => {
    const step = fc.record({
      kind: fc.constantFrom("append", "append", "append", "turn", "join", "clear"),
      count: fc.integer({ min: 0, max: 40 }),
    });
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), fc.array(step, { maxLength: 30 }), (capacity, steps) => {
        const { plot, host, open } = stage(capacity);
        const pages: Mirror[] = [];
        let model: number[] = [];
        let x = 0;
        for (const each of steps) {
          if (each.kind === "turn") host.endTurn();
          else if (each.kind === "join") pages.push(open());
          else if (each.kind === "clear") {
            plot.clear();
            model = [];
          } else {
            const numbers = Array.from({ length: each.count }, () => [x++, -x]).flat();
            plot.append(rows(...numbers));
            model = [...model, ...numbers].slice(-2 * capacity);
          }
        }
        host.endTurn();
        expect(kept(plot)).toEqual(model);
        for (const page of [...pages, open()]) expect(seen(page)).toEqual(model);
      }),
    );
  });

  it("take no more room than they need", () => {
    const ring = new Ring(2, 1_000_000);
    ring.append([1, 2]);
    expect(ring.toArray()).toEqual(Float64Array.from([1, 2]));
    ring.append(Array.from({ length: 2000 }, (_, i) => i));
    expect(ring.length).toBe(1001);
  });
});
