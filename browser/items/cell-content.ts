/**
 * What stands in a cell: a text, a mark, a picture, or a native control.
 * Made from the value and the column; drawn again when the value changes, without being made anew.
 */
import { say } from "../strings.js";
import type { Choice, Column } from "./columns.js";
import { glyph } from "./face.js";
import type { Value } from "./row.js";
import { plainText, shownText } from "./values.js";

/** Longer lists of combo boxes are only made for the one that somebody is about to open. */
const LONG_LIST = 24;

export type ContentKind = "text" | "mark" | "icon" | "checkbox" | "combobox" | "progress" | "button";

export interface Content {
  readonly kind: ContentKind;
  readonly node: ChildNode;
  /** What takes input, if anything does. */
  readonly control: ControlElement | null;
  draw(value: Value | undefined, column: Column): void;
}

export type ControlElement = HTMLInputElement | HTMLSelectElement | HTMLButtonElement;

/** What a column has in its cells where they are not empty. */
export function contentKind(column: Column, value: Value | undefined): ContentKind {
  if (column.control !== null) return column.control;
  if (column.kind === "boolean" && typeof value === "boolean") return "mark";
  return column.kind === "icon" && value !== "" && value !== undefined ? "icon" : "text";
}

/** Name of a column for screen readers. */
export function columnName(column: Column, place: number): string {
  return column.label === "" ? say("columnNumber", { number: place + 1 }) : column.label;
}

/** The text of a button: its cell's, else that of the column. */
function buttonText(value: Value | undefined, column: Column): string {
  const own = shownText(value);
  return own === "" ? (column.text ?? "") : own;
}

function text(): Content {
  const node = document.createTextNode("");
  let before = "";
  return {
    kind: "text",
    node,
    control: null,
    draw(value) {
      const now = shownText(value);
      if (now !== before) node.data = now;
      before = now;
    },
  };
}

/** A tick, or nothing. */
function mark(): Content {
  const node = document.createElement("span");
  node.className = "pgw-cell-mark";
  node.setAttribute("role", "img");
  return {
    kind: "mark",
    node,
    control: null,
    draw(value) {
      const name = String(value === true);
      if (node.getAttribute("aria-label") === name) return;
      node.setAttribute("aria-label", name);
      node.replaceChildren(...(value === true ? [glyph("check", 16)] : []));
    },
  };
}

function picture(): Content {
  const node = document.createElement("img");
  node.className = "pgw-cell-icon";
  node.alt = "";
  node.draggable = false;
  return {
    kind: "icon",
    node,
    control: null,
    draw(value, column) {
      const address = plainText(value);
      if (node.getAttribute("src") !== address) node.src = address;
      if (node.width !== column.iconSize) {
        node.width = column.iconSize;
        node.height = column.iconSize;
      }
    },
  };
}

function checkbox(): Content {
  const node = document.createElement("input");
  node.type = "checkbox";
  node.autocomplete = "off";
  return {
    kind: "checkbox",
    node,
    control: node,
    draw(value) {
      node.checked = Boolean(value);
    },
  };
}

function button(): Content {
  const node = document.createElement("button");
  node.type = "button";
  return {
    kind: "button",
    node,
    control: node,
    draw(value, column) {
      const now = buttonText(value, column);
      if (node.textContent !== now) node.textContent = now;
    },
  };
}

function progress(): Content {
  const node = document.createElement("div");
  const bar = document.createElement("div");
  node.className = "pgw-cell-progress";
  node.setAttribute("role", "progressbar");
  node.append(bar);
  return {
    kind: "progress",
    node,
    control: null,
    draw(value, column) {
      const number = typeof value === "number" ? value : Number.parseFloat(plainText(value));
      const at = Number.isNaN(number) ? column.min : Math.min(column.max, Math.max(column.min, number));
      const share = column.max > column.min ? (at - column.min) / (column.max - column.min) : 0;
      node.setAttribute("aria-label", column.label);
      node.setAttribute("aria-valuemin", String(column.min));
      node.setAttribute("aria-valuemax", String(column.max));
      node.setAttribute("aria-valuenow", String(at));
      bar.style.inlineSize = `${share * 100}%`;
    },
  };
}

function combobox(): Content {
  const node = document.createElement("select");
  const wrapper = document.createElement("span");
  wrapper.className = "pgw-cell-combo";
  wrapper.append(node, glyph("down", 14));
  let choices: readonly Choice[] = [];
  let shown = "";
  let filled = false;
  const option = (label: string) => {
    const element = document.createElement("option");
    element.textContent = label;
    return element;
  };
  const fill = () => {
    if (filled) return;
    filled = true;
    const labels = choices.map(String);
    // A value that is none of the choices is shown all the same.
    if (!labels.includes(shown)) labels.unshift(shown);
    node.replaceChildren(...labels.map(option));
    node.value = shown;
  };
  node.addEventListener("pointerdown", fill);
  node.addEventListener("focus", fill);
  return {
    kind: "combobox",
    node: wrapper,
    control: node,
    draw(value, column) {
      const now = plainText(value);
      if (now === shown && choices === column.choices && node.options.length > 0) {
        if (filled) node.value = now;
        return;
      }
      shown = now;
      choices = column.choices;
      filled = false;
      // Under the user's eyes the list must stay whole.
      if (choices.length < LONG_LIST || node === document.activeElement) fill();
      else node.replaceChildren(option(now));
    },
  };
}

const makers: Readonly<Record<ContentKind, () => Content>> = {
  text,
  mark,
  icon: picture,
  checkbox,
  combobox,
  progress,
  button,
};

export function makeContent(kind: ContentKind): Content {
  return makers[kind]();
}
