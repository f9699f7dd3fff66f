import { describe, expect, test } from "vitest";
import { mount, mountAtCorner, useInterface } from "./support.js";

const show = useInterface();

/** What the page looks like: the computed values of the root element. */
const LOOKS = `(() => {
  const style = getComputedStyle(document.documentElement);
  const { direction, lang } = document.documentElement;
  return {
    scheme: style.colorScheme,
    desk: getComputedStyle(document.body).backgroundColor,
    accent: style.getPropertyValue("--pgw-accent"),
    space: style.getPropertyValue("--pgw-space-2"),
    motion: style.getPropertyValue("--pgw-motion"),
    direction: style.direction,
    lang: document.documentElement.lang,
  };
})()`;

interface Looks {
  readonly scheme: string;
  readonly desk: string;
  readonly accent: string;
  readonly space: string;
  readonly motion: string;
  readonly direction: string;
  readonly lang: string;
}

describe("a theme", () => {
  test("is light, dark, the system's, or has values of its own; it holds after a reload", async () => {
    const shown = await show(
      (W, session) => {
        session.setTheme("dark");
        mount(W, W.Button("OK"));
      },
      { colorScheme: "light" },
    );
    const looks = () => shown.page.evaluate<Looks>(LOOKS);
    expect(await looks()).toMatchObject({ scheme: "dark", desk: "rgb(21, 23, 26)" });
    await shown.reload();
    expect(await looks()).toMatchObject({ scheme: "dark" });

    shown.session.setTheme({ base: "light", density: "compact", tokens: { accent: "#c0392b" } });
    await expect.poll(looks).toMatchObject({ scheme: "light", accent: "#c0392b", space: "5px" });
    await shown.reload();
    expect(await looks()).toMatchObject({ scheme: "light", accent: "#c0392b", space: "5px" });

    shown.session.setTheme(null);
    await expect
      .poll(looks)
      .toMatchObject({ scheme: "light dark", desk: "rgb(232, 235, 240)", space: "8px" });
    await shown.page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(looks).toMatchObject({ desk: "rgb(21, 23, 26)" });
  });

  test("may leave a widget less room inside the same size, and its program is told", async () => {
    const { session, made, settled } = await show((W) => {
      const frame = W.Frame({ size: [300, 200] });
      mountAtCorner(W, frame);
      return frame;
    });
    await settled();
    // Inside a border of 1 and padding of 12.
    expect(made.getSize()).toEqual([274, 174]);
    session.setTheme({ tokens: { "space-3": "20px" } });
    await expect.poll(() => made.getSize()).toEqual([258, 158]);
  });

  test("yields to the colours and the rest that the user has asked for", async () => {
    const shown = await show((W, session) => {
      session.setTheme({ tokens: { accent: "rgb(1, 2, 3)", motion: "5s", "space-2": "9px" } });
      mount(W, W.Button("OK"));
    });
    const looks = () => shown.page.evaluate<Looks>(LOOKS);
    expect(await looks()).toMatchObject({ accent: "rgb(1, 2, 3)", motion: "5s", space: "9px" });
    await shown.page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
    await expect.poll(looks).toMatchObject({ accent: "Highlight", motion: "0s", space: "9px" });
  });

  test("a default font goes before its font", async () => {
    const shown = await show((W, session) => {
      session.app.setDefaultFont({ family: "serif", size: 20 });
      session.setTheme({ tokens: { font: "monospace", "font-size": "9px", "line-height": "2" } });
      mount(W, W.Label("a"));
    });
    const font = () => shown.page.evaluate("getComputedStyle(document.querySelector('.pgw')).font");
    expect(await font()).toBe("20px / 40px serif");
    shown.session.app.setDefaultFont(null);
    await expect.poll(font).toBe("9px / 18px monospace");
  });

  test("tells the program of a name that CSS does not know, and takes the rest", async () => {
    const shown = await show((W, session) => {
      session.setTheme({ tokens: { accent: "reddish", focus: "red" } });
      mount(W, W.Button("OK"));
    });
    const style = "getComputedStyle(document.documentElement).getPropertyValue('--pgw-focus')";
    expect(await shown.page.evaluate(style)).toBe("red");
    const faults: string[] = [];
    await expect.poll(() => faults.push(...shown.takeFaults())).toBeGreaterThan(0);
    expect(faults.join()).toContain("accent: reddish");
  });
});

test("a direction and a language are those of the document", async () => {
  const shown = await show((W, session) => {
    session.setDirection("rtl");
    session.setLanguage("ar");
    mount(W, W.Button("OK"));
  });
  const looks = () => shown.page.evaluate<Looks>(LOOKS);
  expect(await looks()).toMatchObject({ direction: "rtl", lang: "ar" });
  shown.session.setDirection(null);
  shown.session.setLanguage(null);
  await expect.poll(looks).toMatchObject({ direction: "ltr", lang: "en" });
});

test("the page's words are the program's, for what is shown later and what is shown now", async () => {
  const shown = await show((W, session) => {
    session.setStrings({ close: "Schließen" });
    const top = W.TopLevel({ title: "Fenster", size: [300, 200] });
    top.show();
  });
  const button = (name: string) => shown.page.getByRole("button", { name, exact: true });
  await button("Schließen").waitFor();
  shown.session.setStrings({ close: "Zu" });
  await button("Zu").waitFor();
  shown.session.setStrings(null);
  await button("Close").waitFor();
});
