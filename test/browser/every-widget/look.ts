/**
 * What a page shows, as lines of text: each element with its role, state, value and place.
 * Two pages that show the same give the same lines.
 */
import type { Page } from "playwright-core";

/**
 * Every element inside the body of a page, or inside one widget; places are then counted from that widget,
 * whose own place on the page is left out.
 */
export function lookOf(page: Page, wid: number | null = null): Promise<string[]> {
  return page.evaluate(describe, wid);
}

/** Runs in the page, and uses nothing from outside. */
function describe(wid: number | null): string[] {
  /** What belongs to one user: focus, hover, what is pressed, the caret; and what only refers to something. */
  const passing =
    /^(pgw-(hover|hovered|pressed|active|focused|current-focus|cursor|dragging)|cm-focused|cm-activeLine|cm-activeLineGutter)$/;
  /** Elements that each user has alone: tooltips, what is read aloud, the editor's caret. */
  const own =
    ".pgw-announcer, .pgw-tooltip, .cm-cursorLayer, .cm-selectionLayer, .cm-announced, .pgw-status-place, .pgw-notices, .pgw-color-marker";
  const root = wid === null ? document.body : document.querySelector(`[data-wid="${wid}"]`);
  if (root === null) return ["It is not in the page."];
  const from = wid === null ? { x: 0, y: 0 } : root.getBoundingClientRect();
  /** Numbers of ids by the widget that they are in: windows may come one after another in any order. */
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  const nameOf = (id: string) => {
    const owner =
      wid === null
        ? (document.getElementById(id)?.closest("[data-wid]")?.getAttribute("data-wid") ?? "")
        : "";
    if (!names.has(id)) {
      const count = counts.get(owner) ?? 0;
      counts.set(owner, count + 1);
      names.set(id, `#${owner}-${count}`);
    }
    return names.get(id) ?? "";
  };
  const round = (value: number) => Math.round(value * 2) / 2;
  const lines: string[] = [];
  const refs = /^(id|for|name|aria-(controls|labelledby|describedby|owns|activedescendant|details))$/;

  const attribute = ({ name, value }: Attr, element: Element): string | null => {
    if (name === "data-wid" && wid !== null) return null;
    // Below a modal dialog, as a window may be or not.
    if (name === "inert" && wid !== null && element === root) return null;
    // A field has its first text from there; what it shows comes below.
    if (name === "value" && element instanceof HTMLInputElement) return null;
    // A roving stop follows the focus of one user.
    if (name === "tabindex" || name === "aria-activedescendant") return null;
    if (name === "class") {
      const kept = [...element.classList].filter((each) => !passing.test(each)).sort();
      return kept.length === 0 ? null : kept.map((each) => `.${each}`).join("");
    }
    if (refs.test(name)) return `${name}=${value.split(/\s+/).map(nameOf).join(" ")}`;
    if (name === "style") {
      const { style } = element as HTMLElement;
      const isWindow = wid !== null && element === root && element.classList.contains("pgw-window");
      // Focus, which each user has alone, brings a window to the front as well.
      const places =
        /^(left|top|margin-left|margin-top|z-index|inset|position-anchor|anchor-name|will-change|--modal-level)/;
      const kept = [...style]
        .filter((each) => !(isWindow && places.test(each)))
        .filter((each) => !/^(z-index|position-anchor|anchor-name|--old$|--x$|--y$)/.test(each))
        .map((each) => `${each}:${style.getPropertyValue(each)}`)
        .sort();
      return kept.length === 0 ? null : `style{${kept.join(";")}}`;
    }
    // Each page names its bytes as it likes.
    if (value.startsWith("blob:")) return `${name}=blob`;
    const short = value.length > 120 ? `${value.slice(0, 60)}…${value.length}` : value;
    return value === "" ? name : `${name}=${JSON.stringify(short)}`;
  };

  const live = (element: Element): string[] => {
    if (element instanceof HTMLInputElement) {
      return [
        `value=${element.value}`,
        ...(element.checked ? ["checked"] : []),
        ...(element.indeterminate ? ["mixed"] : []),
      ];
    }
    if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement)
      return [`value=${element.value}`];
    if (element instanceof HTMLCanvasElement) {
      let hash = 0;
      try {
        const data = element.toDataURL();
        for (let i = 0; i < data.length; i++) hash = (Math.imul(hash, 31) + data.charCodeAt(i)) | 0;
      } catch {
        hash = -1;
      }
      return [`pixels=${element.width}x${element.height}/${hash}`];
    }
    if (element instanceof HTMLImageElement)
      return [`picture=${element.naturalWidth}x${element.naturalHeight}`];
    if (element instanceof HTMLVideoElement)
      return [`muted=${element.muted}`, `volume=${element.volume}`, `loop=${element.loop}`];
    return [];
  };

  const visit = (element: Element, depth: number) => {
    if (element.matches(own) || element.tagName === "SCRIPT" || element.tagName === "STYLE") return;
    const box = element.getBoundingClientRect();
    // What is not displayed is drawn and measured when it is: until then it has its words and its parts.
    const isDisplayed = element.getClientRects().length > 0 && (box.width > 0 || box.height > 0);
    const attributes = (isDisplayed ? [...element.attributes] : [])
      .map((each) => attribute(each, element))
      .filter((each) => each !== null)
      .sort();
    const words = [...element.childNodes]
      .filter((node) => node instanceof Text)
      .map((node) => node.textContent)
      .join("|");
    const place =
      box.width === 0 && box.height === 0
        ? "(none)"
        : `(${round(box.x - from.x)} ${round(box.y - from.y)} ${round(box.width)} ${round(box.height)})`;
    const open = element.matches(":popover-open, :modal") ? ["open"] : [];
    const scrolled =
      (element.scrollTop !== 0 || element.scrollLeft !== 0) &&
      element.clientWidth > 0 &&
      element.clientHeight > 0
        ? [`scrolled=${Math.round(element.scrollLeft)},${Math.round(element.scrollTop)}`]
        : [];
    const parts = [
      element.tagName.toLowerCase(),
      ...attributes,
      ...(isDisplayed ? live(element) : []),
      ...open,
      ...scrolled,
      place,
    ];
    lines.push(
      `${"  ".repeat(depth)}${parts.join(" ")}${words.trim() === "" ? "" : ` ${JSON.stringify(words)}`}`,
    );
    if (element instanceof SVGElement) return;
    // What has no room shows nothing of what is in it, wherever that is scrolled to.
    const isFlat = element.clientWidth === 0 || element.clientHeight === 0;
    if (isFlat && getComputedStyle(element).overflow !== "visible") return;
    const inside = element.shadowRoot ?? element;
    // Windows lie on each other as their users raise them; where they stand in the page says nothing.
    const number = (each: Element) =>
      each.classList.contains("pgw-window") ? Number(each.getAttribute("data-wid")) : 0;
    for (const child of [...inside.children].sort((a, b) => number(a) - number(b))) visit(child, depth + 1);
  };
  if (wid === null) for (const child of root.children) visit(child, 0);
  else visit(root, 0);
  return lines;
}
