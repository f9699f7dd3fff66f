/**
 * The looks of the editor's own parts, from the tokens of the page.
 * Its base styles stand outside all layers, so what replaces them must be told to the editor itself.
 */
import { EditorView } from "@codemirror/view";

export const theme = EditorView.theme({
  "&": {
    flex: "1",
    minWidth: "0",
    minHeight: "0",
    color: "inherit",
    background: "none",
    borderRadius: "inherit",
  },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": {
    fontFamily: "inherit",
    lineHeight: "1.4",
    borderRadius: "inherit",
    overscrollBehavior: "contain",
    scrollbarColor: "var(--pgw-field-line) transparent",
    scrollbarWidth: "thin",
  },
  ".cm-content": { padding: "4px 0", caretColor: "var(--pgw-source-caret, var(--pgw-text))" },
  ".cm-line": { padding: "0 4px" },
  "&.pgw-source-hard .cm-content": { wordBreak: "break-all" },
  "&.pgw-source-block-caret .cm-content": { caretColor: "transparent" },
  ".cm-gutters": {
    color: "var(--pgw-text-muted)",
    background: "var(--pgw-bar)",
    border: "0",
    borderInlineEnd: "1px solid var(--pgw-line)",
    cursor: "default",
    userSelect: "none",
  },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "calc(2ch + 12px)", padding: "0 6px" },
  ".cm-activeLineGutter": { color: "var(--pgw-text)", background: "none" },
  ".pgw-source-icons": { width: "22px" },
  ".pgw-source-icons .cm-gutterElement": {
    display: "grid",
    placeItems: "start center",
    height: "1.4em",
  },
  ".pgw-source-icons img": {
    width: "14px",
    height: "1.4em",
    objectFit: "contain",
  },
  ".cm-specialChar": { color: "var(--pgw-danger)" },
  ".cm-dropCursor": { borderLeftColor: "var(--pgw-text)" },
  ".pgw-source-carets": { pointerEvents: "none", display: "none" },
  "&.cm-focused .pgw-source-carets": { display: "block" },
  ".pgw-source-caret": {
    position: "absolute",
    background: "var(--pgw-source-caret, var(--pgw-text))",
    opacity: "0.45",
    borderRadius: "1px",
  },
  "@media (forced-colors: active)": {
    ".pgw-source-caret": { background: "Highlight", forcedColorAdjust: "none" },
  },
  "@media (prefers-reduced-motion: no-preference)": {
    "&.cm-focused .pgw-source-carets": { animation: "pgw-source-blink 1.1s steps(1) infinite" },
  },
  "@keyframes pgw-source-blink": { "50%": { visibility: "hidden" } },
});
