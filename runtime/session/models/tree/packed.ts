/**
 * Many flat rows on their way to browsers that read them part by part, so that a long table is shown before it is read.
 * Browsers that have not named the feature `rows` get them as `set_data`.
 */
import { joinedParts } from "../../../protocol/parts.js";
import type { WidgetNode } from "../../node.js";
import type { Peer } from "../../peer.js";
import type { Call } from "../../render.js";
import type { OperationContext } from "../model.js";
import type { Row } from "./row.js";

const FEATURE = "rows";
/** Fewer rows are read as fast in one go. */
const MANY = 1000;
/** Rows that are read together: about what a view draws. */
const LENGTH = 128;
/** Bytes that travel together, but for a list that is larger by itself. */
const PIECE = 512 * 1024;
/** Bytes of the first piece where there are several: enough for what is in view. */
const FIRST = 64 * 1024;

export const readsParts = (peer: Peer): boolean => peer.features.has(FEATURE);

/**
 * Tells the browsers calls that fill a view, to each in the form that it reads; not the one whose user did it.
 * @param calls - Makes them for browsers that read parts, or for those that do not
 */
export function tellFilling(
  node: WidgetNode,
  calls: (inParts: boolean) => Call[],
  { origin }: OperationContext,
): void {
  const { outbox, connections } = node.session;
  const others = outbox.others(node, origin);
  // Those in parts come last: what is said of the table after them would not let them wait.
  for (const inParts of [false, true]) {
    const to = (peer: Peer) => readsParts(peer) === inParts && (others === null || others(peer));
    if (!connections.some(to)) continue;
    outbox.called(node, calls(inParts), { silent: true, to: connections.every(to) ? null : to });
  }
}

/** The calls that fill an empty view with flat rows that have the keys row0, row1 and so on. */
export function dataCalls(node: WidgetNode, rows: readonly Row[], inParts: boolean): Call[] {
  const data = rows.map((row) => row.values ?? {});
  return inParts && data.length >= MANY ? partsCalls(node, data) : [["set_data", [data]]];
}

function partsCalls(node: WidgetNode, data: readonly object[]): Call[] {
  const { host } = node.session;
  const lists: Uint8Array[] = [];
  for (let at = 0; at < data.length; at += LENGTH) {
    lists.push(host.utf8(JSON.stringify(data.slice(at, at + LENGTH))));
  }
  const [first = [], ...more] = pieces(lists);
  const sizes = (piece: readonly Uint8Array[]) => piece.map(({ byteLength }) => byteLength);
  return [
    ["_loadRows", [joinedParts(first), sizes(first), LENGTH, data.length]],
    ...more.map((piece): Call => ["_moreRows", [joinedParts(piece), sizes(piece)], true]),
  ];
}

/** Lists that travel together: the first ones of many by themselves, so that they are shown while the others come. */
function pieces(lists: readonly Uint8Array[]): Uint8Array[][] {
  const found: Uint8Array[][] = [];
  const total = lists.reduce((sum, { byteLength }) => sum + byteLength, 0);
  let room = total <= PIECE ? PIECE : FIRST;
  let piece: Uint8Array[] = [];
  for (const list of lists) {
    if (piece.length > 0 && list.byteLength > room) {
      found.push(piece);
      piece = [];
      room = PIECE;
    }
    piece.push(list);
    room -= list.byteLength;
  }
  found.push(piece);
  return found;
}
