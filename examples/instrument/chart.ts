/**
 * The strip chart: the last minutes of the readings as a picture. Made from readings; drawn as SVG, which is
 * sharp on every screen and small on the wire.
 */
import type { Reading } from "./plant.js";

/** What the chart shows, in seconds. */
export const SPAN = 120;
/** Seconds between two points. */
const SPACING = 0.4;

/** Readings of the last `SPAN` seconds, thinned out. */
export class History {
  #readings: Reading[] = [];

  get readings(): readonly Reading[] {
    return this.#readings;
  }

  add(reading: Reading): void {
    const last = this.#readings.at(-1);
    if (last !== undefined && reading.time - last.time < SPACING) return;
    this.#readings.push(reading);
    const start = reading.time - SPAN - SPACING;
    while ((this.#readings[0]?.time ?? start) < start) this.#readings.shift();
  }
}

const colours = {
  ground: "#0f151d",
  grid: "#26313f",
  text: "#9aa8b8",
  temperature: "#ff9f5a",
  setPoint: "#ffd9bd",
  level: "#58b7ff",
  heater: "#f2667a",
} as const;

const ROOM = { left: 52, right: 48, top: 30, bottom: 26 } as const;

/** An SVG document of the given size in pixels, with the newest reading at the right. */
export function chart(readings: readonly Reading[], width: number, height: number): string {
  const plotWidth = Math.max(1, width - ROOM.left - ROOM.right);
  const plotHeight = Math.max(1, height - ROOM.top - ROOM.bottom);
  const end = readings.at(-1)?.time ?? 0;
  const x = (time: number) => round(ROOM.left + plotWidth * (1 + (time - end) / SPAN));
  const y = (share: number) => round(ROOM.top + plotHeight * (1 - share));
  const line = (value: (reading: Reading) => number, colour: string, extra = "") =>
    `<polyline fill="none" stroke="${colour}" stroke-width="1.6" stroke-linejoin="round" ${extra} points="${readings
      .map((reading) => `${x(reading.time)},${y(value(reading))}`)
      .join(" ")}"/>`;

  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="sans-serif" font-size="11">
<rect width="100%" height="100%" fill="${colours.ground}"/>
<g fill="${colours.text}">${grid(x, y, end, plotWidth)}${legend(width)}</g>
<clipPath id="plot"><rect x="${ROOM.left}" y="${ROOM.top - 2}" width="${plotWidth + 1}" height="${plotHeight + 4}"/></clipPath>
<g clip-path="url(#plot)">
${line(({ level }) => level, colours.level)}
${line(({ heater }) => heater, colours.heater)}
${line(({ setPoint }) => setPoint / 100, colours.setPoint, 'stroke-dasharray="5 4"')}
${line(({ temperature }) => temperature / 100, colours.temperature)}
</g></svg>`;
}

/** The chart as an address that a Canvas can draw. */
export function chartUrl(readings: readonly Reading[], width: number, height: number): string {
  return `data:image/svg+xml,${encodeURIComponent(chart(readings, width, height))}`;
}

function grid(
  x: (time: number) => number,
  y: (share: number) => number,
  end: number,
  plotWidth: number,
): string {
  const right = ROOM.left + plotWidth;
  const across = [0, 0.25, 0.5, 0.75, 1].map(
    (share) =>
      `<path stroke="${colours.grid}" d="M${ROOM.left} ${y(share)}H${right}"/>` +
      `<text x="${ROOM.left - 6}" y="${y(share) + 4}" text-anchor="end">${share * 100} °C</text>` +
      `<text x="${right + 6}" y="${y(share) + 4}">${share * 100} %</text>`,
  );
  const seconds = Array.from({ length: 5 }, (_, i) => -SPAN + (SPAN / 4) * i);
  const down = seconds.map(
    (before) =>
      `<path stroke="${colours.grid}" d="M${x(end + before)} ${y(0)}V${y(1)}"/>` +
      `<text x="${x(end + before)}" y="${y(0) + 17}" text-anchor="middle">${before} s</text>`,
  );
  return [...across, ...down].join("");
}

/** About the width of a letter of the legend, in pixels. */
const LETTER = 6.2;

function legend(width: number): string {
  const entries = [
    ["Temperature", colours.temperature],
    ["Set-point", colours.setPoint],
    ["Level", colours.level],
    ["Heater", colours.heater],
  ] as const;
  // On a narrow chart the entries begin at its edge and stand closer.
  const [start, gap] = width < 420 ? [10, 8] : [ROOM.left, 20];
  let next = start;
  return entries
    .map(([name, colour]) => {
      const left = next;
      next += 15 + LETTER * name.length + gap;
      return `<rect x="${left}" y="10" width="10" height="10" rx="2" fill="${colour}"/><text x="${left + 15}" y="19">${name}</text>`;
    })
    .join("");
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
