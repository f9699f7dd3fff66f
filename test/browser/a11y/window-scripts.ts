/**
 * The keys of windows and dialogs.
 */
import type { Widget, Widgets } from "pgwidgets-ts/sync";
import { expect } from "vitest";
import { gone } from "../gone.js";
import { colorKeys } from "./color-keys.js";
import { type Script, type Stage, type Step, script } from "./keyboard.js";
import { placed } from "./specimens.js";

interface Counts {
  closed: number;
  pressed: number;
}
interface Made<W extends Widget = Widget> {
  readonly first: { readonly window: W; readonly field: Widget };
  readonly second: { readonly window: W; readonly field: Widget };
  readonly counts: Counts;
}

/** The keys of a window beside another one, and those that its class adds. */
function windows<T extends Widget>(
  build: (W: Widgets, title: string, counts: Counts) => { window: T; field: Widget },
  more: (stage: Stage<Made<T>>) => Readonly<Record<string, Step>> = () => ({}),
): Script {
  return script(
    (W): Made<T> => {
      const counts = { closed: 0, pressed: 0 };
      const first = build(W, "First", counts);
      const second = build(W, "Second", { closed: 0, pressed: 0 });
      return { first, second, counts };
    },
    (stage) => {
      const { made, page, at, settled, focus } = stage;
      const { first, second, counts } = made;
      const box = () => at(first.window).boundingBox();
      let start: Awaited<ReturnType<typeof box>> = null;
      const inFirst = async () => {
        // What a key before this one has closed is there again.
        if ("popup" in first.window) (first.window as unknown as AnyDialog).popup();
        await settled();
        await focus(first.field);
        start = await box();
      };
      const isIn = (window: Widget): Step => ({
        before: inFirst,
        after: () =>
          expect
            .poll(() =>
              page.evaluate<boolean>(
                `document.querySelector('[data-wid="${window.wid}"]').contains(document.activeElement)`,
              ),
            )
            .toBe(true),
      });
      const byArrow = (what: "x" | "width"): Step => ({
        before: inFirst,
        after: async () => {
          await page.keyboard.press("ArrowRight");
          await page.keyboard.press("Enter");
          await settled();
          await expect.poll(async () => (await box())?.[what]).toBe((start?.[what] ?? 0) + 16);
        },
      });
      return {
        "Ctrl+F6": isIn(second.window),
        "Ctrl+Shift+F6": isIn(second.window),
        "Alt+F7": byArrow("x"),
        "Alt+F8": byArrow("width"),
        "Shift+F10 or ContextMenu": {
          before: async () => {
            await inFirst();
            await at(first.window).getByRole("button", { name: "Close", exact: true }).first().focus();
          },
          after: async () => {
            await page.getByRole("menu").waitFor();
            await page.keyboard.press("Escape");
            await gone(page.getByRole("menu"));
          },
        },
        "Ctrl+F4": {
          before: async () => {
            await inFirst();
            counts.closed = 0;
          },
          after: () => expect.poll(() => counts.closed).toBe(1),
          last: true,
        },
        ...more(stage),
      };
    },
  );
}

type AnyDialog = ReturnType<Widgets["Dialog"]> | ReturnType<Widgets["ColorDialog"]>;

/** Shows a dialog again whenever it was closed: the next key needs it. */
function opened<T extends AnyDialog>(W: Widgets, window: T, field: Widget, counts: Counts) {
  if (!behind.has(W)) placed(W, W.Button("Behind it"));
  behind.add(W);
  (window as ReturnType<Widgets["Dialog"]>).on("close", () => {
    counts.closed++;
  });
  window.popup(...(window.wid % 2 === 0 ? [40, 40] : [60, 80]));
  return { window, field };
}
const behind = new WeakSet<Widgets>();

function pressesFirst({ made, focus, settled }: Stage<Made<AnyDialog>>): Step {
  return {
    before: async () => {
      made.first.window.popup();
      await settled();
      made.counts.pressed = 0;
      await focus(made.first.field);
    },
    after: () => expect.poll(() => made.counts.pressed).toBe(1),
  };
}

/** Closing leads the focus to what is there still. */
function dialogKeys({ made, focus, settled }: Stage<Made<AnyDialog>>): Record<string, Step> {
  return {
    Escape: {
      before: async () => {
        made.first.window.popup();
        await settled();
        await focus(made.first.field);
        made.counts.closed = 0;
      },
      after: () => expect.poll(() => made.counts.closed).toBe(1),
    },
  };
}

/** One area for both windows of a page, and what is told when the first one is to close. */
const desks = new WeakMap<Widgets, ReturnType<Widgets["MDIWidget"]>>();
const firstCloses = new WeakMap<Widgets, () => void>();

export const windowScripts: Readonly<Record<string, Script>> = {
  TopLevel: windows((W, title, counts) => {
    const window = W.TopLevel({ title, size: [240, 160], resizable: true, moveable: true, closeable: true });
    const field = W.TextEntry(title);
    window.setWidget(field);
    window.on("close", () => {
      counts.closed++;
    });
    window.show();
    return { window, field };
  }),
  MDISubWindow: windows((W, title, counts) => {
    const area = desks.get(W) ?? W.MDIWidget({ minSize: [null, 460] });
    if (!desks.has(W)) {
      desks.set(W, area);
      placed(W, area);
      area.on("page-close", (child) => {
        if ((child as ReturnType<Widgets["TextEntry"]>).getText() === "First") firstCloses.get(W)?.();
      });
    }
    if (title === "First")
      firstCloses.set(W, () => {
        counts.closed++;
      });
    const field = W.TextEntry(title);
    const at = title === "First" ? { x: 20, y: 20 } : { x: 320, y: 60 };
    const window = area.addWidget(field, { title, ...at, width: 240, height: 160 });
    return { window, field };
  }),
  Dialog: windows(
    (W, title, counts) => {
      const window = W.Dialog(title, [["Fine", title]], { resizable: true, moveable: true });
      const field = W.CheckBox(title);
      window.addWidget(field);
      window.on("activated", () => {
        counts.pressed++;
      });
      return opened(W, window, field, counts);
    },
    (stage) => ({ ...dialogKeys(stage), Enter: pressesFirst(stage) }),
  ),
  ColorDialog: windows(
    (W, title, counts) => {
      const window = W.ColorDialog({ title, color: "#804040", resizable: true, moveable: true });
      window.on("activated", () => {
        counts.pressed++;
      });
      return opened(W, window, window, counts);
    },
    (stage) => ({
      ...colorKeys(stage, stage.made.first.window, () => stage.made.first.window.popup()),
      ...dialogKeys(stage),
      Enter: pressesFirst(stage),
    }),
  ),
};
