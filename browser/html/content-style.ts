/**
 * How HTML of a program looks when it does not say: calm running text in the colours of the page.
 * Made as a style sheet for shadow roots. Every rule weighs nothing, so that the program's own always win.
 */
const css = `
  :where(:host) { overflow-wrap: break-word; --own-ground: color-mix(in srgb, var(--pgw-text) 8%, transparent); }
  :where(*, *::before, *::after) { box-sizing: border-box; }
  :where(h1, h2, h3, h4, h5, h6) { margin: 1.2em 0 0.4em; line-height: 1.25; font-weight: 600; text-wrap: balance; }
  :where(h1) { font-size: 1.6em; }
  :where(h2) { font-size: 1.3em; }
  :where(h3) { font-size: 1.12em; }
  :where(h4, h5, h6) { font-size: 1em; }
  :where(p, ul, ol, dl, pre, table, blockquote, figure, details, fieldset) { margin: 0 0 0.75em; }
  :where(ul, ol, dd) { margin-inline-start: 0; padding-inline-start: 1.6em; }
  :where(:is(ul, ol) :is(ul, ol)) { margin-block-end: 0; }
  :where(dd) { margin-block-end: 0.4em; }
  :where(dt, th, summary) { font-weight: 600; }
  :where(:host > :first-child, :is(div, section, article, main) > :first-child) { margin-block-start: 0; }
  :where(a:any-link) { color: var(--pgw-accent-text); text-underline-offset: 2px; }
  :where(:focus-visible) { outline: 2px solid var(--pgw-focus); outline-offset: 1px; border-radius: 2px; }
  :where(code, kbd, samp, pre, tt) { font-family: var(--pgw-font-mono); font-size: 0.94em; }
  :where(code, kbd) { padding: 1px 4px; border-radius: 4px; background: var(--own-ground); }
  :where(pre) { padding: 8px 12px; border-radius: 6px; background: var(--own-ground); overflow-x: auto;
    unicode-bidi: plaintext; }
  :where(pre code) { padding: 0; background: none; }
  :where(pre) { font-size: 0.94em; }
  :where(pre code) { font-size: 1em; }
  :where(blockquote) { margin-inline: 0; padding-inline-start: 12px;
    border-inline-start: 3px solid var(--pgw-control-line); color: var(--pgw-text-muted); }
  :where(hr) { height: 0; margin: 1.2em 0; border: 0; border-top: 1px solid var(--pgw-line); }
  :where(table) { border-collapse: collapse; }
  :where(th, td) { padding: 4px 10px; border: 1px solid var(--pgw-line); text-align: start; vertical-align: top; }
  :where(th) { background: var(--pgw-bar); }
  :where(caption, figcaption) { padding-block: 4px; color: var(--pgw-text-muted); text-align: start; }
  :where(img, video, svg, canvas) { max-width: 100%; vertical-align: middle; }
  :where(img, video) { height: auto; }
  :where(mark) { color: inherit; background: color-mix(in srgb, var(--pgw-warning) 35%, transparent); }
  :where(button, input, select, textarea) { font: inherit; }
  :where(:last-child) { margin-block-end: 0; }
`;

let sheet: CSSStyleSheet | null = null;

/** The style sheet, one for all that use it. */
export function contentStyle(): CSSStyleSheet {
  if (sheet === null) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  return sheet;
}
