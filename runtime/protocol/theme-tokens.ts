/**
 * The names of the page's tokens. Written by `npm run docs` from browser/styles/tokens.css; do not edit.
 */

/** Values of tokens as CSS; `light-dark(a, b)` gives a colour for each of the two. */
export interface ThemeTokens {
  /**
   * The ground behind all windows.
   * Default: #e8ebf0, in the dark #15171a
   */
  readonly desk?: string;
  /**
   * The ground of windows and pages.
   * Default: #fbfbfc, in the dark #212429
   */
  readonly surface?: string;
  /**
   * Title bars, menu bars, tool bars, headers of tables.
   * Default: #f1f2f5, in the dark #292d33
   */
  readonly bar?: string;
  /**
   * What floats above the rest: menus, lists, notices, dialogs.
   * Default: #ffffff, in the dark #2b2f35
   */
  readonly raised?: string;
  /**
   * Grooves, tracks and empty grounds.
   * Default: #eef0f3, in the dark #1a1c20
   */
  readonly sunken?: string;
  /**
   * The face of buttons and other controls.
   * Default: #ffffff, in the dark #363b43
   */
  readonly control?: string;
  /**
   * The ground of what is written into or picked from.
   * Default: #ffffff, in the dark #181a1e
   */
  readonly field?: string;
  /**
   * Laid over a control or row under the pointer; a translucent colour.
   * Default: rgb(20 30 50 / 5%), in the dark rgb(255 255 255 / 7%)
   */
  readonly "veil-hover"?: string;
  /**
   * Laid over a control or row that is pressed; a translucent colour.
   * Default: rgb(20 30 50 / 11%), in the dark rgb(0 0 0 / 22%)
   */
  readonly "veil-press"?: string;
  /**
   * Laid over everything below a modal dialog; a translucent colour.
   * Default: rgb(20 26 36 / 32%), in the dark rgb(0 0 0 / 55%)
   */
  readonly cover?: string;
  /**
   * Lines between parts.
   * Default: #dde0e6, in the dark #363b43
   */
  readonly line?: string;
  /**
   * The edge of buttons and other controls.
   * Default: #c9ced6, in the dark #4a505a
   */
  readonly "control-line"?: string;
  /**
   * The edge of what is written into or picked from; 3:1 against its ground.
   * Default: #8f96a1, in the dark #737b87
   */
  readonly "field-line"?: string;
  /**
   * Text.
   * Default: #1c2026, in the dark #e8eaee
   */
  readonly text?: string;
  /**
   * Text of less weight, and icons; 4.5:1 against every ground.
   * Default: #5a626e, in the dark #a4acb8
   */
  readonly "text-muted"?: string;
  /**
   * What stands in an empty field.
   * Default: #6a727e, in the dark #949ca8
   */
  readonly placeholder?: string;
  /**
   * What is chosen, checked, filled or pressed first.
   * Default: #2464d1, in the dark #4f8ff7
   */
  readonly accent?: string;
  /**
   * The accent under the pointer.
   * Default: #1c52b0, in the dark #6ea3fa
   */
  readonly "accent-strong"?: string;
  /**
   * Text and marks on the accent; 4.5:1 against it.
   * Default: #ffffff, in the dark #0a1426
   */
  readonly "on-accent"?: string;
  /**
   * A soft ground of the accent: selected rows, pressed toggles.
   * Default: #dbe7fb, in the dark #253a5c
   */
  readonly "accent-soft"?: string;
  /**
   * Text in the accent: links, pressed toggles.
   * Default: #1b55b8, in the dark #8ab6ff
   */
  readonly "accent-text"?: string;
  /**
   * The ring around what has the focus; 3:1 against every ground.
   * Default: #2f74e6, in the dark #74a8ff
   */
  readonly focus?: string;
  /**
   * What goes wrong or takes something away.
   * Default: #c22f38, in the dark #f2777d
   */
  readonly danger?: string;
  /**
   * A soft ground of danger.
   * Default: #fbe3e4, in the dark #4a2629
   */
  readonly "danger-soft"?: string;
  /**
   * What went well.
   * Default: #1c7c4a, in the dark #58c08a
   */
  readonly success?: string;
  /**
   * What wants attention.
   * Default: #94600a, in the dark #e3b04f
   */
  readonly warning?: string;
  /**
   * The ground of tooltips.
   * Default: #2a2f37, in the dark #e3e6eb
   */
  readonly tooltip?: string;
  /**
   * Text of tooltips.
   * Default: #f4f6f9, in the dark #16181b
   */
  readonly "on-tooltip"?: string;
  /**
   * The knob of sliders.
   * Default: #ffffff, in the dark #e8eaee
   */
  readonly knob?: string;
  /**
   * Between things that belong together, such as an icon and its text.
   * Default: 4px
   */
  readonly "space-1"?: string;
  /**
   * Inside controls, and between controls.
   * Default: 8px
   */
  readonly "space-2"?: string;
  /**
   * Inside panels, and between groups.
   * Default: 12px
   */
  readonly "space-3"?: string;
  /**
   * Inside dialogs and cards.
   * Default: 16px
   */
  readonly "space-4"?: string;
  /**
   * Between sections.
   * Default: 24px
   */
  readonly "space-6"?: string;
  /**
   * Height of a control with one line of text, and of a menu's line.
   * Default: 28px
   */
  readonly "control-height"?: string;
  /**
   * Height of a row of a table, tree or list.
   * Default: 28px
   */
  readonly "row-height"?: string;
  /**
   * Least side of what can be pressed.
   * Default: 24px
   */
  readonly target?: string;
  /**
   * Corners of small parts: check boxes, rows, icon buttons.
   * Default: 4px
   */
  readonly "radius-small"?: string;
  /**
   * Corners of controls.
   * Default: 6px
   */
  readonly radius?: string;
  /**
   * Corners of windows, menus and cards.
   * Default: 10px
   */
  readonly "radius-large"?: string;
  /**
   * Font family of the interface. `setDefaultFont` goes before it.
   * Default: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif
   */
  readonly font?: string;
  /**
   * Size of text. `setDefaultFont` goes before it.
   * Default: 13px
   */
  readonly "font-size"?: string;
  /**
   * Weight of text. `setDefaultFont` goes before it.
   * Default: 400
   */
  readonly "font-weight"?: string;
  /**
   * Style of text. `setDefaultFont` goes before it.
   * Default: normal
   */
  readonly "font-style"?: string;
  /**
   * Font family of code and digits in columns.
   * Default: ui-monospace, "SF Mono", "Cascadia Mono", "Noto Sans Mono", "Liberation Mono", monospace
   */
  readonly "font-mono"?: string;
  /**
   * Height of a line, as a multiple of the size of its text.
   * Default: 1.4
   */
  readonly "line-height"?: string;
  /**
   * Under buttons.
   * Default: 0 1px 1.5px rgb(20 30 50 / 7%), in the dark 0 1px 1.5px rgb(0 0 0 / 25%)
   */
  readonly "shadow-control"?: string;
  /**
   * Under cards.
   * Default: 0 1px 3px rgb(20 30 50 / 16%), 0 4px 12px rgb(20 30 50 / 8%), in the dark 0 1px 3px rgb(0 0 0 / 40%), 0 4px 12px rgb(0 0 0 / 25%)
   */
  readonly "shadow-card"?: string;
  /**
   * Under the window in front.
   * Default: 0 0 0 1px rgb(20 30 50 / 14%), 0 2px 6px rgb(20 30 50 / 8%), 0 12px 32px rgb(20 30 50 / 14%), in the dark 0 0 0 1px rgb(255 255 255 / 11%), 0 2px 6px rgb(0 0 0 / 30%), 0 12px 32px rgb(0 0 0 / 45%)
   */
  readonly "shadow-window"?: string;
  /**
   * Under windows behind it.
   * Default: 0 0 0 1px rgb(20 30 50 / 12%), 0 2px 10px rgb(20 30 50 / 8%), in the dark 0 0 0 1px rgb(255 255 255 / 9%), 0 2px 10px rgb(0 0 0 / 30%)
   */
  readonly "shadow-back"?: string;
  /**
   * Under menus, lists, tooltips and notices.
   * Default: 0 0 0 1px rgb(20 30 50 / 12%), 0 6px 20px rgb(20 30 50 / 16%), in the dark 0 0 0 1px rgb(255 255 255 / 12%), 0 6px 20px rgb(0 0 0 / 50%)
   */
  readonly "shadow-popup"?: string;
  /**
   * How long small changes take, such as a colour under the pointer. 0 under reduced motion.
   * Default: 100ms
   */
  readonly "motion-fast"?: string;
  /**
   * How long larger changes take, such as a section that unfolds. 0 under reduced motion.
   * Default: 160ms
   */
  readonly motion?: string;
  /**
   * How changes gather speed and come to rest.
   * Default: cubic-bezier(0.2, 0, 0, 1)
   */
  readonly ease?: string;
}

export type TokenName = keyof ThemeTokens;

/** By token: the CSS property whose values are its values. */
export const TOKEN_PROPERTIES: Readonly<Record<TokenName, string>> = {
  desk: "color",
  surface: "color",
  bar: "color",
  raised: "color",
  sunken: "color",
  control: "color",
  field: "color",
  "veil-hover": "color",
  "veil-press": "color",
  cover: "color",
  line: "color",
  "control-line": "color",
  "field-line": "color",
  text: "color",
  "text-muted": "color",
  placeholder: "color",
  accent: "color",
  "accent-strong": "color",
  "on-accent": "color",
  "accent-soft": "color",
  "accent-text": "color",
  focus: "color",
  danger: "color",
  "danger-soft": "color",
  success: "color",
  warning: "color",
  tooltip: "color",
  "on-tooltip": "color",
  knob: "color",
  "space-1": "padding-top",
  "space-2": "padding-top",
  "space-3": "padding-top",
  "space-4": "padding-top",
  "space-6": "padding-top",
  "control-height": "padding-top",
  "row-height": "padding-top",
  target: "padding-top",
  "radius-small": "border-top-left-radius",
  radius: "border-top-left-radius",
  "radius-large": "border-top-left-radius",
  font: "font-family",
  "font-size": "font-size",
  "font-weight": "font-weight",
  "font-style": "font-style",
  "font-mono": "font-family",
  "line-height": "line-height",
  "shadow-control": "box-shadow",
  "shadow-card": "box-shadow",
  "shadow-window": "box-shadow",
  "shadow-back": "box-shadow",
  "shadow-popup": "box-shadow",
  "motion-fast": "transition-duration",
  motion: "transition-duration",
  ease: "transition-timing-function",
};
