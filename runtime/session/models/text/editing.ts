/**
 * Changes of a document with all that follows from them: browsers are told, then handlers run.
 */

import type { Change } from "../../../protocol/text-changes.js";
import type { WidgetNode } from "../../node.js";
import type { Recipients } from "../../outgoing.js";
import type { EditOptions, TextDocument } from "./document.js";
import { detach, documentOf, placeOf } from "./documents.js";
import type { Caret, Step } from "./history.js";
import type { Place } from "./places.js";
import { tellCaret, tellEdit, tellIcon, tellIdleCaret, tellLoad, tellStepCaret } from "./tell.js";

/** Puts a change into the document and tells it. Says whether the text is another one now. */
export function put(node: WidgetNode, document: TextDocument, change: Change, options: EditOptions): boolean {
  const differs = document.edit(change, options);
  tellEdit(node, document, change, options);
  // Without a browser no edit is on its way, but of one that will come back.
  if (!node.session.isConnected) document.log.shorten();
  return differs;
}

export function fireChanged(node: WidgetNode, times = 1): void {
  for (let i = 0; i < times; i++) node.session.handlers.fire(node, "changed", []);
}

/** The program edits. Stretches that would get the text they have are left out. */
export function edit(node: WidgetNode, wanted: Change, options: EditOptions = {}): void {
  const { text } = documentOf(node);
  const change = wanted.filter(([start, end, insert]) => text.slice(start, end) !== insert);
  if (change.length === 0) return;
  const document = detach(node);
  put(node, document, change, options);
  tellIdleCaret(node, document);
  fireChanged(node, options.steps === "each" ? change.length : 1);
}

export function load(node: WidgetNode, text: string): void {
  const document = detach(node);
  const retired = document.places.retireAll();
  for (const place of retired) place.at = 0;
  document.load(text);
  tellLoad(node, document);
  retired.forEach(fireInvalidated);
}

export function setCaret(node: WidgetNode, caret: Caret): void {
  const document = documentOf(node);
  document.caret = caret;
  tellCaret(node, document);
}

/** @param to - The browsers whose carets go along; null for all whose users are not in the editor. */
export function undo(node: WidgetNode, to: Recipients = null): boolean {
  const step = documentOf(node).history.back();
  return step !== undefined && take(node, step.inverse, step.before, to);
}

/** @param to - The browsers whose carets go along; null for all whose users are not in the editor. */
export function redo(node: WidgetNode, to: Recipients = null): boolean {
  const step: Step | undefined = documentOf(node).history.forth();
  return step !== undefined && take(node, step.change, step.after, to);
}

function take(node: WidgetNode, change: Change, caret: Caret, to: Recipients): true {
  const document = documentOf(node);
  put(node, document, change, { caret, steps: "none" });
  if (to === null) tellIdleCaret(node, document);
  else tellStepCaret(node, document, to);
  fireChanged(node);
  return true;
}

/** Ends a position for good; nothing happens when it has ended already. */
export function retire(position: WidgetNode): void {
  const place = placeOf(position);
  if (!place.valid) return;
  const hadIcon = documentOf(place.editor).places.retire(place);
  if (hadIcon) tellIcon(place.editor, ["_dropIcon", [position.wid]]);
  fireInvalidated(place);
}

/** The editor ends: its positions keep their last offsets. */
export function retireAll(document: TextDocument): void {
  document.places.retireAll().forEach(fireInvalidated);
}

function fireInvalidated(place: Place): void {
  const position = place.node.deref();
  position?.session.handlers.fire(position, "invalidated", []);
}
