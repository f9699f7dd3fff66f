/**
 * The columns of a tree or table, made from what a program says about them: each with a key of its own.
 */
import type { ColumnOptions, ColumnSpec, ColumnWidth } from "../../generated/browser/types.js";

export type Kind = "text" | "integer" | "float" | "boolean" | "icon";
export type Control = "checkbox" | "combobox" | "progress" | "button";
export type Choice = string | number | boolean;

export interface Column {
  readonly key: string;
  readonly label: string;
  readonly kind: Kind;
  readonly align: "start" | "center" | "end";
  readonly editable: boolean;
  readonly control: Control | null;
  /** Pixels. */
  readonly iconSize: number;
  readonly choices: readonly Choice[];
  readonly min: number;
  readonly max: number;
  /** Text of buttons without one of their own. */
  readonly text: string | null;
  readonly enabledKey: string | null;
  readonly visibleKey: string | null;
  /** As the program has it. */
  readonly width: ColumnWidth;
}

/** Names a column: by key, or by its place from 0. */
export type ColumnRef = string | number;

const kinds: Readonly<Record<string, Kind>> = {
  integer: "integer",
  int: "integer",
  float: "float",
  number: "float",
  boolean: "boolean",
  bool: "boolean",
  icon: "icon",
};

/** Sides of the reading direction, so that right-to-left is the mirror image. */
const aligns = { left: "start", center: "center", right: "end" } as const;
const usualAligns: Readonly<Record<Kind, Column["align"]>> = {
  text: "start",
  integer: "end",
  float: "end",
  boolean: "center",
  icon: "center",
};

const USUAL_WIDTH = "1fr";
/** A column that takes a share of the room is never narrower than this; the first one of a tree has levels in it. */
const LEAST_SHARE = 56;
const LEAST_TREE_SHARE = 136;

/** Keys that no column can have. */
const reserved: ReadonlySet<string> = new Set(["", "__values__", "__wid__", "__proto__"]);

function made(options: ColumnOptions, key: string): Column {
  const kind = kinds[options.type ?? "string"] ?? "text";
  const control = options.widget ?? "";
  const usual = control === "checkbox" ? "center" : usualAligns[kind];
  return {
    key,
    label: options.label ?? "",
    kind,
    align: options.halign === undefined ? usual : (aligns[options.halign] ?? usual),
    editable: options.editable ?? false,
    control: control === "" ? null : control,
    iconSize: options.icon_size ?? 16,
    choices: options.choices ?? [],
    min: options.min ?? 0,
    max: options.max ?? 100,
    text: options.text ?? null,
    enabledKey: options.enabled_key ?? null,
    visibleKey: options.visible_key ?? null,
    width: options.colwidth ?? USUAL_WIDTH,
  };
}

/** Columns with their keys: those without one, or with one that is taken, are called _col0, _col1 and so on. */
export function makeColumns(specs: readonly ColumnSpec[], others: readonly Column[] = []): Column[] {
  const all = specs.map((spec) => (typeof spec === "string" ? { label: spec } : spec));
  const given = new Set([...all, ...others].map(({ key }) => key));
  const used = new Set(others.map(({ key }) => key));
  let number = others.length;
  return all.map((options) => {
    let key = options.key ?? "";
    if (reserved.has(key) || used.has(key)) {
      while (given.has(`_col${number}`)) number++;
      key = `_col${number++}`;
    }
    used.add(key);
    return made(options, key);
  });
}

/** Where a column is; -1 when it is not there. */
export function columnAt(columns: readonly Column[], ref: ColumnRef | null): number {
  if (ref === null) return -1;
  if (typeof ref === "number") return ref < columns.length ? ref : -1;
  return columns.findIndex((column) => column.key === ref);
}

/** Whether its cells can be changed by typing, if the program lets the user. */
export function isTyped(column: Column): boolean {
  return column.kind !== "icon" && column.control === null;
}

/** The width of a column as a track of a CSS grid; null when it follows the content. */
export function trackOf(width: ColumnWidth, hasLevels = false): string | null {
  if (typeof width === "number") return `${width}px`;
  const text = width.trim();
  if (/auto|content/.test(text)) return null;
  const share = /^(\d*\.?\d+)fr$/.exec(text);
  const least = hasLevels ? LEAST_TREE_SHARE : LEAST_SHARE;
  if (share !== null) return `minmax(${least}px, ${text})`;
  // Several tracks in one text would push the columns behind out of line.
  const isOne = !/\s/.test(text.replace(/\(.*\)/, ""));
  return isOne && CSS.supports("grid-template-columns", text) ? text : `minmax(${least}px, ${USUAL_WIDTH})`;
}
