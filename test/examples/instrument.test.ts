/**
 * The instrument panel without a browser: its physics against closed formulas, its alarms, and the panel in memory.
 */
import { Application, type Session } from "pgwidgets-ts/sync";
import { openPage } from "pgwidgets-ts/testing";
import { afterEach, describe, expect, it, vi } from "vitest";
import { chart, History, SPAN } from "../../examples/instrument/chart.js";
import { build } from "../../examples/instrument/panel.js";
import { Plant, type PlantEvent } from "../../examples/instrument/plant.js";
import { advance, laboratoryTank, outflow } from "../../examples/instrument/tank.js";

const closed = { inlet: 0, outlet: 0, heater: 0 };

describe("the tank", () => {
  it("runs empty in the time that Torricelli's law gives", () => {
    const level = 0.4;
    const seconds = (laboratoryTank.area / laboratoryTank.outletArea) * Math.sqrt((2 * level) / 9.81);
    const open = { ...closed, outlet: 1 };
    const before = advance(laboratoryTank, { level, temperature: 20 }, open, seconds * 0.97);
    const after = advance(laboratoryTank, { level, temperature: 20 }, open, seconds * 1.01);
    expect(before.level).toBeGreaterThan(0);
    // The level goes with the square of the time that is left.
    expect(before.level).toBeCloseTo(level * 0.03 ** 2, 3);
    expect(after.level).toBeLessThan(1e-5);
  });

  it("settles where as much flows out as in", () => {
    const drive = { inlet: 0.4, outlet: 0.28, heater: 0 };
    const { level } = advance(laboratoryTank, { level: 0.1, temperature: 20 }, drive, 5000);
    expect(outflow(laboratoryTank, level, drive.outlet)).toBeCloseTo(
      drive.inlet * laboratoryTank.inletFlow,
      9,
    );
  });

  it("takes up the heat that it is given", () => {
    const shape = { ...laboratoryTank, wallLoss: 0 };
    const { temperature } = advance(shape, { level: 0.3, temperature: 20 }, { ...closed, heater: 0.5 }, 60);
    const kilograms = 0.3 * shape.area * 1000;
    expect(temperature).toBeCloseTo(20 + (0.5 * shape.heaterPower * 60) / (kilograms * 4186), 6);
  });

  it("cools down to the room, and no further", () => {
    const { temperature } = advance(laboratoryTank, { level: 0.05, temperature: 70 }, closed, 20_000);
    expect(temperature).toBeCloseTo(laboratoryTank.roomTemperature, 1);
  });
});

/** A plant and its log. */
function plant(): {
  device: Plant;
  log: PlantEvent[];
  pass: (seconds: number) => ReturnType<Plant["advance"]>;
} {
  const log: PlantEvent[] = [];
  const device = new Plant((event) => log.push(event));
  const pass = (seconds: number) => {
    let reading = device.advance(0);
    for (let i = 0; i < seconds * 10; i++) reading = device.advance(0.1);
    return reading;
  };
  return { device, log, pass };
}

describe("the plant", () => {
  it("brings the water to the set-point and keeps it there", () => {
    const { device, pass } = plant();
    device.start();
    expect(pass(30).heater).toBeCloseTo(1, 1);
    for (let i = 0; i < 20; i++) expect(Math.abs(pass(i === 0 ? 400 : 5).temperature - 55)).toBeLessThan(0.5);
    device.set({ setPoint: 40 }, "Set-point 40 °C");
    expect(Math.abs(pass(600).temperature - 40)).toBeLessThan(0.5);
  });

  it("switches the heater off when the level is low, until there is water again", () => {
    const { device, log, pass } = plant();
    device.start();
    device.set({ inlet: 0, outlet: 1 }, "Emptied");
    expect(pass(90).heater).toBeCloseTo(0, 3);
    expect(device.alarms).toEqual([
      { name: "low", text: "Level low: the heater is off", acknowledged: false },
    ]);
    device.acknowledge();
    expect(device.alarms[0]?.acknowledged).toBe(true);
    device.set({ inlet: 1, outlet: 0 }, "Filled");
    expect(pass(30).heater).toBeGreaterThan(0.5);
    expect(device.alarms).toEqual([]);
    expect(log.map(({ text }) => text)).toEqual([
      "Started",
      "Emptied",
      "Level low: the heater is off",
      "Acknowledged 1 alarm",
      "Filled",
      "Gone: Level low: the heater is off",
    ]);
  });

  it("switches the heater off above the limit, and says once when the tank overflows", () => {
    const { device, log, pass } = plant();
    device.start();
    device.set({ automatic: false, power: 1, inlet: 0, outlet: 0, limit: 60 }, "By hand");
    const hottest = pass(200).temperature;
    expect(hottest).toBeLessThan(62);
    device.set({ inlet: 1 }, "Filled");
    expect(pass(120).level).toBeCloseTo(1, 2);
    const texts = log.filter(({ kind }) => kind === "Alarm").map(({ text }) => text);
    expect(texts.filter((text) => text.startsWith("Level high"))).toHaveLength(1);
    expect(texts).toContain("Temperature high: the heater is off");
  });

  it("stopped, it closes its valves and cools down", () => {
    const { device, pass } = plant();
    device.start();
    const warm = pass(200);
    device.stop();
    const later = pass(300);
    expect(later.inflow + later.outflow).toBe(0);
    expect(later.heater).toBeCloseTo(0, 3);
    expect(later.level).toBeCloseTo(warm.level, 2);
    expect(later.temperature).toBeLessThan(warm.temperature);
  });
});

describe("the chart", () => {
  it("keeps what it shows, and draws the newest at the right", () => {
    const { device } = plant();
    const history = new History();
    for (let i = 0; i < 4000; i++) history.add(device.advance(0.05));
    const { readings } = history;
    expect(readings.length).toBeLessThan(320);
    expect((readings.at(-1)?.time ?? 0) - (readings[0]?.time ?? 0)).toBeGreaterThanOrEqual(SPAN);
    const svg = chart(readings, 600, 200);
    const lines = [...svg.matchAll(/points="([^"]*)"/g)].map(([, points = ""]) => points.split(" "));
    expect(lines.map((line) => line.length)).toEqual(Array.from({ length: 4 }, () => readings.length));
    const rightMost = lines.map((line) => Number(line.at(-1)?.split(",")[0]));
    expect(rightMost).toEqual([552, 552, 552, 552]);
  });
});

describe("the panel", () => {
  const cleanups: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0)) await cleanup();
  });

  async function shown() {
    const plants: Plant[] = [];
    const app = new Application({ logger: null });
    cleanups.push(() => app.close());
    app.onConnect((session: Session) => plants.push(build(session)));
    const page = await openPage(app, { patience: 60_000 });
    return { page, plant: plants[0] as Plant };
  }

  it("starts, sets, logs, and shows the same in a second page", async () => {
    const { page, plant } = await shown();
    await page.click(page.findByText("Start"));
    await page.select(page.findByRole("slider", { name: "Temperature set-point" }), 62);
    await page.select(page.findByRole("slider", { name: "Inlet valve" }), 75);
    expect(plant.isRunning).toBe(true);
    expect(plant.settings).toMatchObject({ setPoint: 62, inlet: 0.75 });
    expect(page.findByRole("slider", { name: "Heater power" }).isEnabled).toBe(false);
    await page.check(page.findByText("Automatic"), false);
    expect(page.findByRole("slider", { name: "Heater power" }).isEnabled).toBe(true);
    expect(page.find("TableView").show()).toContain("Inlet valve 75 %");
    await vi.waitFor(() => expect(page.findByText("Start").isEnabled).toBe(false));

    const second = await page.join();
    expect(second.findByRole("slider", { name: "Temperature set-point" }).value).toBe(62);
    expect(second.find("TableView").show()).toContain("Set-point 62 °C");
    await second.click(second.findByText("Stop"));
    expect(plant.isRunning).toBe(false);
  });

  it("shows an alarm until it is gone, and whether somebody has seen it", async () => {
    const { page, plant } = await shown();
    plant.set({ limit: 30, setPoint: 60 }, "Hot");
    plant.start();
    for (let i = 0; i < 60; i++) plant.advance(1);
    await vi.waitFor(() => page.findByText("Temperature high: the heater is off"));
    await vi.waitFor(() => expect(page.findByText("Acknowledge").isEnabled).toBe(true));
    await page.click(page.findByText("Acknowledge"));
    await vi.waitFor(() => page.findByText("Temperature high: the heater is off (seen)"));
    plant.set({ limit: 80 }, "Limit");
    await vi.waitFor(() => page.findByText("No alarm"));
  });
});
