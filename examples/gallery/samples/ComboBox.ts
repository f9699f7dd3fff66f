/**
 * One of a list.
 */
import type { ComboBoxOptions, Widgets } from "pgwidgets-ts/sync";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: ComboBoxOptions): Live {
  const fruit = W.ComboBox({ tooltip: "Fruit", ...options });
  for (const each of ["Apple", "Banana", "Cherry", "Date", "Elderberry", "Fig"]) fruit.appendText(each);
  return { widget: fruit };
}
