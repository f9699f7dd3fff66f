/**
 * A small popup menu: mouse, touch and keyboard, also press-drag-release.
 * Made from a list of entries; one is open at a time.
 */
import "./styles/menu-popup.css";
import { type IconName, icon } from "./icons.js";
import { type Box, type PopupSide, place } from "./place.js";

export interface MenuItem {
  readonly label: string;
  readonly icon?: IconName;
  /** Keys that do the same, for showing. */
  readonly keys?: string;
  /** Default: true. */
  readonly enabled?: boolean;
  readonly run: () => void;
}
export type MenuEntry = MenuItem | "separator";

export interface MenuOptions {
  /** Name for screen readers. */
  readonly label: string;
  readonly at: Box;
  readonly side?: PopupSide;
  /** A pointer was pressed to open it: letting go over an entry chooses that entry. */
  readonly pressed?: boolean;
  /** It has closed; `chosen` when an entry was chosen. */
  readonly closed?: (chosen: boolean) => void;
}

/** Letting go this soon and this near does not choose: it was the click that opened the menu. */
const CLICK_TIME = 300;
const CLICK_DISTANCE = 6;
/** Milliseconds within which typed letters belong together. */
const TYPING = 700;

let closePresent: ((chosen: boolean) => void) | null = null;

/** Opens a menu, in place of the one that is open. The result closes it. */
export function openMenu(entries: readonly MenuEntry[], options: MenuOptions): () => void {
  closePresent?.(false);
  const before = document.activeElement;
  const menu = document.createElement("div");
  menu.className = "pgw-popup-menu";
  menu.popover = "manual";
  menu.tabIndex = -1;
  menu.setAttribute("role", "menu");
  menu.setAttribute("aria-label", options.label);
  const items = new Map<HTMLElement, MenuItem>();
  for (const entry of entries) {
    if (entry === "separator") {
      const line = document.createElement("div");
      line.setAttribute("role", "separator");
      menu.append(line);
      continue;
    }
    const element = itemElement(entry);
    items.set(element, entry);
    menu.append(element);
  }
  const usable = [...items.keys()].filter((element) => items.get(element)?.enabled !== false);
  const opened = performance.now();
  let opening = options.pressed === true;
  let typed = "";
  let typedAt = 0;

  const close = (chosen: boolean) => {
    if (closePresent !== close) return;
    closePresent = null;
    ending.abort();
    const hadFocus = menu.contains(document.activeElement);
    menu.remove();
    if (hadFocus && before instanceof HTMLElement) before.focus({ preventScroll: true });
    options.closed?.(chosen);
  };
  const choose = (element: HTMLElement) => {
    const item = items.get(element);
    if (item === undefined || item.enabled === false) return;
    close(true);
    item.run();
  };
  const focus = (element: HTMLElement | undefined) => element?.focus({ preventScroll: false });
  const step = (by: number) => {
    const at = usable.indexOf(document.activeElement as HTMLElement);
    const from = at < 0 && by < 0 ? 0 : at;
    focus(usable.at((from + by + usable.length) % usable.length));
  };
  const typeAhead = (letter: string, now: number) => {
    typed = now - typedAt < TYPING ? typed + letter : letter;
    typedAt = now;
    // One letter again and again goes through all that begin with it.
    const wanted = /^(.)\1*$/.test(typed) ? letter : typed;
    const at = usable.indexOf(document.activeElement as HTMLElement);
    const from = wanted.length === 1 ? at + 1 : Math.max(0, at);
    const order = [...usable.slice(from), ...usable.slice(0, from)];
    focus(order.find((element) => (items.get(element)?.label ?? "").toLowerCase().startsWith(wanted)));
  };

  menu.addEventListener("keydown", (event) => {
    const { key } = event;
    if (key === "ArrowDown") step(1);
    else if (key === "ArrowUp") step(-1);
    else if (key === "Home" || key === "PageUp") focus(usable[0]);
    else if (key === "End" || key === "PageDown") focus(usable.at(-1));
    else if (key === "Escape" || key === "Tab") close(false);
    else if ((key === "Enter" || key === " ") && items.has(event.target as HTMLElement))
      choose(event.target as HTMLElement);
    else if (key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      typeAhead(key.toLowerCase(), event.timeStamp);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  const itemAt = (event: PointerEvent) => {
    // A captured pointer has its events elsewhere, so what lies below it is asked for.
    const element = document
      .elementFromPoint(event.clientX, event.clientY)
      ?.closest<HTMLElement>("[role=menuitem]");
    return element !== null && element !== undefined && items.has(element) ? element : null;
  };
  const ending = new AbortController();
  const { signal } = ending;
  const listen = <K extends keyof DocumentEventMap>(
    type: K,
    listener: (event: DocumentEventMap[K]) => void,
  ) => document.addEventListener(type, listener, { capture: true, signal });
  listen("pointermove", (event) => {
    const element = itemAt(event);
    if (element !== null && usable.includes(element)) focus(element);
    else if (menu.contains(document.activeElement)) menu.focus({ preventScroll: true });
  });
  listen("pointerdown", (event) => {
    if (!menu.contains(event.target as Node)) close(false);
  });
  listen("pointerup", (event) => {
    const wasOpening = opening;
    opening = false;
    const { left, top } = options.at;
    const near = Math.hypot(event.clientX - left, event.clientY - top) < CLICK_DISTANCE;
    if (wasOpening && near && event.timeStamp - opened < CLICK_TIME) return;
    const element = itemAt(event);
    if (element === null) return;
    event.preventDefault();
    choose(element);
  });
  listen("contextmenu", (event) => event.preventDefault());
  window.addEventListener("blur", () => close(false), { signal });
  window.addEventListener("resize", () => close(false), { signal });

  document.body.append(menu);
  menu.showPopover();
  place(menu, options.at, options.side ?? "below");
  closePresent = close;
  // The keyboard starts at the first entry; a pointer lights up what it is over.
  if (options.pressed === true) menu.focus({ preventScroll: true });
  else focus(usable[0]);
  return () => close(false);
}

function itemElement(item: MenuItem): HTMLElement {
  const element = document.createElement("div");
  element.className = "pgw-popup-item";
  element.setAttribute("role", "menuitem");
  element.tabIndex = -1;
  if (item.enabled === false) element.setAttribute("aria-disabled", "true");
  const picture = document.createElement("span");
  picture.className = "pgw-popup-picture";
  if (item.icon !== undefined) picture.append(icon(item.icon));
  const label = document.createElement("span");
  label.textContent = item.label;
  element.append(picture, label);
  if (item.keys !== undefined) {
    const keys = document.createElement("kbd");
    keys.textContent = item.keys;
    keys.setAttribute("aria-hidden", "true");
    element.setAttribute("aria-keyshortcuts", item.keys);
    element.append(keys);
  }
  return element;
}
