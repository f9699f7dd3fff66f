/**
 * The model `items`: the list of a combo box, whose shown text picks the first item that equals it.
 * The states `items` and `text` are the truth; the index follows from them.
 */
import type { WidgetNode } from "../node.js";
import type { Call } from "../render.js";
import { readState, writeState } from "../state.js";
import type { Model, Operation } from "./model.js";

const NAME = "items";
/** One order for server and browser: by letters first, then accents and case. */
const order = new Intl.Collator("en");

function items(node: WidgetNode): readonly string[] {
  return readState(node, "items") as readonly string[];
}

/** Whether the next first item is still picked by itself. */
function picksFirst(node: WidgetNode): boolean {
  return node.extra?.models.get(NAME) !== false;
}

function setPicksFirst(node: WidgetNode, picks: boolean): void {
  if (picks) node.extra?.models.delete(NAME);
  else node.more().models.set(NAME, false);
}

function setItems(node: WidgetNode, list: readonly string[]): void {
  writeState(node, "items", list);
}

/** The text is told after each change of the list, so that no browser has to guess what is picked. */
function tellText(node: WidgetNode): void {
  const state = node.cls.states.get("text");
  if (state !== undefined) node.session.outbox.stateChanged(node, state, {});
}

function adding(place: (list: readonly string[], text: string) => number): Operation {
  return (node, [text], { method }) => {
    const list = items(node);
    const item = text as string;
    const at = place(list, item);
    setItems(node, [...list.slice(0, at), item, ...list.slice(at)]);
    node.session.outbox.called(node, [[method, [item]]], { silent: true });
    if (list.length === 0 && picksFirst(node)) writeState(node, "text", item);
    if (list.length === 0) tellText(node);
  };
}

export const itemsModel: Model = {
  operations: {
    append_text: adding((list) => list.length),
    insert_alpha: adding((list, text) => {
      const at = list.findIndex((item) => order.compare(item, text) > 0);
      return at === -1 ? list.length : at;
    }),
    delete_alpha(node, [text], { method }) {
      const list = items(node);
      const at = list.indexOf(text as string);
      if (at === -1) return;
      setItems(node, list.toSpliced(at, 1));
      node.session.outbox.called(node, [[method, [text]]], { silent: true });
    },
    clear(node, _args, { method }) {
      setPicksFirst(node, true);
      setItems(node, []);
      node.session.outbox.called(node, [[method, []]], { silent: true });
      writeState(node, "text", "");
    },
    set_index(node, [index]) {
      setPicksFirst(node, false);
      const item = items(node)[index as number];
      if (item !== undefined) writeState(node, "text", item);
    },
    show_text(node, [text]) {
      if (readState(node, "editable") === true || items(node).includes(text as string)) {
        writeState(node, "text", text);
      }
    },
    get_index: (node) => items(node).indexOf(readState(node, "text") as string),
    /** The user confirmed a text: a new one joins the list of an editable box. */
    activated(node, [, text], { origin }) {
      const list = items(node);
      if (readState(node, "editable") !== true || list.includes(text as string)) return;
      setItems(node, [...list, text as string]);
      const { outbox } = node.session;
      outbox.called(node, [["append_text", [text]]], { silent: true, to: (peer) => peer !== origin });
      if (origin === null || !outbox.crosses(node, origin)) return;
      // Its list was changed meanwhile, before or behind the new text: it gets the whole of it.
      const whole = items(node).map((item): Call => ["append_text", [item]]);
      outbox.called(node, [["clear", []], ...whole], { silent: true, to: (peer) => peer === origin });
      tellText(node);
    },
  },
  replay(node) {
    const list = items(node);
    if (list.length === 0) return [];
    // Keeps the first item from being picked: the text that is shown comes with the plain states.
    return [["set_index", [-1]], ...list.map((item) => ["append_text", [item]] as const)];
  },
};
