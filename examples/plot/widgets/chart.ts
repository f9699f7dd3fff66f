/**
 * uPlot, set up for a plot: its series, axes, cursor and the drag that zooms.
 */
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import type { LegendEntry } from "./legend.js";

export interface ChartSetup {
  readonly entries: readonly LegendEntry[];
  readonly xLabel: string;
  readonly yLabel: string;
  /** A CSS colour as a canvas understands it. */
  readonly color: (color: string) => string;
  /** The user dragged over a part of the x axis; null: double-clicked for all of it. */
  readonly zoomed: (range: [number, number] | null) => void;
  /** The cursor stands on another row, or on none. */
  readonly moved: (row: number | null) => void;
}

/** Pixels of a drag below which it is a click. */
const DRAG = 5;

export function makeChart(setup: ChartSetup, element: HTMLElement): uPlot {
  const { entries, color } = setup;
  let isUser = false;
  const series = entries.map((entry): uPlot.Series => {
    const stroke = () => color(entry.color);
    const points = { show: entry.kind === "points", size: 5, fill: stroke, stroke };
    const base = { label: entry.label, stroke, points };
    if (entry.kind === "points") return { ...base, paths: () => null };
    if (entry.kind === "bars") {
      const bars = uPlot.paths.bars?.({ size: [0.7, 48] });
      return { ...base, fill: stroke, width: 0, ...(bars && { paths: bars }) };
    }
    return { ...base, width: 1.5 };
  });
  const axis = (label: string, size: number): uPlot.Axis => ({
    stroke: () => color("var(--pgw-text-muted)"),
    grid: { stroke: () => color("var(--pgw-line)"), width: 1 },
    ticks: { stroke: () => color("var(--pgw-line)"), width: 1, size: 5 },
    font: "12px system-ui, sans-serif",
    labelFont: "12px system-ui, sans-serif",
    size,
    gap: 4,
    ...(label !== "" && { label, labelSize: 20, labelGap: 0 }),
  });
  const options: uPlot.Options = {
    width: 300,
    height: 150,
    padding: [8, 12, 0, 0],
    legend: { show: false },
    scales: { x: { time: false }, y: { range: bounds(entries) } },
    series: [{}, ...series],
    axes: [axis(setup.xLabel, 30), axis(setup.yLabel, 52)],
    cursor: {
      drag: { x: true, y: false, dist: DRAG, setScale: false },
      points: { size: 8 },
      bind: {
        dblclick: () => () => {
          setup.zoomed(null);
          return null;
        },
      },
    },
    select: { show: true, left: 0, top: 0, width: 0, height: 0 },
    hooks: {
      setCursor: [
        (chart) => {
          const { left = -1, idx } = chart.cursor;
          setup.moved(left < 0 ? null : (idx ?? null));
        },
      ],
      setSelect: [
        (chart) => {
          const { left, width } = chart.select;
          if (isUser || width < DRAG) return;
          const range: [number, number] = [chart.posToVal(left, "x"), chart.posToVal(left + width, "x")];
          isUser = true;
          chart.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
          isUser = false;
          setup.zoomed(range);
        },
      ],
    },
  };
  return new uPlot(options, [[], ...entries.map(() => [])], element);
}

/** Bars stand on zero; everything else has a little air above and below. */
function bounds(entries: readonly LegendEntry[]): uPlot.Range.Function {
  const hasBars = entries.some(({ kind }) => kind === "bars");
  return (_chart, low, high) => {
    // Without a number in view there is nothing to fit.
    if (low === null || high === null || !Number.isFinite(low) || !Number.isFinite(high)) return [0, 1];
    const [from, to] = hasBars ? [Math.min(0, low), Math.max(0, high)] : [low, high];
    if (from === to) return [from - 1, to + 1];
    const [min, max] = uPlot.rangeNum(from, to, 0.08, false);
    return [hasBars && from === 0 ? 0 : (min ?? from), max ?? to];
  };
}
