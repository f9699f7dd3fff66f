/**
 * What check boxes and radio buttons have in common: a native input and a text, both in one label.
 * The label is as wide as its text, so that a click into the empty room beside it changes nothing.
 */
import "./choice.css";

export interface Choice {
  readonly root: HTMLElement;
  readonly input: HTMLInputElement;
  readonly text: HTMLElement;
}

type ChoiceType = "checkbox" | "radio";

function prototype(type: ChoiceType): HTMLElement {
  const root = document.createElement("div");
  const label = document.createElement("label");
  const input = document.createElement("input");
  root.className = "pgw-choice";
  input.type = type;
  // Firefox would bring ticks back by itself after a reload; the program knows better.
  input.autocomplete = "off";
  label.append(input, document.createElement("span"));
  root.append(label);
  return root;
}

const prototypes = new Map<ChoiceType, HTMLElement>();

/** Cloned, which is quicker than being made piece by piece: a page may have thousands. */
export function choice(type: ChoiceType): Choice {
  let made = prototypes.get(type);
  if (made === undefined) {
    made = prototype(type);
    prototypes.set(type, made);
  }
  const root = made.cloneNode(true) as HTMLElement;
  const label = root.firstChild as HTMLElement;
  return { root, input: label.firstChild as HTMLInputElement, text: label.lastChild as HTMLElement };
}
