/**
 * HTML that others have used to get a script past a sanitiser: by markup that changes its meaning when it is parsed
 * again, by foreign namespaces, by addresses, by names, by styles. None of it runs, in either of the two widgets.
 */
import { expect, test } from "vitest";
import { mount, useInterface } from "../support.js";

const show = useInterface();
const picture = "data:image/png;base64,AAAA";
const bad = `<img src="${picture}" onerror="hit()">`;
const text = (html: string) => html.replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const corpus: Readonly<Record<string, readonly string[]>> = {
  "meaning that changes when it is parsed again": [
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;${text(bad)}">`,
    `<form><math><mtext></form><form><mglyph><style></math>${bad}`,
    `<svg></p><style><a id="</style>${bad}">`,
    `<svg><title><style><!--</style></title><a title="--&gt;${text(bad)}"></svg>`,
    `<math><annotation-xml encoding="text/html"><style><img title="</style>${text(bad)}"></annotation-xml></math>`,
    `<math><mi><table><mglyph><style><math><table id="</table>${text(bad)}">`,
    `<svg><desc><noscript><p title="</noscript>${text(bad)}"></desc></svg>`,
    `<noembed><p title="</noembed>${bad}">`,
    `<xmp><p title="</xmp>${bad}">`,
    `<textarea><p title="</textarea>${bad}">`,
    `<select><template><style></select>${bad}</style></template></select>`,
    `<table><caption><svg><foreignObject><table><tr><td><style></table>${bad}</style>`,
    `${"<div>".repeat(600)}<svg><style>${bad}</style></svg>`,
    `<!--><img src="${picture}" onerror="hit()">-->`,
    `<![CDATA[${bad}]]>`,
    `<svg><![CDATA[</svg>${bad}]]></svg>`,
    `<?xml version="1.0"?>${bad}`,
  ],
  "svg and math": [
    `<svg onload="hit()"></svg>`,
    `<svg><script>hit()</script></svg>`,
    `<svg><script href="data:text/javascript,hit()"></script></svg>`,
    `<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg' onload='hit()'/>#x"></use></svg>`,
    `<svg><use xlink:href="https://example.invalid/x.svg#x"></use></svg>`,
    `<svg><foreignObject><iframe srcdoc="<script>parent.hit()</script>"></iframe></foreignObject></svg>`,
    `<svg><foreignObject>${bad}</foreignObject></svg>`,
    `<svg><animate onbegin="hit()" attributeName="x" dur="1s"></animate></svg>`,
    `<svg><set attributeName="onmouseover" to="hit()"></set></svg>`,
    `<svg><handler type="text/javascript">hit()</handler></svg>`,
    `<math><maction actiontype="statusline#javascript:hit()">x</maction></math>`,
    `<math href="javascript:hit()"><mi>x</mi></math>`,
    `<math><mi xlink:href="javascript:hit()">x</mi></math>`,
  ],
  "documents within": [
    `<iframe srcdoc="<script>parent.hit()</script>"></iframe>`,
    `<iframe srcdoc="&lt;img src=x onerror=parent.hit()&gt;"></iframe>`,
    `<iframe src="javascript:parent.hit()"></iframe>`,
    `<iframe src="data:text/html,<script>parent.hit()</script>"></iframe>`,
    `<frameset><frame src="javascript:parent.hit()"></frameset>`,
    `<object data="data:text/html,<script>parent.hit()</script>"></object>`,
    `<embed src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='parent.hit()'/>">`,
    `<portal src="javascript:hit()"></portal>`,
    `<link rel="import" href="data:text/html,<script>hit()</script>">`,
    `<template shadowrootmode="open">${bad}</template>`,
    `<meta http-equiv="refresh" content="0; url=javascript:hit()">`,
    `<base href="javascript:hit()//"><a href="#">x</a>`,
  ],
  addresses: [
    `<a href="javascript:hit()">x</a>`,
    `<a href="JaVaScRiPt:hit()">x</a>`,
    `<a href="java&Tab;script:hit()">x</a>`,
    `<a href="java&NewLine;script&colon;hit()">x</a>`,
    `<a href="&#x01;javascript:hit()">x</a>`,
    `<a href="&nbsp;javascript:hit()">x</a>`,
    `<a href="javascript&#58;hit()">x</a>`,
    `<a href="vbscript:hit()">x</a>`,
    `<a href="data:text/html;base64,PHNjcmlwdD5vcGVuZXIuaGl0KCk8L3NjcmlwdD4=">x</a>`,
    `<a href="blob:null/x">x</a>`,
    `<area href="javascript:hit()">`,
    `<svg width="9" height="9"><a xlink:href="javascript:hit()"><text y="9">x</text></a></svg>`,
    `<svg width="9" height="9"><a href="javascript:hit()"><text y="9">x</text></a></svg>`,
    `<form action="javascript:hit()"><button>x</button></form>`,
    `<button formaction="javascript:hit()">x</button>`,
    `<input type="image" formaction="javascript:hit()">`,
    `<img src="javascript:hit()">`,
    `<video poster="javascript:hit()"></video>`,
    `<table background="javascript:hit()"></table>`,
    `<a ping="javascript:hit()" href="#">x</a>`,
  ],
  handlers: [
    bad,
    `<IMG SRC=x OnErRoR=hit()>`,
    `<img src=x onerror\n=\n"hit()">`,
    `<img/src="x"/onerror="hit()">`,
    `<img src=x:x onerror="hit()" onload="hit()">`,
    `<input autofocus onfocus="hit()">`,
    `<details open ontoggle="hit()"><summary>x</summary></details>`,
    `<video src="x" onerror="hit()"></video><audio src="x" onerror="hit()"></audio>`,
    `<body onload="hit()"><marquee onstart="hit()">x</marquee>`,
    `<div style="animation: x 1ms" onanimationstart="hit()">x</div><style>@keyframes x {}</style>`,
    `<div popover id="p" onbeforetoggle="hit()">x</div><button popovertarget="p">x</button>`,
    `<dialog open onclose="hit()">x</dialog><button command="close" commandfor="p">x</button>`,
    `<x-own is="x-other" onclick="hit()">x</x-own>`,
    `<p oncontentvisibilityautostatechange="hit()" style="content-visibility: auto">x</p>`,
  ],
  names: [
    `<form><input name="attributes"><input name="childNodes"><input name="parentNode">${bad}</form>`,
    `<form id="x"><input name="nodeName"><input name="removeChild"><img src=x onerror="hit()"></form>`,
    `<img name="createElement"><img name="querySelector"><img name="getElementById">`,
    `<a id="__proto__" href="javascript:hit()">x</a>`,
  ],
  styles: [
    `<style>@import "javascript:hit()"; @import url("data:text/css,*{color:red}");</style>`,
    `<p style="background: url(javascript:hit())">x</p>`,
    `<p style="background: url('data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22 onload=%22parent.hit()%22/>')">x</p>`,
    `<p style="width: expression(hit())">x</p>`,
    `<p style="behavior: url(#default#time2)" onbegin="hit()">x</p>`,
    `<p style="-moz-binding: url(data:text/xml,hit())">x</p>`,
    `<style></style${bad}</style>`,
    `<style>a { content: "</style>${bad}" }</style>`,
  ],
};

test.each(Object.keys(corpus))("%s", async (kind) => {
  const { page, made, settled, at, takeFaults } = await show(
    (W) => {
      const box = W.VBox();
      const view = W.HtmlView("");
      const external = W.ExternalWidget();
      box.addWidget(view, 1);
      box.addWidget(external, 1);
      mount(W, box);
      return { view, external };
    },
    // Where nothing else would hold a script back.
    { bypassCSP: true },
  );
  await page.evaluate("window.hits = 0; window.hit = () => { window.hits++; }; 0");
  const address = page.url();
  const vectors = corpus[kind] ?? [];
  expect(vectors.length).toBeGreaterThan(3);
  for (const html of vectors) {
    made.view.setHtml(html);
    made.external.setContent(html);
    await settled();
    const insides = [
      await at(made.view)
        .locator(".pgw-html-content")
        .evaluateHandle((host) => host.shadowRoot as ParentNode),
      await at(made.external)
        .locator("> .pgw-external-content")
        .evaluateHandle((each) => each as ParentNode),
    ];
    for (const inside of insides) {
      const acting = await inside.evaluate((root) => {
        const found: string[] = [];
        const visit = (node: Node) => {
          if (node instanceof Element) {
            const name = node.localName.toLowerCase();
            if (
              /^(script|iframe|frame|object|embed|portal|meta|base|link|form|template|set|animate|handler)$/.test(
                name,
              )
            )
              found.push(name);
            for (const { name: attribute, value } of node.attributes) {
              if (/^(on|srcdoc|is$|popover|autofocus|command|ping|formaction|action)/i.test(attribute))
                found.push(attribute);
              if (/^[\s\p{Cc}\u00a0]*(java|vb)script:/iu.test(value)) found.push(`${attribute}=${value}`);
            }
            const click = new MouseEvent("click", { bubbles: true, cancelable: true, composed: true });
            node.dispatchEvent(click);
          }
          for (const child of [...node.childNodes]) visit(child);
        };
        visit(root as unknown as Node);
        // What is written out and read again must not come to life either.
        const again = document.createElement("div");
        again.innerHTML = [...root.children].map((each) => each.outerHTML).join("");
        return found;
      });
      expect([html, acting]).toEqual([html, []]);
    }
  }
  await settled();
  expect(await page.evaluate("window.hits")).toBe(0);
  expect(page.url()).toBe(address);
  expect(await page.evaluate("typeof document.createElement + typeof document.querySelector")).toBe(
    "functionfunction",
  );
  // Pictures and addresses that lead nowhere are reported by the browser itself.
  expect(takeFaults().filter((fault) => !/ERR_|Failed to load|Not allowed to load/.test(fault))).toEqual([]);
});

test("the part that cleans comes with the first widget that shows HTML, and not before", async () => {
  const parts: string[] = [];
  const { page, made, settled } = await show((W) => {
    const box = W.VBox();
    mount(W, box);
    return { box, W };
  });
  page.on("request", (request) => parts.push(new URL(request.url()).pathname));
  await settled();
  expect(parts.filter((path) => path.includes("/part-"))).toEqual([]);
  const view = made.W.HtmlView("<p>one</p>");
  view.appendHtml("<p>two</p>");
  view.scrollToBottom();
  made.box.addWidget(view);
  await page.getByText("two").waitFor();
  expect(parts.filter((path) => path.includes("/part-")).length).toBeGreaterThan(0);
});
