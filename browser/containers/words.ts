/**
 * The words of the parts that containers bring along themselves, for screen readers and small menus.
 * Made by hand, in the manner of `strings.ts`.
 */
const words = {
  scrollBar: "Scroll bar",
  horizontalScrollBar: "Horizontal scroll bar",
  verticalScrollBar: "Vertical scroll bar",
  splitterHandle: "Divider {place}",
  section: "Section",
  page: "Page {place}",
  allPages: "All pages",
  closePage: "Close {title}",
  pageMoved: "{title}, place {place} of {count}",
};

/** A text with `{name}` replaced by the value of that name. */
export function word(
  name: keyof typeof words,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return words[name].replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));
}
