import type { Widget, Widgets } from "pgwidgets-ts/sync";
import type { Locator } from "playwright-core";
import { describe, expect, test } from "vitest";
import { mount, useInterface } from "../support.js";

const show = useInterface();
const paragraphs = (count: number) =>
  Array.from({ length: count }, (_, i) => `<p id="p${i}">Paragraph ${i}</p>`).join("");

async function shown(html: string, context = {}) {
  const all = await show((W: Widgets) => {
    const view = W.HtmlView(html);
    const scrolled: number[][] = [];
    view.on("scrolled", (h, v) => void scrolled.push([h, v]));
    view.resize(300, 200);
    const ground = W.VBox();
    ground.addWidget(view as Widget);
    ground.setAlign("left");
    const button = W.Button("outside");
    ground.addWidget(button);
    mount(W, ground);
    return { view, scrolled, button };
  }, context);
  const root = all.at(all.made.view);
  const content = root.locator(".pgw-html-content");
  const scroller = root.locator("> .pgw-native-scroller");
  const inside = () => content.evaluate((each) => each.shadowRoot?.innerHTML ?? "");
  return { ...all, ...all.made, root, content, scroller, inside };
}

const offset = (scroller: Locator) => scroller.evaluate((each) => each.scrollTop);

describe("content", () => {
  test("of pieces is read piece by piece: in the same turn, later, and after a reload", async () => {
    const { view, inside, settled, reload } = await shown("<p>one");
    view.setHtml("<b>a");
    view.appendHtml("<i>b");
    view.setFocus();
    view.appendHtml("c");
    await settled();
    expect(await inside()).toBe("<b>a</b><i>b</i>c");
    view.appendHtml("<u>d");
    await settled();
    expect(await inside()).toBe("<b>a</b><i>b</i>c<u>d</u>");
    await reload();
    expect(await inside()).toBe("<b>a</b><i>b</i>c<u>d</u>");
    expect(view.getHtml()).toBe("<b>a<i>bc<u>d");
  });

  test("is set, added to and emptied, and is there again after a reload", async () => {
    const { view, inside, settled, reload } = await shown("<p>one</p>");
    expect(await inside()).toBe("<p>one</p>");
    view.appendHtml("<p>two <b>bold</b></p>");
    await settled();
    expect(await inside()).toBe("<p>one</p><p>two <b>bold</b></p>");
    expect(view.getHtml()).toBe("<p>one</p><p>two <b>bold</b></p>");
    await reload();
    expect(await inside()).toBe("<p>one</p><p>two <b>bold</b></p>");
    view.setHtml(null);
    await settled();
    expect(await inside()).toBe("");
    view.setHtml("<p>x");
    view.clear();
    await reload();
    expect(await inside()).toBe("");
  });

  test("what stays at its start is left alone when more is added", async () => {
    const { view, content, settled } = await shown("<p>one</p><p>two</p>");
    await content.evaluate((each) => each.shadowRoot?.querySelector("p")?.setAttribute("data-kept", "x"));
    await content.evaluate((each) => each.shadowRoot?.querySelector("p")?.removeAttribute("data-kept"));
    const same = await content.evaluateHandle((each) => each.shadowRoot?.querySelector("p"));
    view.appendHtml("<p>three</p>");
    await settled();
    expect(await content.evaluate((each, p) => each.shadowRoot?.querySelector("p") === p, same)).toBe(true);
    expect(await content.evaluate((each) => each.shadowRoot?.querySelectorAll("p").length)).toBe(3);
  });

  test("its styles and those of the page leave each other alone", async () => {
    const { content, at, button, settled, view } = await shown(
      `<style>button, p { color: rgb(1, 2, 3) !important } * { outline: 3px solid red }</style><p class="pgw-button">x</p>`,
    );
    const inner = content.locator("p");
    expect(await inner.evaluate((each) => getComputedStyle(each).color)).toBe("rgb(1, 2, 3)");
    expect(await inner.evaluate((each) => getComputedStyle(each).minHeight)).toBe("0px");
    const outer = at(button);
    expect(await outer.evaluate((each) => getComputedStyle(each).color)).not.toBe("rgb(1, 2, 3)");
    expect(await outer.evaluate((each) => getComputedStyle(each).outlineStyle)).toBe("none");
    view.setFont("monospace", 12);
    await settled();
    view.setHtml("<p>x</p>");
    await settled();
    expect(await inner.evaluate((each) => getComputedStyle(each).fontSize)).toBe("16px");
  });

  test("nothing in it can cover the page around it", async () => {
    const { page, button, at } = await shown(
      `<div style="position: fixed; inset: 0; z-index: 99999; background: red">over all</div>`,
    );
    await at(button).click({ timeout: 2000 });
    expect(
      await page.evaluate("document.elementFromPoint(600, 400).closest('.pgw-html-view') === null"),
    ).toBe(true);
  });
});

/** Elements and attributes in it that could act by themselves. */
function acting(content: Locator): Promise<string[]> {
  return content.evaluate((host) =>
    [...(host.shadowRoot?.querySelectorAll("*") ?? [])].flatMap((each) => [
      ...(/^(script|iframe|object|embed|meta|base|link|form|template|set|animate)$/.test(each.localName)
        ? [each.localName]
        : []),
      ...[...each.attributes]
        .filter(
          ({ name, value }) =>
            /^(on|srcdoc|is$|popover|autofocus)/.test(name) || /^\W*\w*script:/i.test(value),
        )
        .map(({ name }) => name),
    ]),
  );
}

describe("cleaning", () => {
  const picture = "data:image/png;base64,AAAA";
  const attacks = [
    `<img src="${picture}" onerror="hit()">`,
    `<IMG SRC="${picture}" OnError=hit()>`,
    `<svg onload="hit()"></svg>`,
    `<svg><script>hit()</script></svg>`,
    `<script>hit()</script>`,
    `<svg><style><img src="${picture}" onerror="hit()"></style></svg>`,
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=hit()&gt;">`,
    `<noscript><p title="</noscript><img src=${picture} onerror=hit()>">`,
    `<form><input name="attributes"><input name="childNodes"><input name="remove"><img src="${picture}" onerror="hit()"></form>`,
    `<details open ontoggle="hit()"><summary>x</summary></details>`,
    `<video><source onerror="hit()" src="${picture}"></video>`,
    `<iframe srcdoc="<script>parent.hit()</script>"></iframe>`,
    `<iframe src="javascript:parent.hit()"></iframe>`,
    `<object data="javascript:parent.hit()"></object><embed src="javascript:parent.hit()">`,
    `<template shadowrootmode="open"><img src="${picture}" onerror="hit()"></template>`,
    `<input autofocus onfocus="hit()">`,
    `<meta http-equiv="refresh" content="0; url=javascript:hit()"><base href="javascript:hit()//">`,
    `<div style="animation: x 1ms" onanimationstart="hit()"></div><style>@keyframes x {}</style>`,
    `<x-own onclick="hit()" is="x-other">own</x-own>`,
    `<button popovertarget="p" onclick="hit()">x</button><div id="p" popover onbeforetoggle="hit()">y</div>`,
  ];
  const links = [
    `<a href="javascript:hit()">x</a>`,
    `<a href=" java&#10;script:hit()">x</a>`,
    `<a href="&#1;JavaScript:hit()">x</a>`,
    `<svg width="20" height="20"><a xlink:href="javascript:hit()"><rect width="20" height="20"/></a></svg>`,
    `<svg width="20" height="20"><a><animate attributeName="href" values="javascript:hit()"/><rect width="20" height="20"/></a></svg>`,
    `<svg width="20" height="20"><a><set attributeName="xlink:href" to="javascript:hit()"/><rect width="20" height="20"/></a></svg>`,
    `<math><mi href="javascript:hit()">x</mi></math>`,
    `<form action="javascript:hit()"><button>x</button><button formaction="javascript:hit()">y</button></form>`,
    `<a href="data:text/html,<script>opener.hit()</script>">x</a>`,
    `<a href="vbscript:hit()">x</a>`,
  ];

  test("no script comes in, even where the page has no policy against it", async () => {
    const { page, view, content, settled } = await shown("", { bypassCSP: true });
    await page.evaluate("window.hits = 0; window.hit = () => { window.hits++; }; 0");
    // That these would do something at all.
    await page.evaluate(
      `{ const raw = document.createElement("div"); raw.innerHTML = ${JSON.stringify(attacks[0])}; }`,
    );
    await expect.poll(() => page.evaluate("hits")).toBe(1);
    const address = page.url();
    const pages = page.context().pages().length;
    for (const html of attacks) {
      view.setHtml(html);
      await settled();
      expect(await acting(content)).toEqual([]);
    }
    for (const html of links) {
      view.setHtml(html);
      await settled();
      for (const target of await content.locator("a, button, rect, mi").all()) {
        await target.evaluate((each) =>
          each.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true })),
        );
      }
    }
    view.setHtml([...attacks, ...links].join(""));
    await settled();
    await page.waitForTimeout(100);
    expect(await page.evaluate("hits")).toBe(1);
    expect(page.url()).toBe(address);
    expect(page.context().pages()).toHaveLength(pages);
  });

  test("what is only shown stays", async () => {
    const { inside } = await shown(
      `<h2 class="t" style="color: red" data-x="1" aria-label="y">T</h2><table><tbody><tr><td colspan="2">c</td></tr></tbody></table>` +
        `<svg viewBox="0 0 4 4"><linearGradient id="g"><stop offset="0"></stop></linearGradient><path fill="url(#g)" d="M0 0h4"></path><use href="#g"></use></svg>` +
        `<math><mfrac><mi>a</mi><mi>b</mi></mfrac></math><input type="checkbox" checked="" disabled=""><x-own>own</x-own>`,
    );
    expect(await inside()).toBe(
      `<h2 class="t" style="color: red" data-x="1" aria-label="y">T</h2><table><tbody><tr><td colspan="2">c</td></tr></tbody></table>` +
        `<svg viewBox="0 0 4 4"><linearGradient id="g"><stop offset="0"></stop></linearGradient><path fill="url(#g)" d="M0 0h4"></path><use href="#g"></use></svg>` +
        `<math><mfrac><mi>a</mi><mi>b</mi></mfrac></math><input type="checkbox" checked="" disabled="">own`,
    );
  });
});

describe("links", () => {
  test("open in a new tab that has no way back, and the page stays", async () => {
    const { page, content } = await shown(`<a href="./index.html" target="_self" rel="opener">open</a>`);
    const address = page.url();
    const opened = page.context().waitForEvent("page");
    await content.locator("a").click();
    const tab = await opened;
    await tab.waitForLoadState("domcontentloaded");
    expect(await tab.evaluate("opener === null")).toBe(true);
    expect(await content.locator("a").getAttribute("rel")).toBe("noopener noreferrer");
    expect(page.url()).toBe(address);
    await tab.close();
  });

  test("to a place in the content scroll there and leave the address alone", async () => {
    const { page, content, scroller, scrolled, settled } = await shown(
      `<a href="#p50">down</a><a href="mailto:a@example.org">mail</a>${paragraphs(60)}`,
    );
    const address = page.url();
    await content.locator("a").first().focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => offset(scroller)).toBeGreaterThan(200);
    await settled();
    expect(scrolled.length).toBeGreaterThan(0);
    expect(page.url()).toBe(address);
    expect(await content.locator("a").last().getAttribute("target")).toBeNull();
  });
});

describe("scrolling", () => {
  test("by the user is told, by the program it is not; it survives a reload", async () => {
    const { page, view, scroller, scrolled, settled, reload } = await shown(paragraphs(60));
    view.scrollToBottom();
    await settled();
    expect(
      await scroller.evaluate((each) => each.scrollHeight - each.clientHeight - each.scrollTop),
    ).toBeLessThan(1);
    view.scrollToTop();
    await settled();
    expect(await offset(scroller)).toBe(0);
    view.setScrollPosition(0, 0.5);
    await settled();
    expect(await offset(scroller)).toBeGreaterThan(100);
    await settled();
    expect(scrolled).toEqual([]);
    await scroller.focus();
    await page.keyboard.press("End");
    await expect.poll(() => scrolled.at(-1)).toEqual([0, 1]);
    expect(view.getScrollPosition()).toEqual([0, 1]);
    view.appendHtml("<p>more</p>".repeat(10));
    await settled();
    const kept = await offset(scroller);
    expect(kept).toBeGreaterThan(500);
    await reload();
    await expect.poll(() => offset(scroller)).toBeGreaterThan(kept);
  });

  test("replaced content keeps the position as far as it allows, and tells nobody", async () => {
    const { view, scroller, scrolled, settled } = await shown(paragraphs(60));
    view.setScrollPosition(0, 0.5);
    await settled();
    const before = await offset(scroller);
    view.setHtml(`<h1>New</h1>${paragraphs(60)}`);
    await settled();
    expect(await offset(scroller)).toBe(before);
    view.setHtml("<p>short</p>");
    await settled();
    await settled();
    expect(scrolled).toEqual([]);
  });

  test("it is a stop of the Tab key while there is something to scroll, and none when disabled", async () => {
    const { page, view, scroller, scrolled, settled, content } = await shown(
      `<a href="https://example.org/">a</a>${paragraphs(60)}`,
    );
    expect(await scroller.getAttribute("tabindex")).toBe("0");
    view.setEnabled(false);
    await settled();
    await page.mouse.move(100, 100);
    await page.mouse.wheel(0, 200);
    await page.keyboard.press("Tab");
    await settled();
    expect(await content.evaluate((each) => each.shadowRoot?.activeElement ?? null)).toBeNull();
    expect(await scroller.evaluate((each) => each.matches(":focus"))).toBe(false);
    expect(scrolled).toEqual([]);
    view.setEnabled(true);
    view.setHtml("<p>short</p>");
    await settled();
    expect(await scroller.getAttribute("tabindex")).toBe("-1");
  });
});
