/**
 * What a program does with positions: an editor makes and retires them, each of them looks and moves by itself.
 */
import { UsageError } from "../../errors.js";
import type { WidgetNode } from "../../node.js";
import { nodeOf } from "../../values.js";
import type { Operation, OperationContext } from "../model.js";
import { documentOf, newPair, newPosition, ownPlace, placeOf, resolved } from "./documents.js";
import { retire } from "./editing.js";
import type { Gravity, Place } from "./places.js";
import { callOf } from "./source.js";
import type { TextStore } from "./store.js";
import { tellIcon } from "./tell.js";

/** The place of a position. Throws unless it is valid. */
function living(node: WidgetNode, context: OperationContext): Place {
  const place = placeOf(node);
  if (!place.valid) {
    throw new UsageError(
      `${callOf(node, context)}: the position is no longer valid; make another with createRef.`,
    );
  }
  return place;
}

function textOf(place: Place): TextStore {
  return documentOf(place.editor).text;
}

function moving(target: (text: TextStore, offset: number, arg: number) => number): Operation {
  return (node, [arg], context) => {
    const place = living(node, context);
    const text = textOf(place);
    move(node, place, text.clamp(target(text, place.start, arg as number)));
  };
}

function move(node: WidgetNode, place: Place, offset: number): void {
  if (offset === place.start) return;
  const { places } = documentOf(place.editor);
  places.move(place, offset);
  if (places.icons.has(node)) tellIcon(place.editor, ["_moveIcon", [node.wid, offset]]);
}

/** Operations of the positions themselves. */
export const positionOperations: Readonly<Record<string, Operation>> = {
  get_offset: (node) => placeOf(node).start,
  get_gravity: (node) => placeOf(node).gravity,
  is_valid: (node) => placeOf(node).valid,
  get_line_column(node, _args, context) {
    const place = living(node, context);
    const text = textOf(place);
    return [text.lineOf(place.start), place.start - text.lineStartOf(place.start)];
  },
  get_line(node, _args, context) {
    const place = living(node, context);
    return textOf(place).lineOf(place.start);
  },
  copy(node, _args, context) {
    const place = living(node, context);
    return newPosition(place.editor, place.start, place.gravity);
  },
  to_ref(node, [other], context) {
    const place = living(node, context);
    move(node, place, resolved(place.editor, other, "other", callOf(node, context)));
  },
  set_offset: moving((_text, _offset, to) => to),
  set_line: moving((text, _offset, line) => text.lineStart(line)),
  to_line_start: moving((text, offset) => text.lineStartOf(offset)),
  to_line_end: moving((text, offset) => text.lineEndFrom(offset)),
  to_next_line: moving((text, offset) => {
    const end = text.lineEndFrom(offset);
    return end === text.length ? offset : end + 1;
  }),
  to_prev_line: moving((text, offset) => {
    const start = text.lineStartOf(offset);
    return start === 0 ? offset : text.lineStartOf(start - 1);
  }),
  to_next_char: moving((_text, offset) => offset + 1),
  to_prev_char: moving((_text, offset) => offset - 1),
};

/** Operations of the editor. */
export const placingOperations: Readonly<Record<string, Operation>> = {
  create_ref: (node, [offset, gravity]) => newPosition(node, offset as number, gravity as Gravity),
  remove_ref(node, [ref], context) {
    ownPlace(node, ref, "ref", callOf(node, context));
    retire(nodeOf(ref) as WidgetNode);
  },
  create_named_ref(node, [given, offset, gravity]) {
    const name = given as string;
    const { places } = documentOf(node);
    const before = places.names.get(name);
    if (before !== undefined) retire(before);
    const made = newPosition(node, offset as number, gravity as Gravity);
    const position = nodeOf(made) as WidgetNode;
    placeOf(position).name = name;
    places.names.set(name, position);
    return made;
  },
  get_named_ref: (node, [name]) => documentOf(node).places.names.get(name as string)?.face ?? null,
  remove_named_ref(node, [name]) {
    const position = documentOf(node).places.names.get(name as string);
    if (position !== undefined) retire(position);
  },
  get_ref_start: (node) => newPosition(node, 0),
  get_ref_end: (node) => newPosition(node, documentOf(node).text.length),
  get_ref_bounds: (node) => newPair(node, [0, documentOf(node).text.length]),
  get_ref_line_start: (node, [line]) => newPosition(node, documentOf(node).text.lineStart(line as number)),
  get_ref_line_end(node, [line]) {
    const { text } = documentOf(node);
    return newPosition(node, text.lineEndFrom(text.lineStart(line as number)));
  },
};
