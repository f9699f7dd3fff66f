import { describe, expect, test } from "vitest";
import { socketAddress } from "../../browser/address.js";
import { layoutStyle, NO_WISHES, type Placement } from "../../browser/layout.js";
import { type Box, placementBeside } from "../../browser/place.js";
import { freePlace, inSight, parking, reachable, resized } from "../../browser/windows/geometry.js";

describe("layout", () => {
  const row: Placement = { main: "row" };

  test.each([
    ["nothing asked, no parent", {}, null, {}],
    ["in a row: natural size, which is the style sheet's and neither grows nor shrinks", {}, row, {}],
    [
      "stretch grows in proportion and may shrink",
      {},
      { ...row, stretch: 2 },
      { flex: "2 1 auto", "min-width": "0", "min-height": "0" },
    ],
    [
      "a limit of its own wins over that",
      { min: [40, null] },
      { ...row, stretch: 1 },
      { flex: "1 1 auto", "min-width": "40px", "min-height": "0" },
    ],
    [
      "expanding along",
      { expanding: [true, false] },
      row,
      { flex: "1 1 auto", "min-width": "0", "min-height": "0" },
    ],
    ["expanding across", { expanding: [false, true] }, row, { "align-self": "stretch", "min-height": "0" }],
    [
      "expanding without a line to stand in",
      { expanding: [true, false], size: [9, 9] },
      null,
      { width: "100%", height: "9px", "min-width": "0" },
    ],
    [
      "a size is the base of what grows",
      { size: [80, 20] },
      { ...row, stretch: 1 },
      { flex: "1 1 auto", width: "80px", height: "20px", "min-width": "0", "min-height": "0" },
    ],
    [
      "filled: its own size does not count",
      { size: [80, 20] },
      { ...row, fill: [true, true] },
      { flex: "1 1 auto", "align-self": "stretch", "min-width": "0", "min-height": "0" },
    ],
    [
      "rigid: not below its natural size",
      {},
      { ...row, stretch: 1, rigid: true },
      { flex: "1 0 auto", "min-height": "0" },
    ],
    [
      "the parent's own styles",
      { max: [50, null] },
      { main: "none", style: { "grid-area": "1 / 2" } },
      { "max-width": "50px", "grid-area": "1 / 2" },
    ],
  ] as const)("%s", (_name, wishes, placement, expected) => {
    expect(layoutStyle({ ...NO_WISHES, ...wishes }, placement)).toEqual(expected);
  });
});

describe("a popup beside what has the focus", () => {
  const room = { width: 1000, height: 700 };
  const popup = { width: 100, height: 30 };
  const box = (left: number, top: number, width: number, height: number): Box => ({
    left,
    top,
    width,
    height,
  });

  const cases: [name: string, anchors: [Box, ...Box[]], expected: { left: number; top: number }][] = [
    ["below it", [box(10, 10, 80, 28)], { left: 10, top: 44 }],
    ["above it at the lower edge", [box(10, 660, 80, 28)], { left: 10, top: 624 }],
    ["after what is as high as the page", [box(10, 0, 80, 700)], { left: 96, top: 4 }],
    ["before it at the right edge", [box(900, 0, 100, 700)], { left: 794, top: 4 }],
    [
      "at the lower edge of a list that fills the page, away from its focused row",
      [box(0, 0, 1000, 700), box(0, 56, 1000, 28)],
      { left: 4, top: 666 },
    ],
    [
      "at the upper edge where that row is the last one",
      [box(0, 0, 1000, 700), box(0, 672, 1000, 28)],
      { left: 4, top: 4 },
    ],
    ["inside what fills the page", [box(0, 0, 1000, 700)], { left: 4, top: 666 }],
  ];
  test.each(cases)("%s", (_name, anchors, expected) => {
    expect(placementBeside(popup, anchors, room, 6)).toEqual(expected);
  });
});

describe("windows", () => {
  const room = { width: 1000, height: 700 };
  const size = { width: 400, height: 300 };

  test("one alone stands in the middle, a little high", () => {
    expect(freePlace(size, room, [])).toEqual({ x: 300, y: 160 });
  });

  test("a second one stands beside it where there is room", () => {
    const first = { x: 0, y: 0, ...size };
    expect(freePlace(size, room, [first])).toEqual({ x: 416, y: 160 });
  });

  test("otherwise it steps aside, and stays inside", () => {
    const taken = [{ x: 300, y: 160, ...size }];
    for (let i = 0; i < 30; i++) {
      const { x, y } = freePlace(size, room, taken);
      expect(taken.at(-1)).not.toMatchObject({ x, y });
      expect(x >= 0 && y >= 0 && x + size.width <= room.width && y + size.height <= room.height).toBe(true);
      taken.push({ x, y, ...size });
    }
  });

  test("one that is larger than the page starts at its corner", () => {
    expect(freePlace({ width: 2000, height: 900 }, room, [])).toEqual({ x: 0, y: 0 });
  });

  test("the title bar can always be grasped", () => {
    expect(reachable({ x: -9999, y: -9999 }, size, room, 36)).toEqual({ x: -240, y: 0 });
    expect(reachable({ x: 9999, y: 9999 }, size, room, 36)).toEqual({ x: 840, y: 664 });
    expect(reachable({ x: 10, y: 20 }, size, room, 36)).toEqual({ x: 10, y: 20 });
    // The program may put it higher, and out of sight nowhere.
    expect(inSight({ x: -9999, y: -20 }, size, room, 36)).toEqual({ x: -240, y: -20 });
    expect(inSight({ x: 9999, y: -9999 }, size, room, 36)).toEqual({ x: 840, y: -264 });
  });

  test("the side opposite a dragged edge stays, also at the limits", () => {
    const start = { x: 100, y: 100, ...size };
    const limits = { min: { width: 120, height: 60 }, max: { width: 500, height: 350 } };
    expect(resized(start, { x: -1, y: -1 }, 900, 900, limits)).toEqual({
      x: 380,
      y: 340,
      width: 120,
      height: 60,
    });
    expect(resized(start, { x: -1, y: 1 }, -900, 900, limits)).toEqual({
      x: 0,
      y: 100,
      width: 500,
      height: 350,
    });
    expect(resized(start, { x: 0, y: -1 }, 50, -900, { ...limits, max: room })).toEqual({
      x: 100,
      y: 0,
      width: 400,
      height: 400,
    });
  });

  test("parked ones fill rows from the bottom left", () => {
    const { places, height } = parking(3, { width: 430, height: 500 }, 36);
    expect(places.map(({ x, y }) => [x, y])).toEqual([
      [4, 460],
      [208, 460],
      [4, 420],
    ]);
    expect(height).toBe(84);
    expect(parking(1, { width: 150, height: 500 }, 36).places[0]?.width).toBe(142);
    expect(parking(0, room, 36)).toEqual({ places: [], height: 0 });
  });
});

describe("the address of the socket", () => {
  test.each([
    ["http://host:9501/", "", "ws://host:9501/ws"],
    ["https://host/app/index.html?x#y", "", "wss://host/app/ws"],
    ["http://host:9501/app/", "9500", "ws://host:9500/ws"],
    ["http://[::1]:9501/", "9500", "ws://[::1]:9500/ws"],
    ["https://host/", "wss://other/path", "wss://other/path"],
  ])("%s with %j", (page, meta, expected) => {
    expect(socketAddress(new URL(page), meta)).toBe(expected);
  });
});
