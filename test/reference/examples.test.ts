/**
 * The examples of the reference pages: each is compiled with the rest, shows its widget, and does what it promises
 * when its user does something.
 */
import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { Application, type Session } from "../../generated/sync/index.js";
import { openPage, type TestPage } from "../../runtime/testing/index.js";
import { definitions } from "../support/definitions.js";

const folder = new URL("../../schema/examples/", import.meta.url);
const names = readdirSync(folder).map((name) => basename(name, ".ts"));
const concrete = [...definitions.values()].filter((it) => !it.abstract).map((it) => it.name);

interface ExampleModule {
  readonly example: (session: Session) => void;
}
const complaints: string[] = [];
let open: Application | undefined;
afterEach(async () => {
  await open?.close();
  complaints.length = 0;
});

/** A page that shows the example of a class. */
async function shown(name: string): Promise<TestPage<Session>> {
  const { example } = (await import(new URL(`${name}.ts`, folder).href)) as ExampleModule;
  const note = (text: string) => complaints.push(text);
  open = new Application({ logger: { debug() {}, info() {}, warn: note, error: note } });
  open.onConnect(example);
  return openPage(open, { patience: 60_000 });
}

test("every class has an example", () => expect(names.sort()).toEqual(concrete.sort()));

/** What is no widget of a page: it lives on the server, has no looks of its own, or is around another one. */
const unseen = new Set(
  [...definitions.values()]
    .filter((it) => it.remote === false || it.extends === "Callback" || it.created_by)
    .map((it) => it.name),
);
describe.each(names)("%s", (name) => {
  test("shows what it is about, and nobody complains", async () => {
    const page = await shown(name);
    if (!unseen.has(name)) expect(page.findAll(name, { hidden: true }).length).toBeGreaterThan(0);
    expect(page.show()).not.toBe("");
    expect(complaints).toEqual([]);
    // A second browser sees the same.
    expect((await page.join()).show()).toBe(page.show());
  });
});

type Page = TestPage<Session>;
const pointer = { type: "x", time_stamp: 1, x: 5, y: 7, viewport_x: 5, viewport_y: 7 };
const event = { ...pointer, button_trigger: 1, button_mask: 0, modifiers: [] };

/** What a user does with the example of a class, and a line that the page shows then. */
const stories: Readonly<
  Record<string, readonly [act: (page: Page) => Promise<unknown>, line: string | RegExp]>
> = {
  Button: [(page) => page.click(page.find("Button")), '- button "Pressed 1 times"'],
  ButtonBox: [(page) => page.click(page.find("Button", { text: "Cancel" })), '- dialog "Cancel"'],
  Canvas: [(page) => page.fire(page.find("Canvas"), "pointer-down", event), "drawImage of pin.png"],
  CheckBox: [(page) => page.check(page.find("CheckBox")), "- textbox: proxy.example.com"],
  ColorDialog: [
    async (page) => {
      await page.click(page.find("Button", { text: "Choose a colour" }));
      await page.select(page.find("ColorDialog"), "#112233");
    },
    '- dialog "Background"',
  ],
  ColorWidget: [(page) => page.select(page.find("ColorWidget"), "#112233"), '- Label "#112233"'],
  ComboBox: [(page) => page.select(page.find("ComboBox"), "Oslo"), '- dialog "Oslo"'],
  Dial: [(page) => page.select(page.find("Dial"), 11), "progressbar"],
  Dialog: [(page) => page.select(page.find("Dialog"), "Delete"), '- Label "No files"'],
  Expander: [(page) => page.expand(page.find("Expander")), '- dialog "Long"'],
  FileDialog: [
    (page) =>
      page.dropFiles(
        page.widgets.find((it) => it.class === "FileDialog") ?? page.find("FileDialog", { hidden: true }),
        [{ name: "a.png", data: "12345" }],
      ),
    "a.png: 5 bytes",
  ],
  Frame: [(page) => page.check(page.find("CheckBox", { text: "Express" })), '"Delivery: tomorrow"'],
  GridBox: [
    async (page) => {
      await page.fill(page.findByRole("textbox", { name: "Name" }), "Ada");
      await page.click(page.find("Button"));
    },
    '- dialog "2 to fill in"',
  ],
  HBox: [
    async (page) => {
      await page.fill(page.find("TextEntry"), "cats");
      await page.press(page.find("TextEntry"), "Enter");
    },
    '- Label "Searching for cats"',
  ],
  HtmlView: [(page) => page.click(page.find("Button")), "Measurement 1"],
  Image: [(page) => page.fire(page.find("Image"), "click", event), '- dialog "5, 7"'],
  Label: [(page) => page.click(page.find("Label")), '- Label "Clicked"'],
  MDISubWindow: [(page) => page.click(page.find("Button")), '- dialog "Notes: shaded"'],
  MDIWidget: [(page) => page.close(page.find("MDIWidget"), "North"), /^(?!.*North)/s],
  Menu: [
    (page) => page.click(page.find("MenuAction", { text: "Grid", hidden: true })),
    '- dialog "With grid"',
  ],
  MenuAction: [(page) => page.click(page.find("MenuAction", { hidden: true })), '- dialog "Silent"'],
  MenuBar: [(page) => page.click(page.find("MenuAction", { text: "About", hidden: true })), "A small editor"],
  ProgressBar: [(page) => page.click(page.find("Button")), "0.25"],
  RadioButton: [(page) => page.check(page.find("RadioButton", { text: "Large" })), '- dialog "Large"'],
  ScrollArea: [(page) => page.fire(page.find("ScrollArea"), "scrolled", 0, 0.5), '- dialog "50 %"'],
  ScrollBar: [(page) => page.select(page.find("ScrollBar"), 1), '- Label "Line 200"'],
  Slider: [(page) => page.select(page.find("Slider"), 22.5), '- Label "22.5 degrees"'],
  SpinBox: [(page) => page.fill(page.find("SpinBox"), 3), '- Label "37.50"'],
  Splitter: [(page) => page.fire(page.find("Splitter"), "sizing", [100, 300]), '- dialog "100 : 300"'],
  StackWidget: [(page) => page.click(page.find("Button")), '- Label "Choose a format"'],
  StatusBar: [(page) => page.click(page.find("Button")), "Saved"],
  TabWidget: [(page) => page.select(page.find("TabWidget"), "Tasks"), '- dialog "Page 2"'],
  TableView: [(page) => page.select(page.find("TableView"), [["row1"]]), '- dialog "Outlet"'],
  TextArea: [(page) => page.type(page.find("TextArea"), "four"), '- Label "4 letters"'],
  TextBufferRef: [(page) => page.click(page.find("Button")), '- dialog "two is in line 2"'],
  TextEntry: [
    async (page) => {
      await page.type(page.find("TextEntry"), "Ada");
      await page.press(page.find("TextEntry"), "Enter");
    },
    '- Label "Hello Ada"',
  ],
  TextEntrySet: [
    async (page) => {
      await page.fill(page.find("TextEntrySet"), "25");
      await page.click(page.find("TextEntrySet"));
    },
    '- dialog "At most 25"',
  ],
  TextSource: [(page) => page.press(page.find("TextEntry"), "Enter"), '- dialog "2 found"'],
  Timer: [(page) => page.check(page.find("ToggleButton")), "[pressed]"],
  ToggleButton: [(page) => page.check(page.find("ToggleButton", { text: "Erase" })), '- dialog "Erase"'],
  ToolBar: [(page) => page.click(page.find("ToolBarAction", { text: "Play" })), '- dialog "Playing"'],
  ToolBarAction: [(page) => page.click(page.find("ToolBarAction", { text: "Bold" })), '- dialog "Bold"'],
  TopLevel: [
    async (page) => {
      await page.type(page.find("TextArea"), "x");
      await page.close(page.find("TopLevel"));
    },
    '- dialog "Draft (save it first)"',
  ],
  TreeView: [(page) => page.activate(page.find("TreeView"), ["src", "parts.ts"]), '- dialog "src/parts.ts"'],
  VBox: [
    async (page) => {
      await page.type(page.find("TextEntry"), "hello");
      await page.press(page.find("TextEntry"), "Enter");
    },
    "hello",
  ],
  VideoWidget: [(page) => page.fire(page.find("VideoWidget"), "play"), '- button "Playing"'],
};

describe("does what it promises", () => {
  test.each(Object.entries(stories))("%s", async (name, [act, line]) => {
    const page = await shown(name);
    await act(page);
    await page.settle();
    const drawn = page.actions
      .filter((it) => it.method === "drawImage")
      .map(({ args: [image] }) => {
        return `drawImage of ${(image as { readonly src: string }).src}`;
      });
    expect([page.show(), ...drawn].join("\n")).toMatch(line);
    expect(complaints).toEqual([]);
  });
});
