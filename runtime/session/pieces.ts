/**
 * Texts that remember where what was added to them begins, because a browser reads each piece on its own.
 * The state is the whole text; the places of the cuts stand beside it until it is set anew.
 */
import type { WidgetNode } from "./node.js";

/** Where pieces begin in the text of a state; undefined where it is one piece. */
function cutsOf(node: WidgetNode, state: string): number[] | undefined {
  return node.extra?.cuts?.get(state);
}

export function isInPieces(node: WidgetNode, state: string): boolean {
  return node.extra?.cuts?.has(state) === true;
}

/** The state has a text of one piece from now on. */
export function joinPieces(node: WidgetNode, state: string): void {
  node.extra?.cuts?.delete(state);
}

/** Adds a piece: `write` gives the state its new text, which makes it one piece. */
export function addPiece(node: WidgetNode, state: string, length: number, write: () => void): void {
  const cuts = cutsOf(node, state) ?? [];
  write();
  cuts.push(length);
  const extra = node.more();
  extra.cuts ??= new Map();
  extra.cuts.set(state, cuts);
}

/** The text of a state, piece by piece. */
export function piecesOf(
  node: WidgetNode,
  state: string,
  text: string,
): readonly [first: string, ...string[]] {
  const cuts = cutsOf(node, state) ?? [];
  return [text.slice(0, cuts[0]), ...cuts.map((cut, i) => text.slice(cut, cuts[i + 1]))];
}
