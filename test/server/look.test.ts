import { describe, expect, it } from "vitest";
import { Application } from "../../generated/sync/index.js";
import { TOKEN_PROPERTIES } from "../../runtime/protocol/theme-tokens.js";
import { valueFault } from "../../runtime/server/css-value.js";
import { Look } from "../../runtime/server/look.js";
import { readTokens } from "../../scripts/tokens.js";
import { stage } from "../support/session.js";

const look = () => new Look(null, () => {});
const told = (page: { readonly messages: readonly { readonly type: string }[] }) =>
  page.messages.filter(({ type }) => type === "set-look");

describe("a theme", () => {
  it("is a name, or a base with density and tokens", () => {
    const { message } = look();
    expect(message).toEqual({ type: "set-look", theme: null, direction: null, language: null, strings: {} });
    const own = look();
    own.setTheme("dark");
    expect(own.theme).toEqual({ base: "dark", density: "comfortable", tokens: {} });
    own.setTheme({ density: "compact", tokens: { accent: " #c0392b ", radius: "0" } });
    expect(own.theme).toEqual({
      base: "system",
      density: "compact",
      tokens: { accent: "#c0392b", radius: "0" },
    });
    own.setTheme(null);
    expect(own.theme).toBeNull();
  });

  it.each<[unknown, string]>([
    ["darc", 'setTheme: theme: expected one of "light", "dark", "system", not "darc". Did you mean "dark"?'],
    [7, "setTheme: theme: expected"],
    [{ base: "night" }, "setTheme: theme.base: expected one of"],
    [{ density: "dense" }, "setTheme: theme.density: expected one of"],
    [{ token: {} }, 'setTheme: theme.token: a theme has base, density and tokens. Did you mean "tokens"?'],
    [{ accent: "red" }, 'It is a token: give it as { tokens: { "accent": ... } }.'],
    [{ tokens: [] }, "setTheme: theme.tokens: expected an object"],
    [{ tokens: { acent: "red" } }, 'Did you mean "accent"?'],
    [{ tokens: { "--pgw-accent": "red" } }, 'Did you mean "accent"?'],
    [{ tokens: { "space-1": 4 } }, 'theme.tokens["space-1"]: expected a text with a CSS value, not 4.'],
    [
      { tokens: { "space-1": "4" } },
      'theme.tokens["space-1"]: expected a CSS length such as "4px", not "4".',
    ],
    [
      { tokens: { accent: "url(x)" } },
      'theme.tokens["accent"]: expected a CSS colour such as "#2464d1" or "light-dark(white, #202020)", not "url(x)".',
    ],
  ])("%j is refused, and changes nothing", (theme, message) => {
    const own = look();
    own.setTheme("light");
    expect(() => own.setTheme(theme as never)).toThrow(message);
    expect(own.theme?.base).toBe("light");
  });
});

describe("the value of a token", () => {
  it("may be what the style sheet itself says", () => {
    for (const { name, value, property } of readTokens())
      expect({ name, fault: valueFault(property, value) }).toEqual({ name, fault: null });
    expect(Object.keys(TOKEN_PROPERTIES)).toEqual(readTokens().map(({ name }) => name));
  });

  it.each([
    ["color", "#fff"],
    ["color", "#ffffff80"],
    ["color", "rebeccapurple"],
    ["color", "CanvasText"],
    ["color", "rgb(10 20 30 / 50%)"],
    ["color", "oklch(0.7 0.1 calc(200 + 20))"],
    ["color", "color-mix(in oklab, #2464d1 40%, white)"],
    ["color", "light-dark(hsl(200 50% 40%), #8ab6ff)"],
    ["padding-top", "0"],
    ["padding-top", ".25rem"],
    ["padding-top", "calc(2px + 0.2em)"],
    ["font-family", 'Inter, "Noto Sans", sans-serif'],
    ["font-weight", "550"],
    ["font-style", "oblique 10deg"],
    ["line-height", "1.35"],
    ["box-shadow", "none"],
    ["box-shadow", "inset 0 0 0 1px #ccc, 0 -2px 6px rgb(0 0 0 / 20%)"],
    ["transition-duration", "0s"],
    ["transition-timing-function", "cubic-bezier(0.2, 0, 0, 1)"],
    ["transition-timing-function", "ease-out"],
  ])("of %s may be %s", (property, value) => {
    expect(valueFault(property, value)).toBeNull();
  });

  it.each([
    ["color", ""],
    ["color", "red; background: url(//x)"],
    ["color", "red} body {display: none"],
    ["color", "url(https://example.com/a.png)"],
    ["color", "var(--pgw-text)"],
    ["color", "rgb(0 0 0"],
    ["color", "rgb(0 0 0))"],
    ["color", "rgb(0 0 0) url(x)"],
    ["color", "red /* */"],
    ["color", "red !important"],
    ["color", "\\75rl(x)"],
    ["color", "inherit"],
    ["color", "#12345"],
    ["color", "env(x)"],
    ["color", "attr(x color)"],
    ["color", "red blue"],
    ["padding-top", "-4px"],
    ["padding-top", "50%"],
    ["padding-top", "4 px"],
    ["padding-top", "auto"],
    ["font-family", '"a", url(x)'],
    ["font-family", '"a\\", url(x)"'],
    ["font-family", ",a"],
    ["font-weight", "1001"],
    ["line-height", "-1"],
    ["line-height", "20px"],
    ["box-shadow", "0 0 red blue"],
    ["box-shadow", "url(x) 0 0"],
    ["transition-duration", "160"],
    ["transition-duration", "-1s"],
    ["transition-timing-function", "fast"],
  ])("of %s may not be %j", (property, value) => {
    expect(valueFault(property, value)).toMatch(/^expected /);
  });
});

describe("direction, language and own words", () => {
  it("are told with the theme", () => {
    const own = look();
    own.setDirection("rtl");
    own.setLanguage("pt-br");
    own.setStrings({ ok: "Está bem", tryingAgainIn: "De novo em {seconds} s" });
    expect(own.message).toEqual({
      type: "set-look",
      theme: null,
      direction: "rtl",
      language: "pt-BR",
      strings: { ok: "Está bem", tryingAgainIn: "De novo em {seconds} s" },
    });
    own.setStrings(null);
    expect(own.words).toEqual({});
  });

  it.each<[() => void, string]>([
    [() => look().setDirection("up" as never), 'setDirection: direction: expected "ltr", "rtl" or null'],
    [() => look().setLanguage("a language"), "setLanguage: language: expected a BCP 47 language tag"],
    [() => look().setLanguage(["de"] as never), "setLanguage: language: expected"],
    [() => look().setStrings("x" as never), "setStrings: strings: expected an object"],
    [() => look().setStrings({ clos: "x" } as never), 'Did you mean "close"?'],
    [
      () => look().setStrings({ close: "" }),
      'setStrings: strings.close: expected a text in place of "Close".',
    ],
    [
      () => look().setStrings({ close: "{x}" }),
      "strings.close: nothing fills in {x}. The values of this text: none.",
    ],
    [() => look().setStrings({ hueValue: "{hue}" }), "The values of this text: {h}."],
  ])("are refused when they are none (%#)", (call, message) => {
    expect(call).toThrow(message);
  });
});

describe("a look", () => {
  it("of a session goes before that of its application", () => {
    const changes: boolean[] = [];
    const app = new Look(null, (isText) => changes.push(isText));
    const own = new Look(app, () => {});
    app.setTheme("dark");
    app.setStrings({ ok: "Gut", cancel: "Ab" });
    expect(changes).toEqual([false, true]);
    own.setStrings({ ok: "Ja" });
    expect(own.message).toMatchObject({ theme: { base: "dark" }, strings: { ok: "Ja", cancel: "Ab" } });
    own.setTheme({ tokens: { radius: "0px" } });
    expect(own.theme).toEqual({ base: "system", density: "comfortable", tokens: { radius: "0px" } });
    own.setTheme(null);
    expect(own.theme?.base).toBe("dark");
  });

  it("is told before any widget to pages that know what it is, and to no other", () => {
    const { W, session, open, turn } = stage();
    W.Label("a");
    session.setTheme("dark");
    const old = open();
    const page = open(["input", "tracking", "look"]);
    expect(told(old)).toEqual([]);
    expect(told(page)).toEqual([lookOf("dark")]);
    const types = page.messages.map(({ type }) => type);
    expect(types.indexOf("set-look")).toBeLessThan(types.indexOf("reconstruct-start"));
    session.setTheme("light");
    turn();
    expect(told(old)).toEqual([]);
    expect(told(page)).toEqual([lookOf("dark"), lookOf("light")]);
  });

  it("comes in order with what the program does, and shows other words anew", () => {
    const { W, session, open, turn } = stage();
    const page = open(["input", "tracking", "look"]);
    session.setStrings({ ok: "Gut" });
    W.Label("a");
    turn();
    const types = () => page.messages.map(({ type }) => type);
    expect(types().filter((type) => type === "reconstruct-start")).toHaveLength(1);
    expect(types().lastIndexOf("set-look")).toBeLessThan(types().indexOf("create"));
    session.setStrings({ ok: "Ja" });
    turn();
    expect(types().filter((type) => type === "reconstruct-start")).toHaveLength(2);
    expect(types().lastIndexOf("set-look")).toBeLessThan(types().lastIndexOf("reconstruct-start"));
  });

  it("of the application reaches every session that is open, in both faces", async () => {
    const app = new Application({ logger: null });
    const session = app.createSession();
    app.setTheme({ base: "dark" });
    app.setDirection("rtl");
    app.setLanguage("he");
    app.setStrings({ ok: "x" });
    session.setDirection("ltr");
    expect(session.look).toMatchObject({
      theme: { base: "dark" },
      direction: "ltr",
      language: "he",
      strings: { ok: "x" },
    });
    session.destroy();
    expect(() => session.setTheme("dark")).toThrow("setTheme: the session has been destroyed.");
    expect(() => session.setDirection("ltr")).toThrow("setDirection: the session has been destroyed.");
    await app.close();
  });
});

function lookOf(base: string): object {
  return {
    type: "set-look",
    theme: { base, density: "comfortable", tokens: {} },
    direction: null,
    language: null,
    strings: {},
  };
}
