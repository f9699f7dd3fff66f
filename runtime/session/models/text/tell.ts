/**
 * What browsers are told of a text, made from the document: each change as it happens, and all of it in a replay.
 * Browsers that have not named the feature `text` get the forms of protocol 0.4.
 */

import type { Change } from "../../../protocol/text-changes.js";
import type { WidgetNode } from "../../node.js";
import type { Recipients } from "../../outgoing.js";
import type { Peer } from "../../peer.js";
import type { Call } from "../../render.js";
import type { TextDocument } from "./document.js";
import type { Icon, Place, Places } from "./places.js";

/** The browser keeps versions, sends its user's edits, and takes changes of tags and icons one by one. */
const FEATURE = "text";

const knows = (peer: Peer) => peer.features.has(FEATURE);
const knowsNot = (peer: Peer) => !knows(peer);

/** Calls that every browser understands. */
export function tellAll(node: WidgetNode, calls: readonly Call[], to: Recipients = null): void {
  node.session.outbox.called(node, calls, { silent: true, to });
}

function anyPlain(node: WidgetNode): boolean {
  return node.session.connections.some(knowsNot);
}

/** Calls for the browsers that know them. */
function tell(node: WidgetNode, calls: readonly Call[]): void {
  tellAll(node, calls, anyPlain(node) ? knows : null);
}

export function tellEdit(
  node: WidgetNode,
  { log }: TextDocument,
  change: Change,
  { editor = "", tags = [] }: { readonly editor?: string; readonly tags?: readonly string[] },
): void {
  const opts = { ...(editor === "" ? {} : { editor }), ...(tags.length === 0 ? {} : { tags }) };
  tell(node, [["_editText", [log.version, change, opts]]]);
  if (!anyPlain(node)) return;
  const plain = { pushUndo: false, ...(tags.length === 0 ? {} : { tags }) };
  const calls = change.toReversed().map((stretch): Call => ["_replaceRange", [...stretch, plain]]);
  if (calls.length > 0) tellAll(node, calls, knowsNot);
}

/** The program has moved the caret: every browser goes along, or those that it is told to. */
export function tellCaret(node: WidgetNode, document: TextDocument, to: Recipients = null): void {
  tellAll(node, [caretCall(document)], to);
}

/** An edit has moved the caret of the program. Users who are in the editor keep theirs. */
export function tellIdleCaret(node: WidgetNode, document: TextDocument): void {
  const [method, offsets] = caretCall(document);
  tell(node, [[method, [...offsets, true]]]);
  if (anyPlain(node)) tellAll(node, [[method, offsets]], knowsNot);
}

/** The caret after a step in the history that the user of one browser asked for. */
export function tellStepCaret(node: WidgetNode, document: TextDocument, to: Recipients): void {
  const [method, offsets] = caretCall(document);
  tellAll(node, [[method, [...offsets, false, true]]], to);
}

function caretCall({ caret: { anchor, focus } }: TextDocument): Call {
  return anchor === focus ? ["_setCursorOffset", [focus]] : ["_setSelectionOffsets", [anchor, focus]];
}

/** The ranges of a tag have changed. */
export function tellTags(node: WidgetNode, document: TextDocument, call: Call): void {
  tell(node, [call]);
  resendTags(node, document);
}

/** Browsers that know no other way get all ranges, once at the end of the turn. */
export function resendTags(node: WidgetNode, document: TextDocument): void {
  if (document.resending || !anyPlain(node)) return;
  document.resending = true;
  node.session.host.defer(() => {
    document.resending = false;
    if (!node.destroyed) tellAll(node, [intervalsCall(document)], knowsNot);
  });
}

function intervalsCall({ tags, log }: TextDocument): Call {
  return ["_restoreTagIntervals", [tags.intervals(), log.version]];
}

/** The document has another text. */
export function tellLoad(node: WidgetNode, document: TextDocument): void {
  tellAll(node, [["set_text", [document.text.toString()]], intervalsCall(document)]);
}

export function tellIcon(node: WidgetNode, call: Call): void {
  tell(node, [call]);
}

export function putIconCall(id: number, place: Place, url: string): Call {
  return ["_putIcon", [id, place.start, place.gravity, url]];
}

function icons({ icons: bound }: Places, placeOf: (node: WidgetNode) => Place): Icon[] {
  return [...bound].map(([node, url]) => {
    const { start, gravity } = placeOf(node);
    return { id: node.wid, offset: start, gravity, url };
  });
}

/** All that a browser needs which has the widget as it was made. */
export function replayCalls(
  document: TextDocument,
  placeOf: (node: WidgetNode) => Place,
  peer: Peer,
): Call[] {
  const { text, tags, places, caret, detached } = document;
  const calls: Call[] = [];
  if (detached) calls.push(["set_text", [text.toString()]]);
  for (const [name, attributes] of tags.definitions) calls.push(["create_tag", [name, attributes]]);
  if (detached || tags.anyApplied) calls.push(intervalsCall(document));
  if (places.icons.size > 0 && knows(peer)) calls.push(["_setIcons", [icons(places, placeOf)]]);
  if (caret.anchor !== 0 || caret.focus !== 0) calls.push(caretCall(document));
  return calls;
}
