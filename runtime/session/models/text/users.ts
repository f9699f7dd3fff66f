/**
 * What users do with a text, as their browsers report it: edits made to an older text are brought to the present
 * one by the rule in `crossing.ts`, in the model before any handler runs.
 */
import type { WidgetNode } from "../../node.js";
import type { Peer } from "../../peer.js";
import { readState } from "../../state.js";
import type { Operation } from "../model.js";
import type { UserEdit } from "./crossing.js";
import { detach, documentOf, newPosition, placeOf } from "./documents.js";
import { fireChanged, put, redo, undo } from "./editing.js";
import type { Caret } from "./history.js";
import { replayCalls, tellAll, tellCaret } from "./tell.js";

function isEditable(node: WidgetNode): boolean {
  return readState(node, "editable") === true;
}

function only(origin: object | null) {
  return (peer: object) => peer === origin;
}

function caretMoved(node: WidgetNode, before: Caret): void {
  const { caret } = documentOf(node);
  if (caret.anchor === before.anchor && caret.focus === before.focus) return;
  if (node.handlers?.has("cursor_moved") !== true) return;
  node.session.handlers.fire(node, "cursor_moved", [newPosition(node, caret.focus)]);
}

export const userOperations: Readonly<Record<string, Operation>> = {
  text_edited(node, args, { origin }) {
    const [version, told, editor, rejoined = false] = args as [number, readonly UserEdit[], string, boolean?];
    const document = detach(node);
    const { caret: before, log, text } = document;
    const edits = log.rebase(version, told, editor, text.length);
    // It was made to a text that another one has replaced, as its browser is hearing just now.
    if (edits === "outdated") return false;
    if (edits === "refused" || !isEditable(node)) {
      tellAll(node, replayCalls(document, placeOf, origin as Peer), only(origin));
      return false;
    }
    let changed = 0;
    for (const { changes, anchor, focus } of edits) {
      if (put(node, document, changes, { editor, caret: { anchor, focus } })) changed++;
    }
    // The editor that its user goes on in has begun anew.
    if (rejoined) tellCaret(node, document, only(origin));
    fireChanged(node, changed);
    caretMoved(node, before);
    return true;
  },
  caret_moved(node, args) {
    const [version, anchor, focus] = args as [number, number, number];
    const document = documentOf(node);
    const { caret: before, log, text } = document;
    const caret = log.rebaseCaret(version, { anchor, focus }, text.length);
    if (caret === null) return false;
    document.caret = caret;
    caretMoved(node, before);
    return true;
  },
  undo_asked(node, _args, { origin }) {
    const before = documentOf(node).caret;
    if (isEditable(node) && undo(node, only(origin))) caretMoved(node, before);
  },
  redo_asked(node, _args, { origin }) {
    const before = documentOf(node).caret;
    if (isEditable(node) && redo(node, only(origin))) caretMoved(node, before);
  },
  gutter_clicked(node, [line, id]) {
    const { icons } = documentOf(node).places;
    let owner: WidgetNode | undefined;
    for (const position of icons.keys()) if (position.wid === id) owner = position;
    node.session.handlers.fire(node, "icon_clicked", [line, owner?.face ?? null]);
  },
};
