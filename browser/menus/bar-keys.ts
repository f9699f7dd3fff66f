/**
 * F10 and Alt: the keys that lead into a menu bar and out of it again.
 * Made of one listener for the page, and the bars that are in it.
 */

export interface KeyedBar {
  readonly element: HTMLElement;
  readonly isEnabled: boolean;
  /** The focus is on its titles, or one of its menus is open. */
  readonly isEntered: boolean;
  enterByKey(): void;
  leaveByKey(): void;
}

const bars = new Set<KeyedBar>();
/** Where Alt makes letters it is not for menus. */
const altIsForLetters = /mac|iphone|ipad/i.test(navigator.platform);

/** Has the keys lead to a bar. The result ends that. */
export function watchBarKeys(bar: KeyedBar): () => void {
  if (bars.size === 0) listen();
  bars.add(bar);
  return () => {
    bars.delete(bar);
    if (bars.size === 0) ending?.abort();
  };
}

let ending: AbortController | null = null;

function listen(): void {
  ending = new AbortController();
  const { signal } = ending;
  /** Alt is down, and nothing else has happened since. */
  let altAlone = false;
  const notAlone = () => {
    altAlone = false;
  };
  document.addEventListener(
    "keydown",
    (event) => {
      const held = event.ctrlKey || event.shiftKey || event.metaKey;
      altAlone = event.key === "Alt" && !held && !event.repeat && !altIsForLetters;
      if (event.key !== "F10" || held || event.altKey || event.defaultPrevented) return;
      if (toggle()) event.preventDefault();
    },
    { signal },
  );
  document.addEventListener(
    "keyup",
    (event) => {
      if (event.key !== "Alt" || !altAlone) return;
      altAlone = false;
      if (toggle()) event.preventDefault();
    },
    { signal },
  );
  for (const type of ["pointerdown", "wheel"] as const) {
    document.addEventListener(type, notAlone, { capture: true, passive: true, signal });
  }
  window.addEventListener("blur", notAlone, { signal });
}

/** False when there is no bar. */
function toggle(): boolean {
  const entered = [...bars].find((bar) => bar.isEntered);
  if (entered !== undefined) {
    entered.leaveByKey();
    return true;
  }
  const bar = nearest();
  bar?.enterByKey();
  return bar !== null;
}

/** The bar of the window that the user is in, or of what is around it; else the first one of the page. */
function nearest(): KeyedBar | null {
  const usable = [...bars].filter(
    ({ element, isEnabled }) =>
      isEnabled &&
      element.closest("[inert]") === null &&
      element.checkVisibility({ visibilityProperty: true }),
  );
  const around = ".pgw-window, .pgw-page";
  for (
    let at = document.activeElement?.closest(around) ?? null;
    at !== null;
    at = at.parentElement?.closest(around) ?? null
  ) {
    const place = at;
    const found = usable.find(({ element }) => place.contains(element));
    if (found !== undefined) return found;
  }
  const active = document.querySelector(".pgw-window.pgw-active");
  return usable.find(({ element }) => active?.contains(element)) ?? usable[0] ?? null;
}
