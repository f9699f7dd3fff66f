import { expect, it } from "vitest";
import { Application, type Session } from "../../generated/sync/index.js";
import type { Widgets } from "../../generated/sync/widgets.js";
import { openPage, type TestPage } from "../../runtime/testing/index.js";

type Scene = { page: TestPage<Session>; heard: unknown[][]; show(): string };

/** A window with what `build` makes; the page must then show what another one shows. */
async function using(
  build: (W: Widgets, heard: (...what: unknown[]) => void, session: Session) => object,
  test: (scene: Scene) => Promise<void>,
): Promise<void> {
  const app = new Application({ logger: null });
  const heard: unknown[][] = [];
  app.onConnect((session) => {
    const W = session.getWidgets();
    const top = W.TopLevel({ title: "T" });
    const box = W.VBox();
    top.setWidget(box);
    const made = build(W, (...what) => heard.push(what), session);
    for (const each of Array.isArray(made) ? made : [made]) box.addWidget(each);
    top.show();
  });
  const page = await openPage(app);
  const show = () => page.find("VBox").show().split("\n").slice(1).join("\n").replaceAll(/^ {2}/gm, "");
  await test({ page, heard, show });
  const other = await page.join();
  expect(page.show()).toBe(other.show());
  await app.close();
}

it("buttons of all kinds", () =>
  using(
    (W, heard) => {
      const first = W.RadioButton({ text: "R1" });
      const all = [W.CheckBox("C"), W.ToggleButton("T"), first, W.RadioButton({ text: "R2", group: first })];
      for (const each of all) each.on("activated", (state) => heard(each.wid, state));
      return all;
    },
    async ({ page, heard, show }) => {
      await page.click(page.findByRole("checkbox"));
      await page.check(page.findByText("C"), true);
      await page.press(page.find("ToggleButton"), "Enter");
      await page.click(page.findByText("R1"));
      await page.click(page.findByText("R1"));
      await page.check(page.findByText("R2"));
      expect(heard).toHaveLength(4);
      expect(show()).toBe(
        ['- checkbox "C" [checked]', '- button "T" [pressed]', '- radio "R1"', '- radio "R2" [checked]'].join(
          "\n",
        ),
      );
    },
  ));

it("fields", () =>
  using(
    (W, heard) => {
      const entry = W.TextEntry("a");
      entry.on("activated", (text) => heard("entry", text));
      const area = W.TextArea("x");
      area.on("modified", (text) => heard("area", text));
      const source = W.TextSource("one\ntwo");
      source.on("changed", () => heard("source", source.getText()));
      const set = W.TextEntrySet({ text: "s" });
      set.on("activated", (text) => heard("set", text));
      const spin = W.SpinBox({ min: 0, max: 10 });
      spin.on("activated", (value) => heard("spin", value));
      return [entry, area, source, set, spin, W.TextEntry({ text: "fixed", editable: false })];
    },
    async ({ page, heard }) => {
      const entry = page.findByRole("textbox", { text: "a" });
      await page.type(entry, "bc");
      expect(heard).toEqual([]);
      await page.press(entry, "Enter");
      await page.fill(page.find("TextArea"), "new");
      await page.type(page.find("TextSource"), "!");
      await page.fill(page.find("TextSource"), "one and two!");
      await page.click(page.find("TextEntrySet"));
      await page.fill(page.find("SpinBox"), 99);
      expect(heard).toEqual([
        ["entry", "abc"],
        ["area", "new"],
        ["source", "one\ntwo!"],
        ["source", "one and two!"],
        ["set", "s"],
        ["spin", 10],
      ]);
      expect(page.find("TextSource").value).toBe("one and two!");
      await expect(page.type(page.findByText("fixed"), "x")).rejects.toThrow("it is read-only");
      await expect(page.fill(page.find("SpinBox"), "many")).rejects.toThrow("it takes a number");
    },
  ));

it("what picks a value", () =>
  using(
    (W, heard) => {
      const combo = W.ComboBox({ editable: true });
      for (const each of ["red", "green"]) combo.appendText(each);
      combo.on("activated", (index, text) => heard("combo", index, text));
      const slider = W.Slider({ min: 0, max: 100, step: 5 });
      slider.on("activated", (value) => heard("slider", value));
      const color = W.ColorWidget();
      color.on("pick", (value) => heard("color", value));
      return [combo, slider, color];
    },
    async ({ page, heard, show }) => {
      const combo = page.findByRole("combobox");
      await page.select(combo, "green");
      await page.select(combo, 0);
      await page.fill(combo, "blue");
      await page.press(combo, "Enter");
      await page.select(page.findByRole("slider"), 42);
      await page.select(page.find("ColorWidget"), "#00ff00");
      expect(heard).toEqual([
        ["combo", 1, "green"],
        ["combo", 0, "red"],
        ["combo", -1, "blue"],
        ["slider", 40],
        ["color", "#00ff00"],
      ]);
      await expect(page.select(combo, "black")).rejects.toThrow('It offers "red", "green", "blue"');
      expect(show()).toContain('- combobox: blue\n  - option "red"\n  - option "green"\n  - option "blue"');
    },
  ));

it("pages, sections and menus", () =>
  using(
    (W, heard) => {
      const tabs = W.TabWidget({ closable: true });
      for (const title of ["One", "Two", "Three"]) tabs.addWidget(W.Label(`in ${title}`), { title });
      tabs.on("page-switch", (_, index) => heard("switch", index));
      const fold = W.Expander({ title: "More" });
      fold.setWidget(W.Label("folded"));
      const bar = W.MenuBar();
      const menu = W.Menu();
      bar.addMenu(menu, "File");
      const save = W.MenuAction({ text: "Save" });
      menu.addWidget(save);
      save.on("activated", () => heard("save"));
      menu.addSeparator();
      const bold = W.MenuAction({ text: "Bold", checkable: true });
      menu.addWidget(bold);
      bold.on("activated", (checked) => heard("bold", checked));
      return [bar, tabs, fold];
    },
    async ({ page, heard, show }) => {
      await page.select(page.find("TabWidget"), "Two");
      expect(page.findByText("in Two").isVisible).toBe(true);
      await expect(page.click(page.find("Label", { text: "in One", hidden: true }))).rejects.toThrow(
        /cannot click/,
      );
      await page.close(page.find("TabWidget"), "One");
      await expect(page.select(page.find("TabWidget"), "One")).rejects.toThrow('"in Three"');
      await page.expand(page.findByText("More"));
      await page.click(page.findByText("Save"));
      await page.click(page.findByRole("menuitemcheckbox"));
      expect(heard).toEqual([["switch", 1], ["save"], ["bold", true]]);
      expect(show()).toBe(
        [
          "- menubar",
          '  - menu "File"',
          '    - menuitem "Save"',
          "    - separator",
          '    - menuitemcheckbox "Bold" [checked]',
          "- TabWidget",
          '  - Label "in Two"',
          '- button "More" [expanded]',
          '  - Label "folded"',
        ].join("\n"),
      );
    },
  ));

it("rows and cells", () =>
  using(
    (W, heard) => {
      const tree = W.TreeView({ columns: [{ key: "size", type: "integer", editable: true }] });
      tree.setTree({ a: { b: { size: 1 } }, c: { size: 2 } });
      tree.on("selected", (items) => heard("selected", items));
      tree.on("activated", (values, path) => heard("activated", values, path));
      tree.on("collapsed", (_, path) => heard("collapsed", path));
      tree.on("cell_edited", (path, key, before, now) => heard("edited", path, key, before, now));
      return tree;
    },
    async ({ page, heard, show }) => {
      const tree = page.findByRole("treegrid");
      await page.select(tree, ["a", "b"]);
      await page.activate(tree, "c");
      await page.edit(tree, { path: "c", column: "size", value: 3 });
      expect(show()).toContain('  - row "c": {"size":3}');
      expect(show()).toContain('row "b" [selected]: {"size":1}');
      await page.collapse(tree, "a");
      expect(heard).toEqual([
        ["selected", [{ path: ["a", "b"], values: { size: 1 } }]],
        ["activated", { size: 2 }, ["c"]],
        ["edited", ["c"], "size", 2, 3],
        ["collapsed", ["a"]],
      ]);
      await expect(page.select(tree, ["a", "x"])).rejects.toThrow('Beside it are "b"');
      await expect(page.edit(tree, { path: "c", column: "weight", value: 3 })).rejects.toThrow(
        "The columns are size",
      );
    },
  ));

it("windows and dialogs", () =>
  using(
    (W, heard) => {
      const dialog = W.Dialog({
        title: "Sure?",
        buttons: [
          ["Yes", 1],
          ["No", 0],
        ],
        autoclose: true,
      });
      const own = W.Button("Maybe");
      dialog.addButton(own, "perhaps");
      dialog.on("activated", (value) => heard("answer", value));
      const open = W.Button("Ask");
      open.on("activated", () => dialog.popup());
      const asked = W.TopLevel({ title: "Other" });
      asked.on("close", () => asked.hide());
      asked.show();
      return open;
    },
    async ({ page, heard }) => {
      expect(page.findAllByRole("dialog", { name: "Sure?" })).toEqual([]);
      await page.click(page.findByText("Ask"));
      const dialog = page.find("Dialog");
      expect(dialog.show()).toBe('- dialog "Sure?"\n  - option "Yes"\n  - option "No"\n  - button "Maybe"');
      await page.select(dialog, "No");
      expect(dialog.isVisible).toBe(false);
      await page.click(page.findByText("Ask"));
      await page.click(page.findByText("Maybe"));
      await page.close(page.find("TopLevel", { text: "Other" }));
      expect(page.findAll("TopLevel").map(({ name }) => name)).toEqual(["T"]);
      expect(heard).toEqual([
        ["answer", 0],
        ["answer", "perhaps"],
      ]);
    },
  ));

it("files, keys and the pointer", () =>
  using(
    (W, heard) => {
      const label = W.Label({ text: "Drop here", interactive: true });
      label.on("drop-end", ({ files }) =>
        heard(
          "files",
          files.map(({ name, data }) => [name, data?.length]),
        ),
      );
      label.on("click", ({ type }) => heard(type));
      label.on("dblclick", ({ type }) => heard(type));
      label.on("key-down", ({ key }) => heard("key", key));
      label.on("scroll", () => heard("scroll"));
      return label;
    },
    async ({ page, heard }) => {
      const label = page.find("Label");
      await page.dropFiles(label, [
        { name: "a.txt", data: "hello" },
        { name: "b.bin", data: new Uint8Array(1_200_000) },
        { name: "empty", data: "" },
      ]);
      await page.dblclick(label);
      await page.press(label, "ArrowUp");
      await page.resize(300, 200);
      expect(heard).toEqual([
        [
          "files",
          [
            ["a.txt", 5],
            ["b.bin", 1_200_000],
            ["empty", 0],
          ],
        ],
        ["click"],
        ["click"],
        ["dblclick"],
        ["key", "ArrowUp"],
      ]);
      expect(page.session.connections[0]?.viewport).toEqual([300, 200]);
      await expect(page.fire(label, "key-down", { key: 1 })).rejects.toThrow(
        "The server refused what the page sent",
      );
    },
  ));
