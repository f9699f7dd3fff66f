/**
 * Which document an editor has and where a position is: made when they are needed, kept with the nodes.
 */
import { UsageError } from "../../errors.js";
import { type Face, NODE, type WidgetNode } from "../../node.js";
import { readState, writeState } from "../../state.js";
import { nodeOf } from "../../values.js";
import { TextDocument } from "./document.js";
import { type Gravity, Place } from "./places.js";

const NAME = "text";
/** The method of an editor that says of which class its positions are. */
const MAKER = "create_ref";

export function isPosition(node: WidgetNode): boolean {
  return node.extra?.models.get(NAME) instanceof Place;
}

export function documentOf(node: WidgetNode): TextDocument {
  const { models } = node.more();
  let document = models.get(NAME) as TextDocument | undefined;
  if (document === undefined) {
    document = new TextDocument((readState(node, "text") as string | null) ?? "");
    models.set(NAME, document);
  }
  return document;
}

/** The document, if anything has asked for it yet. */
export function presentDocument(node: WidgetNode): TextDocument | null {
  return (node.extra?.models.get(NAME) as TextDocument | undefined) ?? null;
}

/** To be called before the first change: from now on the text is told by calls, and not with the widget. */
export function detach(node: WidgetNode): TextDocument {
  const document = documentOf(node);
  if (document.detached) return document;
  document.detached = true;
  node.session.outbox.fixCreate(node);
  writeState(node, "text", "");
  return document;
}

export function placeOf(node: WidgetNode): Place {
  return node.more().models.get(NAME) as Place;
}

/** A position that nothing but the program, a name or an icon keeps alive: the session itself lets go of it. */
export function newPosition(editor: WidgetNode, offset: number, gravity: Gravity = "right"): Face {
  const { session, cls, face: buffer } = editor;
  const maker = cls.methods.get(MAKER);
  if (maker?.kind !== "factory") throw new Error(`${cls.name}.${MAKER} makes nothing`);
  const face = session.make(maker.creates, { buffer, offset, gravity });
  const node = face[NODE];
  session.forget(node);
  // What the constructor was given is in the place now; the editor must not remember who names it.
  node.state = null;
  editor.extra?.referrers?.delete(node);
  const place = new Place(node, editor, gravity);
  node.more().models.set(NAME, place);
  const { text, places } = documentOf(editor);
  places.follow(place, text.clamp(offset));
  return face;
}

/** Two new positions. */
export function newPair(editor: WidgetNode, [start, end]: readonly [number, number]): [Face, Face] {
  return [newPosition(editor, start), newPosition(editor, end)];
}

/** The place of a position that was passed to a call. Throws unless it is one of this editor. */
export function ownPlace(editor: WidgetNode, value: unknown, path: string, call: string): Place {
  const node = nodeOf(value) as WidgetNode;
  const place = placeOf(node);
  if (place.editor !== editor) {
    throw new UsageError(`${call}: ${path}: ${node} is a position of ${place.editor}, not of ${editor}.`);
  }
  return place;
}

/** The offset of a position that was passed to a call. Throws unless it is a valid one of this editor. */
export function resolved(editor: WidgetNode, value: unknown, path: string, call: string): number {
  const place = ownPlace(editor, value, path, call);
  if (!place.valid) throw invalid(`${call}: ${path}`, nodeOf(value) as WidgetNode);
  return place.start;
}

export function invalid(where: string, node: WidgetNode): UsageError {
  return new UsageError(`${where}: the position ${node} is no longer valid; make another with createRef.`);
}
