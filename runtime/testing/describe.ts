/**
 * How a page presents a widget: role, name, value, flags; and whether its user can see and use it.
 * Made from what the page keeps of the widget, by the tables of its class.
 */
import { normalized } from "../session/normalize.js";
import { parsePointer, partAt } from "../session/pointer.js";
import type {
  AccessibleTable,
  ConditionTable,
  FlagName,
  GesturesTable,
  NormalizerTable,
  Pointer,
} from "../session/table.js";
import { same } from "../session/values.js";
import type { WidgetClass } from "../session/widget-class.js";
import type { Shown, ShownLink } from "./shown.js";

interface Manner {
  readonly accessible: AccessibleTable;
  readonly gestures: GesturesTable;
  /** Options that put a widget into a group. */
  readonly groups: ReadonlySet<string>;
}

const manners = new WeakMap<WidgetClass, Manner>();

/** What a class and its bases say about pages and users. */
export function mannerOf(cls: WidgetClass): Manner {
  let manner = manners.get(cls);
  if (manner === undefined) {
    let accessible: AccessibleTable = {};
    let gestures: GesturesTable = {};
    for (let at: typeof cls.table | null = cls.table; at !== null; at = at.base) {
      const flags = { ...at.accessible?.flags, ...accessible.flags };
      accessible = { ...at.accessible, ...accessible, flags };
      gestures = { ...gestures, ...at.gestures, ...gestures };
    }
    const groups = new Set([...cls.exclusive].flatMap((state) => state.exclusive ?? []));
    manner = { accessible, gestures, groups };
    manners.set(cls, manner);
  }
  return manner;
}

/** The value at a pointer, with defaults. Of a group: any other member, or null. */
export function readShown(shown: Shown, pointer: Pointer): unknown {
  const { name, path } = parsePointer(pointer);
  if (mannerOf(shown.cls).groups.has(name)) return shown.group.size > 1 ? shown : null;
  const state = shown.cls.states.get(name);
  const value = name in shown.state ? shown.state[name] : (state?.default ?? null);
  return path.length === 0 ? value : partAt(value, path);
}

/** Whether a condition on the state holds now. */
export function holdsShown(shown: Shown, condition: ConditionTable | undefined): boolean {
  return (condition ?? []).every((when) => {
    const value = readShown(shown, when.state ?? "");
    return when.isNot !== undefined ? !same(value, when.isNot) : same(value, when.is);
  });
}

/** A value as the rules of a state make it. */
export function ruledShown(shown: Shown, pointer: Pointer, value: unknown): unknown {
  const rules = shown.cls.states.get(parsePointer(pointer).name)?.normalize ?? [];
  return normalized(value, rules, {
    number(bound) {
      const found = typeof bound === "string" ? readShown(shown, bound) : bound;
      return typeof found === "number" ? found : undefined;
    },
    holds: (rule: NormalizerTable) => !("when" in rule) || holdsShown(shown, rule.when),
  });
}

/** How a widget hangs in its parent. */
export function linkTo(shown: Shown): ShownLink | undefined {
  return shown.parent?.links.find((link) => link.child === shown);
}

/** Its ARIA role; empty when it has none. */
export function roleOf(shown: Shown): string {
  return mannerOf(shown.cls).accessible.role?.find((each) => holdsShown(shown, each.when))?.role ?? "";
}

/** What names it: its own text, or what its parent calls it. Empty when nothing does. */
export function labelOf(shown: Shown): string {
  for (const pointer of mannerOf(shown.cls).accessible.label ?? []) {
    const value = readShown(shown, pointer);
    if (typeof value === "string" && value !== "") return value;
  }
  const { parent } = shown;
  return parent === null ? "" : childLabel(parent, shown);
}

/** What a parent calls a child. */
export function childLabel(parent: Shown, child: Shown): string {
  const { childLabel: pointer } = mannerOf(parent.cls).accessible;
  if (pointer === undefined) return "";
  const link = parent.links.find((each) => each.child === child);
  const value = partAt(link?.args, parsePointer(pointer).path);
  return typeof value === "string" ? value : "";
}

/** What its user has set in it; null when it holds no value. */
export function shownValue(shown: Shown): unknown {
  const { value } = mannerOf(shown.cls).accessible;
  if (value !== undefined) return readShown(shown, value);
  for (const model of shown.models.values()) if (model.value !== undefined) return model.value();
  return null;
}

/** What of the flags holds for the widget itself. */
export function ownFlags(shown: Shown): FlagName[] {
  const flags = Object.entries(mannerOf(shown.cls).accessible.flags ?? {});
  return flags
    .filter(([, flag]) => same(readShown(shown, flag.state), flag.is) && holdsShown(shown, flag.when))
    .map(([name]) => name as FlagName);
}

/** Whether a flag says that it does not hold, which is another thing than a class without that flag. */
function lacks(shown: Shown, flag: FlagName): boolean {
  return mannerOf(shown.cls).accessible.flags?.[flag] !== undefined && !ownFlags(shown).includes(flag);
}

export function isDisabled(shown: Shown): boolean {
  return ownFlags(shown).includes("disabled") || (shown.parent !== null && isDisabled(shown.parent));
}

/** Why its user cannot see a widget; null when it is in sight. */
export function whyHidden(shown: Shown): string | null {
  const { parent } = shown;
  if (ownFlags(shown).includes("hidden")) return `${nameOf(shown)} is hidden`;
  if (parent === null) {
    return mannerOf(shown.cls).accessible.top === true ? null : `${nameOf(shown)} is in no window`;
  }
  const { shows } = mannerOf(parent.cls).accessible;
  if (shows === "selected" && linkTo(shown)?.slot === "children" && parent.selected !== shown) {
    return `${nameOf(shown)} is not the selected child of ${nameOf(parent)}`;
  }
  if (lacks(parent, "expanded")) return `${nameOf(parent)} is collapsed`;
  return whyHidden(parent);
}

/** `Button#3 "OK"`, for messages. */
export function nameOf(shown: Shown): string {
  const label = labelOf(shown);
  return `${shown.cls.name}#${shown.wid}${label === "" ? "" : ` ${JSON.stringify(label)}`}`;
}
