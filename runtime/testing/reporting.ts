/**
 * What a page shows after its own user's doing: the same as the callbacks mean on the server, which does not send
 * it back.
 */
import { argumentAt, parsePointer, withPart } from "../session/pointer.js";
import type { CallbackTable, ConditionTable } from "../session/table.js";
import { same } from "../session/values.js";
import { readShown } from "./describe.js";
import { childrenOf, type Shown } from "./shown.js";

/** Brings a callback that the page reports into what it shows. */
export function takeOwn(shown: Shown, action: string, table: CallbackTable, args: readonly unknown[]): void {
  for (const { state, from, when } of table.updates ?? []) {
    if (!holds(shown, when, args)) continue;
    const value =
      typeof from === "string" ? argumentAt(args, from) : from.map((pointer) => argumentAt(args, pointer));
    if (value !== undefined) setShown(shown, state, value);
  }
  for (const effect of table.effects ?? []) {
    if ("set" in effect && effect.after === undefined && holds(shown, effect.when, args))
      setShown(shown, effect.set, effect.value);
    else if ("select" in effect)
      shown.selected = child(shown, argumentAt(args, effect.select)) ?? shown.selected;
    else if ("move" in effect)
      moveChild(shown, child(shown, argumentAt(args, effect.move)), argumentAt(args, effect.to) as number);
  }
  for (const model of shown.models.values()) model.reported?.(action, args);
}

/** Sets a state, or a part of one. */
export function setShown(shown: Shown, pointer: string, value: unknown): void {
  const { name, path } = parsePointer(pointer);
  const before = name in shown.state ? shown.state[name] : shown.cls.states.get(name)?.default;
  shown.state[name] = path.length === 0 ? value : withPart(before, path, value);
}

/** Gives a child another place among those in its list. */
export function moveChild(shown: Shown, moved: Shown | null, place: number): void {
  const { links } = shown;
  const at = links.findIndex((link) => link.child === moved);
  const [link] = moved === null || at === -1 ? [] : links.splice(at, 1);
  if (link === undefined) return;
  const before = childrenOf(shown, link.slot)[place];
  const to = links.findIndex((each) => each.child === before);
  links.splice(before === undefined ? links.length : to, 0, link);
}

function child(shown: Shown, value: unknown): Shown | null {
  const wid = (value as { readonly __wid__?: number } | null)?.__wid__;
  return childrenOf(shown).find((each) => each.wid === wid) ?? null;
}

function holds(shown: Shown, condition: ConditionTable | undefined, args: readonly unknown[]): boolean {
  return (condition ?? []).every((when) => {
    const value = when.state !== undefined ? readShown(shown, when.state) : argumentAt(args, when.arg ?? "");
    return when.isNot !== undefined ? !same(value, when.isNot) : same(value, when.is);
  });
}
