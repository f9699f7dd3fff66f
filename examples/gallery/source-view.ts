/**
 * The source of a sample, read-only and in colours.
 */
import type { TextSource, Widgets } from "pgwidgets-ts/sync";

/** What is coloured, in the order in which it is looked for. Colours hold on light and on dark grounds. */
const parts = [
  {
    tag: "comment",
    pattern: String.raw`\/\*[\s\S]*?\*\/|\/\/[^\n]*`,
    colour: "light-dark(#5f6b7a, #93a0b0)",
  },
  {
    tag: "string",
    pattern: '"(?:[^"\\\\\\n]|\\\\.)*"|`(?:[^`\\\\]|\\\\.)*`',
    colour: "light-dark(#0b6e4f, #7fd1ae)",
  },
  {
    tag: "keyword",
    pattern:
      "\\b(?:import|export|default|from|type|function|return|const|let|for|of|if|else|new|class|extends|null|true|false|async|await|as)\\b",
    colour: "light-dark(#7c3aed, #b9a2ff)",
  },
  { tag: "number", pattern: "\\b\\d[\\d_.]*\\b", colour: "light-dark(#b45309, #f0b46b)" },
] as const;

const anyPart = new RegExp(parts.map(({ tag, pattern }) => `(?<${tag}>${pattern})`).join("|"), "g");

export class SourceView {
  readonly widget: TextSource;

  constructor(W: Widgets) {
    this.widget = W.TextSource("", { editable: false, lineNumbers: true, borderWidth: 0, fontSize: 12.5 });
    for (const { tag, colour } of parts) this.widget.createTag(tag, { foreground: colour });
  }

  show(source: string): void {
    const view = this.widget;
    view.setText(source);
    for (const match of source.matchAll(anyPart)) {
      const found = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined);
      if (found === undefined) continue;
      view.applyTag(found[0], view.createRef(match.index), view.createRef(match.index + match[0].length));
    }
    view.scrollToLineno(0, "top");
  }
}
