/**
 * The looks of tags: which style each stretch of the visible text has.
 * Made from the definitions and the tags in view; recomputed for what is in view only.
 */
import { RangeSetBuilder, StateEffect } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  type PluginValue,
  ViewPlugin,
  type ViewUpdate,
} from "@codemirror/view";
import type { TextTagAttrs } from "../../generated/browser/types.js";
import { isColor } from "../css.js";
import type { ShownTag } from "./marks.js";

/** Tags or icons are others now, or look different. */
export const marksChanged = StateEffect.define<null>();

export function saysMarksChanged(update: ViewUpdate): boolean {
  return update.transactions.some((each) => each.effects.some((effect) => effect.is(marksChanged)));
}

export class TagLooks {
  readonly #definitions = new Map<string, TextTagAttrs>();
  /** One object for each style, so that the editor sees at once what has stayed the same. */
  readonly #decorations = new Map<string, Decoration>();

  define(name: string, attributes: TextTagAttrs): void {
    this.#definitions.set(name, attributes);
  }

  forget(name: string): void {
    this.#definitions.delete(name);
  }

  /** Shows the tags that `tagsIn` finds in a range of the text. */
  extension(tagsIn: (from: number, to: number) => readonly ShownTag[]) {
    const looks = this;
    class Shown implements PluginValue {
      decorations: DecorationSet;

      constructor(view: EditorView) {
        this.decorations = looks.#draw(view, tagsIn);
      }

      update(update: ViewUpdate): void {
        if (update.docChanged || update.viewportChanged || saysMarksChanged(update)) {
          this.decorations = looks.#draw(update.view, tagsIn);
        }
      }
    }
    return ViewPlugin.fromClass(Shown, { decorations: (shown) => shown.decorations });
  }

  #draw(view: EditorView, tagsIn: (from: number, to: number) => readonly ShownTag[]): DecorationSet {
    if (this.#definitions.size === 0) return Decoration.none;
    const builder = new RangeSetBuilder<Decoration>();
    for (const { from, to } of view.visibleRanges) {
      const tags = tagsIn(from, to).filter(({ name }) => this.#definitions.has(name));
      for (const { start, end, names } of stretches(tags, from, to)) {
        const style = this.#style(names);
        if (style !== "") builder.add(start, end, this.#decoration(style));
      }
    }
    return builder.finish();
  }

  #decoration(style: string): Decoration {
    const known = this.#decorations.get(style);
    if (known !== undefined) return known;
    const made = Decoration.mark({ attributes: { style } });
    this.#decorations.set(style, made);
    return made;
  }

  /** The style of several tags, the last of which wins in each attribute that it has, null included: that is none. */
  #style(names: readonly string[]): string {
    const look: TextTagAttrs = {};
    for (const name of names) {
      for (const [key, value] of Object.entries(this.#definitions.get(name) ?? {})) {
        if (value !== undefined) Object.assign(look, { [key]: value });
      }
    }
    const lines = [look.underline ? "underline" : "", look.strikethrough ? "line-through" : ""];
    const { foreground: color, background, font_family: family, font_size: size } = look;
    const rules = [
      color && isColor(color) ? `color:${color}` : "",
      background && isColor(background) ? `background-color:${background}` : "",
      look.bold === true ? "font-weight:bold" : "",
      look.italic === true ? "font-style:italic" : "",
      look.underline || look.strikethrough ? `text-decoration:${lines.join(" ").trim()}` : "",
      family && CSS.supports("font-family", family) ? `font-family:${family}` : "",
      typeof size === "number" && size > 0 ? `font-size:${size}px` : "",
    ];
    return rules.filter((rule) => rule !== "").join(";");
  }
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  /** By rank. */
  readonly names: readonly string[];
}

/** The stretches of a range in which the same tags are applied, from the first to the last. */
function* stretches(tags: readonly ShownTag[], from: number, to: number): Generator<Stretch> {
  const edges = tags
    .flatMap((tag) => [
      { at: Math.max(from, tag.start), tag, begins: true },
      { at: Math.min(to, tag.end), tag, begins: false },
    ])
    .sort((a, b) => a.at - b.at);
  const active = new Set<ShownTag>();
  let start = from;
  for (const { at, tag, begins } of edges) {
    if (at > start && active.size > 0) {
      const names = [...active].sort((a, b) => a.rank - b.rank).map(({ name }) => name);
      yield { start, end: at, names };
    }
    start = at;
    if (begins) active.add(tag);
    else active.delete(tag);
  }
}
