/**
 * An editor for source code. Open a second page, and type in both.
 */
import type { TextSourceNamed, Widgets } from "pgwidgets-ts/sync";
import type { Live } from "../sample.js";

export default function make(W: Widgets, options: TextSourceNamed): Live {
  const source = W.TextSource({
    text: "// The answer to everything.\nconst answer = 6 * 7;\n\nexport { answer };\n",
    lineNumbers: true,
    size: [null, 180],
    tooltip: "Source code",
    ...options,
  });
  source.createTag("keyword", { bold: true, foreground: "light-dark(#7c3aed, #b9a2ff)" });
  for (const word of ["const", "export"]) {
    for (const [start, end] of source.findAll(word)) source.applyTag("keyword", start, end);
  }
  return { widget: source, fills: true };
}
