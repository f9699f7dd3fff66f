/**
 * Plot: numbers that keep coming, drawn by uPlot, with a cursor, a zoom and a legend.
 * Made from its contract; the rows are those that the program keeps, so every page of a session shows the same.
 */
import { announce, BaseWidget, type WidgetInit } from "pgwidgets-ts/browser";
import type { ShapedBytes } from "pgwidgets-ts/browser/types";
import type uPlot from "uplot";
import type { PlotArgs, PlotContract, PlotEvents } from "../generated/browser/contracts.js";
import { defineWidget } from "../generated/browser/registry.js";
import { makeChart } from "./chart.js";
import { Colors } from "./colors.js";
import { Legend, type LegendEntry } from "./legend.js";
import "./plot.css";
import { Rows } from "./rows.js";

type Range = [number, number];

const number = new Intl.NumberFormat(undefined, { maximumSignificantDigits: 5 });
/** How much one step of the keys + and - zooms. */
const ZOOM = 1.5;
/** Milliseconds between two descriptions for screen readers. */
const DESCRIBE = 2000;

class Plot extends BaseWidget<PlotEvents> implements PlotContract {
  readonly #rows: Rows;
  readonly #entries: readonly LegendEntry[];
  readonly #legend: Legend;
  readonly #colors: Colors;
  readonly #chart: uPlot;
  readonly #place = document.createElement("div");
  /** Where the chart is, which follows its size. */
  readonly #area = {
    element: this.#place,
    measured: (width: number, height: number) => {
      if (width === 0 || height === 0) return;
      this.#chart.setSize({ width, height });
      this.#colorsChanged = true;
      this.requestRender();
    },
  };
  readonly #heading = document.createElement("div");
  readonly #description = document.createElement("div");
  #title = "";
  #zoom: Range | null = null;
  #hidden: readonly number[] = [];
  /** The row under the cursor, counted from the oldest. */
  #cursor: number | null = null;
  /** What was reported of it last, so that rows that move on are no news. */
  #reported: number | null = null;
  #colorsChanged = false;
  #describing: ReturnType<typeof setTimeout> | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #isDrawing = false;
  /** Rows have come since the last drawing began. */
  #isBehind = false;

  constructor(init: WidgetInit, args: PlotArgs) {
    super(init, document.createElement("div"));
    this.#rows = new Rows(1 + args.series.length, args.capacity);
    this.#entries = args.series.map(({ label, kind = "line", color }, place) => ({
      label,
      kind,
      color: color ?? `var(--plot-${(place % 6) + 1})`,
    }));
    this.#colors = new Colors(this.element, () => {
      this.#colorsChanged = true;
      this.requestRender();
    });
    this.#heading.className = "plot-title";
    this.#heading.setAttribute("aria-hidden", "true");
    this.#description.className = "plot-description";
    this.#description.id = `plot-description-${init.wid}`;
    this.#place.className = "plot-area";
    this.#place.tabIndex = 0;
    this.#place.setAttribute("role", "application");
    this.#place.setAttribute("aria-roledescription", "plot");
    this.#place.setAttribute("aria-describedby", this.#description.id);
    this.#legend = new Legend(this.#entries, (place) => this.#toggle(place));
    this.element.append(this.#heading, this.#place, this.#legend.element, this.#description);
    this.#chart = makeChart(
      {
        entries: this.#entries,
        xLabel: args.x_label,
        yLabel: args.y_label,
        color: (color) => this.#colors.of(color),
        zoomed: (range) => this.#zoomBy(range),
        moved: (row) => this.#moved(row),
      },
      this.#place,
    );
    this.#place.addEventListener("keydown", (event) => this.#pressed(event));
    this.#chart.over.addEventListener("click", () => this.#clicked());
    this.#chart.over.addEventListener("pointerdown", () => this.#place.focus({ preventScroll: true }));
    this.setTitle("");
    this.setHidden([]);
    this.services.sizes.watch(this.#area);
    this.#describe();
  }

  append(rows: ShapedBytes): void {
    // The page hands over what travels as a TypedBuffer as the typed array of its kind.
    this.#rows.append(rows as unknown as ArrayLike<number>);
    this.#rowsChanged();
  }

  clear(): void {
    this.#rows.clear();
    this.#cursor = null;
    this.#rowsChanged();
  }

  getRowCount(): number {
    return this.#rows.length;
  }

  /** The rows in the form that travels. */
  getRows(): ShapedBytes {
    const columns = this.#rows.view();
    const count = this.#rows.length;
    const all = new Float64Array(count * columns.length);
    columns.forEach((column, c) => {
      column.forEach((value, row) => {
        all[row * columns.length + c] = value;
      });
    });
    return { data: new Uint8Array(all.buffer), shape: [count, columns.length], dtype: "float64" };
  }

  setTitle(title: string): void {
    this.#title = title;
    this.#heading.textContent = title;
    this.#heading.hidden = title === "";
    this.#place.setAttribute("aria-label", title === "" ? "Plot" : title);
  }

  getTitle(): string {
    return this.#title;
  }

  setLegend(shown: boolean): void {
    this.#legend.element.hidden = !shown;
  }

  setZoom(range: [number, number] | null): void {
    this.#zoom = range;
    this.requestRender();
  }

  getZoom(): [number, number] | null {
    return this.#zoom;
  }

  setHidden(places: readonly number[]): void {
    this.#hidden = places;
    this.#legend.setHidden(places);
    this.#entries.forEach((_, place) => {
      const show = !places.includes(place);
      if (this.#chart.series[place + 1]?.show !== show) this.#chart.setSeries(place + 1, { show });
    });
    this.requestRender();
  }

  protected override controls(): readonly HTMLElement[] {
    return this.#legend.buttons;
  }

  protected override focusTarget(): HTMLElement {
    return this.#place;
  }

  protected override enabledChanged(on: boolean): void {
    super.enabledChanged(on);
    this.#place.tabIndex = on ? 0 : -1;
    this.#place.setAttribute("aria-disabled", String(!on));
  }

  protected override render(): void {
    const started = performance.now();
    const data = this.#rows.view();
    const [xs] = data;
    this.#chart.batch(() => {
      this.#chart.setData(data as unknown as uPlot.AlignedData, false);
      const [min, max] = this.#zoom ?? this.#all(xs);
      this.#chart.setScale("x", { min, max: max > min ? max : min + 1 });
      if (this.#colorsChanged) this.#chart.redraw(false, true);
    });
    this.#colorsChanged = false;
    this.element.dataset.rows = String(this.#rows.length);
    this.#showValues();
    this.#drawn(started);
  }

  protected override disposed(): void {
    clearTimeout(this.#describing);
    clearTimeout(this.#resting);
    this.services.sizes.unwatch(this.#area);
    this.#colors.end();
    this.#chart.destroy();
  }

  /** Rows that come faster than they can be drawn are drawn together, so that time is left for everything else. */
  #rowsChanged(): void {
    if (this.#isDrawing) this.#isBehind = true;
    else this.requestRender();
    this.#describing ??= setTimeout(() => this.#describe(), DESCRIBE);
  }

  /** The next rows are drawn when these are on the screen, and as long again has passed. */
  #drawn(started: number): void {
    if (this.#isDrawing) return;
    this.#isDrawing = true;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        this.#resting = setTimeout(() => {
          this.#isDrawing = false;
          if (this.#isBehind) this.requestRender();
          this.#isBehind = false;
        }, performance.now() - started);
      }),
    );
  }

  /** What a screen reader says of the plot as a whole. */
  #describe(): void {
    this.#describing = undefined;
    const xs = this.#rows.view()[0] as Float64Array;
    const names = this.#entries.map(({ label }) => label).join(", ");
    const range =
      xs.length === 0
        ? "No rows yet."
        : `${number.format(xs.length)} rows, from ${number.format(xs[0] as number)} to ${number.format(xs.at(-1) as number)}.`;
    this.#description.textContent = `${names}. ${range} Arrow keys move the cursor, plus and minus zoom.`;
  }

  #valuesAt(row: number): { x: number; values: number[] } | null {
    const [xs, ...columns] = this.#rows.view();
    const x = xs?.[row];
    if (x === undefined) return null;
    return { x, values: columns.map((column) => column[row] as number) };
  }

  #showValues(): void {
    const at = this.#cursor === null ? null : this.#valuesAt(this.#cursor);
    this.#legend.setValues(at === null ? null : at.values.map((value) => number.format(value)));
  }

  /** The cursor stands on another row, by pointer or key. */
  #moved(row: number | null): void {
    this.#cursor = row;
    this.#showValues();
    const at = row === null ? null : this.#valuesAt(row);
    const x = at?.x ?? null;
    if (x === this.#reported || !this.isEnabled) return;
    this.#reported = x;
    this.emit("hovered", x, at?.values ?? []);
  }

  #clicked(): void {
    const at = this.#cursor === null ? null : this.#valuesAt(this.#cursor);
    if (at !== null && this.isEnabled) this.emit("clicked", at.x, at.values);
  }

  #zoomBy(range: Range | null): void {
    if (!this.isEnabled || (range === null && this.#zoom === null)) return;
    this.setZoom(range);
    this.emit("zoomed", range);
  }

  #toggle(place: number): void {
    const before = this.#hidden;
    const hidden = before.includes(place) ? before.filter((each) => each !== place) : [...before, place];
    this.setHidden(hidden.toSorted((a, b) => a - b));
    this.emit("toggled", [...this.#hidden]);
  }

  /** All that there is of the x axis, with room for half a bar at both ends. */
  #all(xs: Float64Array | undefined): Range {
    const [first, last] = [xs?.[0] ?? 0, xs?.at(-1) ?? 1];
    const hasBars = this.#entries.some(({ kind }) => kind === "bars");
    const half = hasBars && xs !== undefined && xs.length > 1 ? (last - first) / (xs.length - 1) / 2 : 0;
    return [first - half, last + half];
  }

  /** The rows in view, as the first and the last one. */
  #inView(): Range {
    const xs = this.#rows.view()[0] as Float64Array;
    const [min, max] = this.#zoom ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    const first = xs.findIndex((x) => x >= min);
    const last = xs.findLastIndex((x) => x <= max);
    return [Math.max(0, first), Math.max(0, last)];
  }

  #pressed(event: KeyboardEvent): void {
    if (!this.isEnabled || event.ctrlKey || event.metaKey || event.altKey) return;
    const [first, last] = this.#inView();
    const page = Math.max(1, Math.round((last - first) / 10));
    const from = this.#cursor ?? (event.key === "ArrowLeft" ? last + 1 : first - 1);
    const rows: Readonly<Record<string, number>> = {
      ArrowLeft: from - 1,
      ArrowRight: from + 1,
      PageDown: from - page,
      PageUp: from + page,
      Home: first,
      End: last,
    };
    const row = rows[event.key];
    if (row !== undefined) this.#goTo(Math.min(last, Math.max(first, row)));
    else if (event.key === "Enter") this.#clicked();
    else if (event.key === "Escape" && this.#cursor !== null) this.#chart.setCursor({ left: -10, top: -10 });
    else if (event.key === "+" || event.key === "-") this.#zoomStep(event.key === "+" ? 1 / ZOOM : ZOOM);
    else if (event.key === "0") this.#zoomBy(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #goTo(row: number): void {
    const at = this.#valuesAt(row);
    if (at === null) return;
    const top = this.#chart.valToPos(at.values[0] ?? 0, "y");
    this.#chart.setCursor({ left: this.#chart.valToPos(at.x, "x"), top }, false);
    // What uPlot finds from the place in pixels is a row nearby when there are more rows than pixels.
    this.#moved(row);
    const values = this.#entries.map(({ label }, i) => `${label} ${number.format(at.values[i] ?? 0)}`);
    announce(`${number.format(at.x)}: ${values.join(", ")}`);
  }

  /** Zooms around the cursor, or the middle; all and more than all is no zoom. */
  #zoomStep(factor: number): void {
    const xs = this.#rows.view()[0] as Float64Array;
    if (xs.length < 2) return;
    const [all, end] = [xs[0] as number, xs.at(-1) as number];
    const [min, max] = this.#zoom ?? [all, end];
    const at = this.#cursor === null ? undefined : xs[this.#cursor];
    const center = at !== undefined && at >= min && at <= max ? at : (min + max) / 2;
    const range: Range = [
      Math.max(all, center - (center - min) * factor),
      Math.min(end, center + (max - center) * factor),
    ];
    this.#zoomBy(range[0] <= all && range[1] >= end ? null : range);
  }
}

defineWidget("Plot", Plot);
