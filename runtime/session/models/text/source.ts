/**
 * What a program does with the text of an editor: text, caret, history, search, scrolling.
 */
import { camelCase } from "../../../protocol/names.js";
import type { WidgetNode } from "../../node.js";
import { nodeOf } from "../../values.js";
import type { Operation, OperationContext } from "../model.js";
import { documentOf, newPair, newPosition, resolved } from "./documents.js";
import { edit, load, redo, setCaret, undo } from "./editing.js";
import { caretAt } from "./history.js";
import { type Match, matches } from "./search.js";
import { tellAll } from "./tell.js";

/** `TextSource#3.insertText`, for messages. */
export function callOf(node: WidgetNode, { method }: OperationContext): string {
  return `${node}.${camelCase(method)}`;
}

/** The offsets of two positions, the smaller one first. */
export function rangeOf(
  node: WidgetNode,
  start: unknown,
  end: unknown,
  context: OperationContext,
): readonly [number, number] {
  const call = callOf(node, context);
  const a = resolved(node, start, "startRef", call);
  const b = resolved(node, end, "endRef", call);
  return a <= b ? [a, b] : [b, a];
}

interface SearchOptions {
  readonly start?: unknown;
  readonly case_insensitive?: boolean;
  readonly all?: boolean;
}

function search(
  node: WidgetNode,
  query: unknown,
  options: unknown,
  context: OperationContext,
): Iterable<Match> {
  const { start, case_insensitive: ignoreCase = false } = options as SearchOptions;
  const from = nodeOf(start) === null ? 0 : resolved(node, start, "opts.start", callOf(node, context));
  return matches(documentOf(node).text.toString(), query as string, { from, ignoreCase });
}

function first(found: Iterable<Match>): Match[] {
  for (const match of found) return [match];
  return [];
}

function selection(node: WidgetNode): unknown {
  const { anchor, focus } = documentOf(node).caret;
  return anchor === focus ? null : newPair(node, anchor < focus ? [anchor, focus] : [focus, anchor]);
}

function scroll(node: WidgetNode, offset: number, align: unknown): void {
  node.session.outbox.called(node, [["_scrollToOffset", [offset, align]]]);
}

export const sourceOperations: Readonly<Record<string, Operation>> = {
  set_text: (node, [text]) => load(node, (text as string | null) ?? ""),
  clear: (node) => load(node, ""),
  get_text: (node) => documentOf(node).text.toString(),
  get_length: (node) => documentOf(node).text.length,
  get_end_lineno: (node) => documentOf(node).text.lastLine,
  get_text_range(node, [start, end], context) {
    return documentOf(node).text.slice(...rangeOf(node, start, end, context));
  },
  insert_text(node, [ref, text, tags], context) {
    if (text === "") return;
    const at = resolved(node, ref, "ref", callOf(node, context));
    edit(node, [[at, at, text as string]], { tags: [...new Set(tags as string[] | null)] });
  },
  delete_range(node, [start, end], context) {
    edit(node, [[...rangeOf(node, start, end, context), ""]]);
  },

  get_text_cursor: (node) => newPosition(node, documentOf(node).caret.focus),
  set_text_cursor(node, [ref], context) {
    setCaret(node, caretAt(resolved(node, ref, "ref", callOf(node, context))));
  },
  get_selection_range: selection,
  has_selection(node) {
    const { anchor, focus } = documentOf(node).caret;
    return anchor !== focus;
  },
  set_selection_range(node, [start, end], context) {
    const call = callOf(node, context);
    const anchor = resolved(node, start, "startRef", call);
    setCaret(node, { anchor, focus: resolved(node, end, "endRef", call) });
  },

  undo: (node) => undo(node),
  redo: (node) => redo(node),
  can_undo: (node) => documentOf(node).history.canUndo,
  can_redo: (node) => documentOf(node).history.canRedo,
  get_modified: (node) => documentOf(node).modified,
  mark_clean(node) {
    documentOf(node).modified = false;
  },

  find(node, [query, options], context) {
    const [match] = first(search(node, query, options, context));
    return match === undefined ? null : newPair(node, match);
  },
  find_all(node, [query, options], context) {
    return [...search(node, query, options, context)].map((match) => newPair(node, match));
  },
  replace(node, [query, replacement, options], context) {
    const found = search(node, query, options, context);
    const chosen = (options as SearchOptions).all === true ? [...found] : first(found);
    const change = chosen.map(([start, end]) => [start, end, replacement as string] as const);
    edit(node, change, { steps: "each" });
    return chosen.length;
  },

  scroll_to_ref(node, [ref, align], context) {
    scroll(node, resolved(node, ref, "ref", callOf(node, context)), align);
  },
  scroll_to_lineno(node, [line, align]) {
    scroll(node, documentOf(node).text.lineStart(line as number), align);
  },
  scroll_to_end(node) {
    scroll(node, documentOf(node).text.length, "nearest");
  },
  show_tooltip(node, args) {
    const peer = node.session.browsers.acting;
    tellAll(node, [["_showTooltip", args]], peer === null ? null : (each) => each === peer);
  },
};
