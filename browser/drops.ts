/**
 * Drag and drop for the whole page: what is dragged over a widget, and what is dropped on it.
 * Made from the events of the document; the innermost widget whose program listens gets them, and a drop
 * anywhere else never makes the browser leave the page.
 */
import "./styles/drops.css";
import type { Services } from "./services.js";
import { say } from "./strings.js";
import { infoOf, type OutgoingFile } from "./uploads.js";
import type { BaseWidget } from "./widget.js";
import { pointerPayload } from "./widgets/bases/input-events.js";

/** Where a text that is dropped is at home by itself. */
const EDITABLE = "input, textarea, [contenteditable]:not([contenteditable='false'])";
/** The callbacks that make a widget a place to drop on; the last one is asked for by foreign servers only. */
const ACTIONS = ["drag-over", "drop-end", "drop-start"];

/** @param find - The widget of a number. */
export function watchDrops(find: (wid: number) => BaseWidget | undefined, services: Services): void {
  const { documentElement: root } = document;
  let marked: HTMLElement | null = null;

  const mark = (element: HTMLElement | null) => {
    if (element === marked) return;
    marked?.classList.remove("pgw-drop-target");
    marked = element;
    marked?.classList.add("pgw-drop-target");
  };
  const over = () => {
    mark(null);
    root.classList.remove("pgw-dragging");
  };
  const dragged = (event: DragEvent) => {
    // Frames inside the page would take the drag for themselves.
    root.classList.add("pgw-dragging");
    const widget = targetOf(event, find);
    const native = takesItself(event, widget);
    mark(native ? null : (widget?.element ?? null));
    if (native) return;
    event.preventDefault();
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = widget === null ? "none" : "copy";
    if (widget === null || event.type !== "dragover" || !widget.hears("drag-over")) return;
    const types = [...(event.dataTransfer?.types ?? [])];
    const payload = { ...pointerPayload(event, widget.element, 0), types };
    services.outbox.post(widget, "drag-over", [payload], "frame", true);
  };

  // Before the elements themselves: a text editor would put into its text what is for the program.
  const first = { capture: true };
  // It comes onto the next element before it leaves the one before: who leaves the last one leaves the page.
  let last: EventTarget | null = null;
  const entered = (event: DragEvent) => {
    last = event.target;
    dragged(event);
  };
  document.addEventListener("dragenter", entered, first);
  document.addEventListener("dragover", dragged, first);
  document.addEventListener("dragleave", (event) => {
    if (event.target === last) over();
  });
  document.addEventListener("dragend", over);
  const dropped = (event: DragEvent) => {
    over();
    const widget = targetOf(event, find);
    if (takesItself(event, widget)) return;
    event.preventDefault();
    if (widget !== null && event.dataTransfer !== null) tell(widget, event, event.dataTransfer, services);
  };
  document.addEventListener("drop", dropped, first);
}

function tell(widget: BaseWidget, event: DragEvent, data: DataTransfer, services: Services): void {
  const text = data.getData("text/plain");
  const payload = {
    ...pointerPayload(event, widget.element, 0),
    types: [...data.types],
    text: text || null,
    url: urlOf(data, text),
    html: data.getData("text/html") || null,
  };
  // They can be read only while the event is handled.
  const files = filesOf(data);
  const { outbox, uploads } = services;
  if (!widget.hears("drop-end")) {
    const infos = files.map(({ file }) => infoOf(file));
    if (widget.hears("drop-start"))
      outbox.post(widget, "drop-start", [{ ...payload, files: infos }], "every", true);
  } else if (files.length > 0) uploads.send(widget, "drop-end", payload, files);
  else outbox.post(widget, "drop-end", [{ ...payload, files: [] }], "every", true);
}

/** The innermost widget under the pointer whose program wants to hear of drops, and whose user may use it. */
function targetOf(event: Event, find: (wid: number) => BaseWidget | undefined): BaseWidget | null {
  const { target } = event;
  let element = target instanceof Element ? target : ((target as Node | null)?.parentElement ?? null);
  for (;;) {
    const root: HTMLElement | null = element?.closest<HTMLElement>("[data-wid]") ?? null;
    if (root === null) return null;
    const widget = find(Number(root.dataset.wid));
    if (widget?.isEnabled && ACTIONS.some((action) => widget.hears(action))) return widget;
    element = root.parentElement;
  }
}

/** Whether the browser itself puts what is dropped in its place: text in an input that no program watches. */
function takesItself(event: DragEvent, widget: BaseWidget | null): boolean {
  if (event.dataTransfer?.types.includes("Files") === true || !(event.target instanceof Element))
    return false;
  const input = event.target.closest<HTMLElement>(EDITABLE);
  return input !== null && (widget === null || input.closest("[data-wid]") !== widget.element);
}

/** The dropped link; a text that is nothing but one address is a link too. */
function urlOf(data: DataTransfer, text: string): string | null {
  const links = data.getData("text/uri-list").split(/\r?\n/);
  const link = links.find((line) => line !== "" && !line.startsWith("#"));
  if (link !== undefined) return link;
  const only = text.trim();
  return /^(https?|file):\/\/\S+$/i.test(only) ? only : null;
}

function filesOf(data: DataTransfer): OutgoingFile[] {
  const files: OutgoingFile[] = [];
  for (const item of data.items) {
    const file = item.kind === "file" ? item.getAsFile() : null;
    if (file === null) continue;
    const isFolder = item.webkitGetAsEntry?.()?.isDirectory === true;
    files.push(isFolder ? { file, error: say("folderDropped") } : { file });
  }
  return files;
}
