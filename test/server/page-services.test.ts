import { describe, expect, it } from "vitest";
import { PageServices } from "../../runtime/server/page-services.js";

const woff2 = new Uint8Array([...Buffer.from("wOF2"), 1, 2, 3]);

function services() {
  const told: object[] = [];
  return {
    told,
    page: new PageServices(
      (text) => text,
      (message) => told.push(message),
    ),
  };
}

describe("fonts", () => {
  it("are told to the pages that are open, and to those that come", () => {
    const { told, page } = services();
    page.registerFont("Plex", woff2, { weight: "Light", style: "italic" });
    page.setDefaultFont({ family: "Plex, sans-serif", size: 14, weight: "semi-bold" });
    const url = "data:font/woff2;base64,d09GMgECAw==";
    expect(told).toEqual([
      { type: "register-font", family: "Plex", weight: "300", style: "italic", url },
      { type: "set-default-font", font: { family: "Plex, sans-serif", size: 14, weight: "600" } },
    ]);
    expect(page.messages()).toEqual(told);
  });

  it("replace the face of the same family, weight and style", () => {
    const { page } = services();
    page.registerFont("Plex", "https://example.com/a.woff2", {});
    page.registerFont("Plex", "https://example.com/b.woff2", { weight: 400 });
    page.registerFont("Plex", "https://example.com/c.woff2", { weight: "100 900" });
    page.setDefaultFont({ family: "Plex" });
    page.setDefaultFont(null);
    expect(page.messages().map((message) => (message as { url?: string }).url)).toEqual([
      "https://example.com/b.woff2",
      "https://example.com/c.woff2",
    ]);
  });

  it.each([
    [() => services().page.registerFont("", woff2, {}), "registerFont: family"],
    [
      () => services().page.registerFont("P", new Uint8Array([1, 2, 3, 4]), {}),
      "registerFont: the bytes are no",
    ],
    [() => services().page.registerFont("P", woff2, { weight: "blak" }), 'Did you mean "black"?'],
    [() => services().page.registerFont("P", woff2, { weight: 0 }), "registerFont: weight"],
    [() => services().page.registerFont("P", woff2, { style: "slanted" as never }), "registerFont: style"],
    [() => services().page.registerFont("P", "fonts/p.woff2", {}), "is neither a file nor"],
    [() => services().page.setDefaultFont({ family: "P", size: -1 }), "setDefaultFont: size"],
  ])("refuse what no page could use (%#)", (call, message) => {
    expect(call).toThrow(message);
  });
});
