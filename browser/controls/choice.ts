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

export function choice(type: "checkbox" | "radio"): Choice {
  const root = document.createElement("div");
  const label = document.createElement("label");
  const input = document.createElement("input");
  const text = document.createElement("span");
  root.classList.add("pgw-choice");
  input.type = type;
  // Firefox would bring ticks back by itself after a reload; the program knows better.
  input.autocomplete = "off";
  label.append(input, text);
  root.append(label);
  return { root, input, text };
}
