/**
 * Keyboard scripts: what each key of a definition does, tried in a real browser.
 * A script prepares, the key that the definition names is pressed, and the script looks at what has come of it.
 */
import type { Session, Widget, Widgets } from "pgwidgets-ts/sync";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { lineage } from "../../support/definitions.js";
import type { Shown } from "../support.js";

/** One key: `before` brings about a state, `after` says what must hold when the key was pressed. */
export interface Step {
  before(): Promise<unknown>;
  after(): Promise<unknown>;
  /** What is typed where the definition says Text. */
  readonly text?: string;
  /** The key is for leaving: the focus need not be inside the page afterwards. */
  readonly leaves?: true;
  /** It ends what the other keys need, and is pressed after them. */
  readonly last?: true;
}

export interface Stage<M> extends Shown<M> {
  /** Moves the focus to a widget, or to what is inside it. */
  focus(target: Widget | Locator): Promise<void>;
  press(...chords: readonly string[]): Promise<void>;
  /** Text, role and label of what has the focus. */
  focused(): Promise<string>;
}

export interface Script {
  build(W: Widgets, session: Session): unknown;
  steps(stage: Stage<never>): Readonly<Record<string, Step>>;
}

/** The focus is on what has this text. */
export function focusOn(stage: Stage<unknown>, text: string): () => Promise<void> {
  return () => expect.poll(() => stage.focused()).toContain(text);
}

/** Ties what `build` makes to what `steps` uses. */
export function script<M>(
  build: (W: Widgets, session: Session) => M,
  steps: (stage: Stage<M>) => Readonly<Record<string, Step>>,
): Script {
  return { build, steps: steps as Script["steps"] };
}

/** The keys of a class: those of its bases, and its own. */
export function keysOf(name: string): readonly string[] {
  return [...new Set(lineage(name).flatMap(({ keys = [] }) => keys.map((each) => each.keys)))];
}

const FOCUSED = `(() => {
  const at = document.activeElement;
  if (at === null || at === document.body) return "";
  const name = at.getAttribute("aria-label") ?? (at.value || at.textContent || "").trim().slice(0, 40);
  return (at.getAttribute("role") ?? at.localName) + " " + name;
})()`;

export function stageOf<M>(shown: Shown<M>): Stage<M> {
  const { page } = shown;
  return {
    ...shown,
    async focus(target) {
      if ("wid" in target) (target as Widget).setFocus();
      else await (target as Locator).first().focus();
      await shown.settled();
    },
    async press(...chords) {
      for (const chord of chords) await page.keyboard.press(pressed(chord));
      await shown.settled();
    },
    focused: () => page.evaluate<string>(FOCUSED),
  };
}

/** Presses every key of a step, one after another, each from the start. */
export async function perform(stage: Stage<unknown>, keys: string, step: Step): Promise<void> {
  for (const chord of keys.split(" or ")) {
    await step.before();
    await stage.settled();
    if (chord === "Text") await stage.page.keyboard.type(step.text ?? "x");
    else await stage.page.keyboard.press(pressed(chord));
    await stage.settled();
    await step.after();
    // Nothing moves for those who asked for rest, and the focus is somewhere that can be seen.
    expect(await stage.page.evaluate("document.getAnimations().length"), `${chord} animates`).toBe(0);
    if (step.leaves !== true)
      await expect.poll(() => lostFocus(stage.page), { message: `${chord} loses the focus` }).toBe(false);
  }
}

function lostFocus(page: Page): Promise<boolean> {
  return page.evaluate<boolean>(`(() => {
    const at = document.activeElement;
    return at === null || at === document.body || !at.checkVisibility({ visibilityProperty: true });
  })()`);
}

/** Playwright's name of a chord of the definitions. */
function pressed(chord: string): string {
  return chord.replace("Ctrl+", "Control+");
}
