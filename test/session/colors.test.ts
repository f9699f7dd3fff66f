import { describe, expect, it } from "vitest";
import { Application, type Session } from "../../generated/sync/index.js";
import { openPage } from "../../runtime/testing/index.js";

/** A chooser of each kind in a session of its own. */
async function choosers() {
  const app = new Application({ logger: null });
  const sessions: Session[] = [];
  app.onConnect((session) => void sessions.push(session));
  const page = await openPage(app);
  const W = (sessions[0] as Session).getWidgets();
  return { app, page, W, widget: W.ColorWidget(), dialog: W.ColorDialog() };
}

describe("a colour chooser", () => {
  it.each([
    ["#2563EB", "#2563eb"],
    ["2563eb", "#2563eb"],
    ["ABCDEF", "#abcdef"],
    ["rgb(1, 2, 3)", "#010203"],
    ["rgb( 255,0 , 128 )", "#ff0080"],
    ["rgb(1,2,999)", "#0102ff"],
  ])("answers %s as # and six lower-case digits", async (given, expected) => {
    const { app, page, W, widget, dialog } = await choosers();
    widget.setColor(given);
    dialog.setColor(given);
    const made = W.ColorWidget({ color: given });
    expect([widget.getColor(), dialog.getColor(), made.getColor()]).toEqual([expected, expected, expected]);
    const shown = W.Page();
    shown.setWidget(made);
    shown.show();
    await page.settle();
    expect(page.find("ColorWidget").value).toBe(expected);
    expect((await page.join()).find("ColorWidget").value).toBe(expected);
    await app.close();
  });

  it.each(["red", "#abc", "hsl(0 0 0)", "#12345678", "", "rgb(1, 2)"])("refuses %j", async (given) => {
    const { app, widget, dialog } = await choosers();
    expect(() => widget.setColor(given)).toThrow("hex_string");
    expect(() => dialog.setColor(given)).toThrow("hex_string");
    expect(widget.getColor()).toBe("#ff0000");
    await app.close();
  });
});
