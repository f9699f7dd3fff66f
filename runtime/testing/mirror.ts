/**
 * A browser in memory: it keeps what the messages of a server say its page shows.
 * Two of them on one session must always show the same.
 */

import { camelCase } from "../protocol/names.js";
import type { Connection } from "../session/connection.js";
import type { Peer } from "../session/peer.js";
import { parsePointer, partAt } from "../session/pointer.js";
import type { ChildMethod, ClassTable, MethodTable, SetterMethod, StackMove } from "../session/table.js";
import { type WidgetClass, widgetClass } from "../session/widget-class.js";
import { BinaryInbox } from "./binary-inbox.js";
import { GridMirror } from "./models/grid.js";
import { ItemsMirror } from "./models/items.js";
import { PanesMirror } from "./models/panes.js";
import { SeriesMirror } from "./models/series.js";
import { SubwindowsMirror } from "./models/subwindows.js";
import { TextPage } from "./models/text.js";
import { TreeMirror } from "./models/tree.js";
import { moveChild, setShown, takeOwn } from "./reporting.js";
import { childrenOf, type ModelMirror, type ModelReport, type Shown, type ShownLink } from "./shown.js";
import { isRef, type Snapshot, snapshotOf } from "./snapshot.js";

export type { ModelMirror, Shown, ShownLink } from "./shown.js";
export type { Snapshot } from "./snapshot.js";

export type WireMessage = Readonly<Record<string, unknown>> & { readonly type: string };

/** By model: made from the state that `create` carries. */
const modelMirrors: Readonly<
  Record<string, (state: Record<string, unknown>, shown: Shown, send: ModelReport) => ModelMirror>
> = {
  grid: (_, shown) => new GridMirror(shown),
  items: (state) => new ItemsMirror(state),
  panes: () => new PanesMirror(),
  series: (state) => new SeriesMirror(state),
  subwindows: (_, shown) => new SubwindowsMirror(shown),
  text: (state, _, send) => new TextPage(state, send),
  tree: (state) => new TreeMirror((state.columns ?? []) as unknown[]),
};

/** The table of a class by its name; undefined when there is none. */
export type ClassSource = (name: string) => ClassTable | undefined;

/** The way back to the server. */
export interface Upstream {
  receive(message: unknown): void;
  receiveBinary(data: Uint8Array): void;
  ended(code: number, reason: string): void;
}

export class Mirror<U extends Upstream = Peer> implements Connection {
  readonly frames: string[] = [];
  readonly messages: WireMessage[] = [];
  readonly widgets = new Map<number, Shown>();
  /** Calls that change nothing here: actions, by the order in which they came. */
  readonly actions: WireMessage[] = [];
  closed: { code: number; reason: string } | null = null;
  readonly #classes: ClassSource;
  buffered = 0;
  nextWid = 0;
  /** Answers that the page gives: by method its value, or an error to throw. */
  readonly answers: Map<string, unknown>;
  /** Set once it has joined. */
  peer: U | null = null;
  /** Bytes that are on their way to it. */
  readonly binary = new BinaryInbox();
  /** Takes a message that is for the page as a whole. */
  onOther: ((message: WireMessage) => void) | null = null;
  /** Takes what the server should not have said; without it that is thrown. */
  onFault: ((message: WireMessage, error: Error) => void) | null = null;
  #inputs = 0;
  #rebuilding = false;

  /** @param classes - The tables of the classes that the server may name. */
  constructor(classes: ClassSource, answers = new Map<string, unknown>()) {
    this.#classes = classes;
    this.answers = answers;
  }

  send(text: string): void {
    if (this.closed !== null) return;
    if (this.binary.expects) throw new Error("a text came between an announcement and its bytes");
    this.frames.push(text);
    const parsed = JSON.parse(text) as WireMessage | WireMessage[];
    for (const message of Array.isArray(parsed) ? parsed : [parsed])
      this.#guarded(message, () => this.#take(message));
  }

  sendBinary(data: Uint8Array): void {
    if (this.closed !== null) return;
    const call = this.binary.take(data);
    if (call === null) return;
    this.#guarded(call, () => {
      this.#call(this.#shown(call.wid), call);
      if (typeof call.id === "number") this.#answer(call, call.id);
    });
  }

  #guarded(message: WireMessage, task: () => void): void {
    const { onFault } = this;
    if (onFault === null) {
      task();
      return;
    }
    try {
      task();
    } catch (error) {
      onFault(message, error instanceof Error ? error : new Error(String(error)));
    }
  }

  close(code: number, reason: string): void {
    if (this.closed !== null) return;
    this.closed = { code, reason };
    this.peer?.ended(code, reason);
  }

  /** A user does something in this browser. */
  fire(wid: number, action: string, ...args: unknown[]): void {
    this.#inputs++;
    const shown = this.widgets.get(wid);
    if (shown !== undefined) shown.lastInput = this.#inputs;
    const m = this.frames.length;
    this.peer?.receive({ type: "callback", wid, action, args, n: this.#inputs, m });
  }

  /** A user does something in this browser, which shows it at once and reports it if the server wants to know. */
  report(shown: Shown, action: string, args: readonly unknown[]): boolean {
    const table = shown.cls.callbacks.get(action);
    if (table !== undefined) takeOwn(shown, action, table, args);
    for (const effect of table?.effects ?? []) if ("stack" in effect) this.#restack(shown, effect.stack);
    return this.#reportOf(shown, action, args);
  }

  /** Says whether it was sent: the server wants to know. */
  #reportOf(shown: Shown, action: string, args: readonly unknown[]): boolean {
    const isWanted = shown.cls.tracked.includes(action) || shown.listens.has(action);
    if (isWanted) this.fire(shown.wid, action, ...args);
    return isWanted;
  }

  /** What the page shows: the root widgets with all they hold. */
  snapshot(): Snapshot[] {
    return [...this.widgets.values()]
      .filter((shown) => shown.parent === null)
      .sort((a, b) => a.wid - b.wid)
      .map(snapshotOf);
  }

  #take(message: WireMessage): void {
    this.messages.push(message);
    if (this.binary.announced(message)) return;
    const { id } = message as { id?: number };
    switch (message.type) {
      case "reconstruct-start":
        this.widgets.clear();
        this.#rebuilding = true;
        this.nextWid = message.next_wid as number;
        return;
      case "reconstruct-end":
        this.#rebuilding = false;
        return;
      case "create":
        this.#create(message);
        break;
      case "listen":
        this.#shown(message.wid).listens.add(message.action as string);
        break;
      case "unlisten":
        this.#shown(message.wid).listens.delete(message.action as string);
        break;
      case "call":
        this.#call(this.#shown(message.wid), message);
        break;
      default:
        this.onOther?.(message);
        return;
    }
    if (id !== undefined) this.#answer(message, id);
  }

  #answer(message: WireMessage, id: number): void {
    const name = String(message.method ?? message.type);
    const key = this.answers.has(name) ? name : camelCase(name);
    const value = this.answers.get(key);
    if (this.answers.has(key) && value === undefined) return; // it never answers
    queueMicrotask(() => {
      if (value instanceof Error) this.peer?.receive({ type: "error", id, error: value.message });
      else this.peer?.receive({ type: "result", id, value });
    });
  }

  get isRebuilding(): boolean {
    return this.#rebuilding;
  }

  #shown(wid: unknown): Shown {
    const shown = this.widgets.get(wid as number);
    if (shown === undefined) throw new Error(`the page knows no widget ${String(wid)}`);
    return shown;
  }

  #create(message: WireMessage): void {
    const wid = message.wid as number;
    const table = this.#classes(message.class as string);
    if (table === undefined) throw new Error(`the page knows no class ${String(message.class)}`);
    if (this.widgets.has(wid)) throw new Error(`widget ${wid} is created twice`);
    if (table.createdBy !== undefined) throw new Error(`no page can create a ${table.name}`);
    const cls = widgetClass(table);
    const args = message.args as unknown[];
    const options = (args[cls.args.length] ?? {}) as Record<string, unknown>;
    this.#add(wid, cls, args, options);
  }

  #add(wid: number, cls: WidgetClass, args: unknown[], options: Record<string, unknown>): Shown {
    const shown: Shown = {
      wid,
      cls,
      state: {},
      models: new Map(),
      listens: new Set(),
      links: [],
      parent: null,
      selected: null,
      group: new Set(),
      lastInput: 0,
    };
    shown.group.add(shown);
    const set = (pointer: string, value: unknown) => setShown(shown, pointer, value);
    cls.args.forEach((param, i) => {
      set(param.state, args[i]);
    });
    const groups = new Set([...cls.states.values()].map((state) => state.exclusive));
    for (const param of cls.options) {
      if (!(param.name in options)) continue;
      if (groups.has(param.name)) shown.group = this.#child(options[param.name]).group.add(shown);
      else set(param.state, options[param.name]);
    }
    // What is left out starts as the value of another state, and goes its own way from then on.
    for (const { name, defaultFrom = "" } of cls.following) {
      if (name in shown.state) continue;
      const source = parsePointer(defaultFrom);
      const whole = shown.state[source.name] ?? cls.states.get(source.name)?.default;
      shown.state[name] = partAt(whole, source.path);
    }
    for (const value of [...args, ...Object.values(options)]) this.#checkRefs(value);
    for (const name of cls.models) {
      const mirror = modelMirrors[name]?.(shown.state, shown, (action, ...sent) =>
        this.#reportOf(shown, action, sent),
      );
      if (mirror !== undefined) shown.models.set(name, mirror);
    }
    this.widgets.set(wid, shown);
    return shown;
  }

  #call(shown: Shown, message: WireMessage): void {
    const name = message.method as string;
    const args = message.args as unknown[];
    const seen = message.seen;
    if (typeof seen === "number" && shown.lastInput > seen) return;
    if (name === "destroy") {
      this.#destroy(shown);
      return;
    }
    for (const arg of args) this.#checkRefs(arg);
    const method = shown.cls.methods.get(name);
    if (method === undefined || method.kind === "model") {
      for (const model of shown.models.values()) if (model.call(name, args)) return;
    }
    if (method === undefined) throw new Error(`${shown.cls.name} has no method ${name}`);
    if (method.kind === "setter") this.#apply(shown, name, method, args);
    else if (method.kind === "child") this.#changeChildren(shown, name, method, args, message.result_wid);
    else this.actions.push(message);
    if ("stack" in method && method.stack !== undefined) this.#restack(shown, method.stack);
  }

  /** The widgets that stand in the page by themselves lie on each other in the order in which they are kept. */
  #restack(shown: Shown, to: StackMove): void {
    const others = [...this.widgets].filter(([wid]) => wid !== shown.wid);
    this.widgets.clear();
    if (to === "lower") this.widgets.set(shown.wid, shown);
    for (const [wid, other] of others) this.widgets.set(wid, other);
    if (to === "raise") this.widgets.set(shown.wid, shown);
  }

  #apply(shown: Shown, name: string, method: SetterMethod, args: unknown[]): void {
    if (method.operation === "link") {
      const link = shown.links.find((each) => each.child === this.#child(args[0]));
      if (link === undefined) throw new Error(`${name} for a widget that is no child`);
      link.calls.set(name, args.slice(1));
      return;
    }
    const pointer = method.state ?? "";
    for (const model of shown.models.values()) model.told?.(name, args);
    if (pointer === shown.cls.selection?.state) {
      shown.selected = childrenOf(shown)[args[0] as number] ?? shown.selected;
      return;
    }
    const before = shown.state[pointer] ?? shown.cls.states.get(pointer)?.default;
    if (method.value !== undefined) setShown(shown, pointer, method.value);
    else if (method.operation === "append" || method.operation === "append_piece")
      setShown(shown, pointer, `${String(before)}${String(args[0])}`);
    else if (method.operation === "put") {
      const fields = Object.fromEntries(method.params.slice(1).map((param, i) => [param.name, args[i + 1]]));
      setShown(shown, `${pointer}/${String(args[0])}`, fields);
    } else setShown(shown, pointer, args.length === 1 ? args[0] : args);
    // What takes the place of another state takes that one away.
    for (const { state, value } of method.also ?? []) if (value === null) delete shown.state[state];
  }

  #changeChildren(
    shown: Shown,
    name: string,
    method: ChildMethod,
    args: unknown[],
    resultWid: unknown,
  ): void {
    const child = method.param === -1 ? null : this.#child(args[method.param]);
    const { links } = shown;
    const { slot } = method;
    const at = links.findIndex((link) => link.child === child);
    if (method.child === "remove") {
      if (at === -1) throw new Error(`${name} of a widget that is no child`);
      this.#takeOut(shown, links[at] as ShownLink, method, args);
      return;
    }
    if (method.child === "remove-all") {
      for (const link of [...links]) {
        if (link.child !== null) this.#takeOut(shown, link, method, args);
        else if (method.entries === true) links.splice(links.indexOf(link), 1);
      }
      return;
    }
    if (method.child === "entry") {
      links.push({ method: name, args, slot, child: null, made: null, calls: new Map() });
      return;
    }
    if (child === null) throw new Error(`${name} without a child`);
    if (child.parent !== null && child.parent !== shown)
      throw new Error(`${name} of a widget that is held elsewhere`);
    const present = at === -1 ? undefined : links[at];
    if (method.child === "move") {
      if (present === undefined) throw new Error(`${name} of a widget that is no child`);
      moveChild(shown, child, args[method.index ?? 0] as number);
      return;
    }
    const plain = this.#plainForm(shown, name, method, args);
    if (present !== undefined) {
      if (method.again === "last") links.push(...links.splice(at, 1));
      present.method = plain.method;
      present.args = plain.args;
      for (const model of shown.models.values()) model.attached?.(present);
      return;
    }
    const made = method.wraps === undefined ? null : this.#wrap(shown, method, args[method.wraps], resultWid);
    const link: ShownLink = { ...plain, slot, child, made, calls: new Map<string, unknown[]>() };
    const index = method.child === "insert" ? (args[method.index ?? 0] as number) : links.length;
    const before = childrenOf(shown, slot)[index];
    const to = links.findIndex((each) => each.child === before);
    links.splice(before === undefined ? links.length : to, 0, link);
    child.parent = shown;
    if (slot === "children") shown.selected ??= child;
    for (const model of shown.models.values()) model.attached?.(link);
  }

  /** A call makes something around a child, under the number that it brings. */
  #wrap(shown: Shown, method: ChildMethod, options: unknown, wid: unknown): Shown {
    const table = this.#classes(method.creates ?? "");
    if (table === undefined || typeof wid !== "number") throw new Error("no number for what is made");
    const made = this.#add(wid, widgetClass(table), [], options as Record<string, unknown>);
    made.parent = shown;
    return made;
  }

  #takeOut(shown: Shown, link: ShownLink, method: ChildMethod, args: unknown[]): void {
    this.#detach(shown, link);
    if (link.child !== null && method.destroy !== undefined && args[method.destroy] === true)
      this.#destroy(link.child);
  }

  #detach(shown: Shown, link: ShownLink): void {
    const at = childrenOf(shown, link.slot).indexOf(link.child as Shown);
    shown.links.splice(shown.links.indexOf(link), 1);
    if (link.child !== null) link.child.parent = null;
    if (link.made !== null) this.widgets.delete(link.made.wid);
    if (shown.selected === link.child) {
      const left = childrenOf(shown);
      shown.selected = left[at] ?? left.at(-1) ?? null;
    }
    for (const model of shown.models.values()) model.detached?.(link, at);
  }

  /** An insert leaves the same as a plain add at that place. */
  #plainForm(
    shown: Shown,
    name: string,
    method: ChildMethod,
    args: unknown[],
  ): { method: string; args: unknown[] } {
    if (method.child !== "insert") return { method: name, args };
    const plain = shown.cls.slots.get(method.slot);
    const target = shown.cls.methods.get(plain?.attach ?? "") as MethodTable;
    const named = new Map(method.params.map((param, i) => [param.name, args[i]]));
    return { method: plain?.attach ?? "", args: target.params.map((param) => named.get(param.name)) };
  }

  #destroy(shown: Shown): void {
    for (const { child, made } of shown.links) {
      if (child !== null) this.#destroy(child);
      if (made !== null) this.widgets.delete(made.wid);
    }
    if (shown.parent !== null) {
      shown.parent.links = shown.parent.links.filter((link) => link.child !== shown);
    }
    this.widgets.delete(shown.wid);
    shown.group.delete(shown);
  }

  #child(value: unknown): Shown {
    return this.#shown(partAt(value, ["__wid__"]));
  }

  #checkRefs(value: unknown): void {
    if (isRef(value)) this.#shown(value.__wid__);
    else if (Array.isArray(value)) for (const item of value) this.#checkRefs(item);
    else if (typeof value === "object" && value !== null)
      for (const item of Object.values(value)) this.#checkRefs(item);
  }
}
