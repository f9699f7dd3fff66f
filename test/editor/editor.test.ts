/**
 * What an editor shows of the package. The recordings of some classes are in `recorded/`; `npm test -- test/editor -u`
 * accepts what is shown now. All classes are asked for the descriptions of all that they have.
 */
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readSources } from "../../codegen/read.js";
import { understand } from "../../codegen/understand.js";
import { root } from "../types/installed.js";
import { hovered, hoverProgram } from "./hovered.js";
import { type Subject, shown, usingProgram } from "./recorded.js";
import { Editor } from "./service.js";

const faces = ["sync", "async"] as const;
const subjects: readonly Subject[] = [
  { name: "Button", option: "icon", method: "setIcon", action: "activated", args: [] },
  { name: "Slider", option: "value", method: "setLimits", action: "activated", args: ["value"] },
  {
    name: "ComboBox",
    option: "dropdownLimit",
    method: "insertAlpha",
    action: "activated",
    args: ["index", "text"],
  },
  { name: "TreeView", option: "columns", method: "addItem", action: "expanded", args: ["values", "path"] },
  { name: "TextSource", option: "wrap", method: "findAll", action: "gutter-clicked", args: ["line", "id"] },
  { name: "MDIWidget", option: "resistance", method: "addWidget", action: "page-switch", args: ["child"] },
  { name: "Menu", option: "tooltip", method: "addName", action: "child-added", args: ["child"] },
  { name: "Dialog", option: "buttons", method: "addButton", action: "activated", args: ["value"] },
];

const { model } = understand(readSources(join(root, "schema")));
const classes = model?.classes ?? [];

let editor: Editor;
beforeAll(() => {
  const programs = faces.flatMap((face) => [
    ...subjects.map((it) => [`using-${face}-${it.name}`, usingProgram(it, face)] as const),
    ...classes.map((it) => [`hover-${face}-${it.name}`, hoverProgram(it, face)] as const),
  ]);
  editor = new Editor(new Map(programs));
}, 900_000);
afterAll(() => editor.close());

describe.each(faces)("what an editor shows of the %s face, as recorded", (face) => {
  test.each(subjects)("$name", { timeout: 900_000 }, async (subject) => {
    const text = shown(editor, editor.places(`using-${face}-${subject.name}`), subject);
    await expect(text).toMatchFileSnapshot(`recorded/${face}-${subject.name}.txt`);
  });
});

/** Without what printing changes: line breaks, and the case of names. */
const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s_]/g, "");

describe.each(faces)("options, methods and actions show their descriptions in the %s face", (face) => {
  test("of some classes", () => expect(classes.length).toBeGreaterThan(60));
  test.each(classes.map((it) => [it.name, it] as const))("%s", { timeout: 900_000 }, (name, it) => {
    const members = hovered(it);
    const places = editor.places(`hover-${face}-${name}`);
    expect(places).toHaveLength(members.length);
    const silent = members.filter(({ description }, index) => {
      const place = places[index];
      const says = place ? (editor.hover(place)?.text ?? "") : "";
      return description === "" || !plain(says).startsWith(plain(description));
    });
    expect(silent).toEqual([]);
  });
});
