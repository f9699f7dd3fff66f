import { readFile } from "node:fs/promises";
import type { FileDialog, FileSelection, Session, Widgets } from "pgwidgets-ts/sync";
import type { FileChooser, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { gone } from "../gone.js";
import { mount, useInterface } from "../support.js";

const show = useInterface();
const file = (name: string, content: string | Buffer, mimeType = "text/plain") => ({
  name,
  mimeType,
  buffer: Buffer.from(content),
});

/** A page with a button that runs `act`, and all that the dialog reports. */
async function shown(act: (dialog: FileDialog) => void, options: Parameters<Widgets["FileDialog"]>[0] = {}) {
  const heard: [string, unknown][] = [];
  const it = await show((W: Widgets, _session: Session) => {
    const dialog = W.FileDialog(options);
    dialog.on("activated", (selection) => heard.push(["activated", selection]));
    dialog.on("progress", (progress) => heard.push(["progress", progress]));
    dialog.on("failed", (failure) => heard.push(["failed", failure]));
    const button = W.Button("Go");
    button.on("activated", () => act(dialog));
    const ground = W.VBox({ align: "left" });
    ground.addWidget(button);
    mount(W, ground);
    return dialog;
  });
  const press = () => it.page.getByRole("button", { name: "Go" }).click();
  const chooser = async (): Promise<FileChooser> => {
    const [chosen] = await Promise.all([it.page.waitForEvent("filechooser"), press()]);
    return chosen;
  };
  const selections = () =>
    heard.filter(([action]) => action === "activated").map(([, selection]) => selection as FileSelection);
  return { ...it, heard, press, chooser, selections };
}

describe("the picker", () => {
  test("brings one file, with what is known of it", async () => {
    const { chooser, selections, heard } = await shown((dialog) => dialog.open(), { accept: ".txt,image/*" });
    const picker = await chooser();
    expect(picker.isMultiple()).toBe(false);
    expect(await picker.element().getAttribute("accept")).toBe(".txt,image/*");
    await picker.setFiles([file("a.txt", "héllo")]);
    await expect.poll(() => selections().length).toBe(1);
    expect(selections()[0]?.files).toEqual([
      { name: "a.txt", size: 6, type: "text/plain", encoding: "bytes", data: expect.any(Uint8Array) },
    ]);
    expect(Buffer.from(selections()[0]?.files[0]?.data as Uint8Array).toString()).toBe("héllo");
    expect(heard.map(([action]) => action)).toEqual(["progress", "activated"]);
  });

  test("brings several files of any size, and tells how far they are", async () => {
    const { chooser, selections, heard } = await shown((dialog) => dialog.show(), { mode: "files" });
    const large = Buffer.alloc(1_300_000, "pgwidgets ");
    const picker = await chooser();
    expect(picker.isMultiple()).toBe(true);
    await picker.setFiles([
      file("large.bin", large, "application/octet-stream"),
      file("empty", "", ""),
      file("b.txt", "b"),
    ]);
    await expect.poll(() => selections().length).toBe(1);
    const files = selections()[0]?.files ?? [];
    expect(files.map(({ name, size }) => [name, size])).toEqual([
      ["large.bin", 1_300_000],
      ["empty", 0],
      ["b.txt", 1],
    ]);
    expect(Buffer.compare(files[0]?.data as Uint8Array, large)).toBe(0);
    expect(files[1]?.data).toEqual(new Uint8Array());
    expect(heard.map(([action]) => action)).toEqual([...Array(5).fill("progress"), "activated"]);
    expect(heard[2]?.[1]).toMatchObject({
      transferredBytes: 1_300_000,
      totalBytes: 1_300_001,
      complete: false,
    });
    expect(heard[4]?.[1]).toMatchObject({ transferredBytes: 1_300_001, complete: true, fileIndex: 2 });
  });

  test("can be used again, also for the same file, and says nothing when nothing is chosen", async () => {
    const { chooser, selections, settled, heard } = await shown((dialog) => dialog.popup(3, 4));
    for (const content of ["one", "one"]) await (await chooser()).setFiles([file("same.txt", content)]);
    await expect.poll(() => selections().length).toBe(2);
    const before = heard.length;
    await (await chooser()).setFiles([]);
    await settled();
    expect(heard).toHaveLength(before);
  });

  test("follows what the program sets, and opens for nobody in mode save", async () => {
    const { made, chooser, press, page, settled, reload } = await shown((dialog) => dialog.open());
    made.setMode("files");
    made.setAccept(".csv");
    await reload();
    const picker = await chooser();
    expect(picker.isMultiple()).toBe(true);
    expect(await picker.element().getAttribute("accept")).toBe(".csv");
    made.setMode("save");
    let opened = 0;
    page.on("filechooser", () => opened++);
    await press();
    await settled();
    expect(opened).toBe(0);
  });

  test("is offered to a user who has done nothing", async () => {
    const { made, page, selections } = await shown(() => {});
    // What a test asks a page for counts as a deed of its user, so the page is told that there was none.
    await page.addInitScript(() => {
      Object.defineProperty(navigator, "userActivation", { value: { isActive: false } });
    });
    await page.reload();
    await page.getByRole("button", { name: "Go" }).waitFor();
    made.open();
    const offer = page.getByRole("button", { name: "Choose" });
    await offer.waitFor();
    const [picker] = await Promise.all([page.waitForEvent("filechooser"), offer.click()]);
    await picker.setFiles([file("a.txt", "a")]);
    await expect.poll(() => selections().length).toBe(1);
    expect(await offer.count()).toBe(0);
    // Asked twice it is one offer, which goes with its dialog.
    made.open();
    made.open();
    await offer.waitFor();
    expect(await offer.count()).toBe(1);
    made.destroy();
    await gone(offer);
  });

  test("leaves nothing behind in the page", async () => {
    const { chooser, page } = await shown((dialog) => dialog.open());
    await chooser();
    expect(await page.locator("input[type=file]").count()).toBe(0);
  });
});

describe("a download", () => {
  const saved = async (
    page: Page,
    press: () => Promise<void>,
  ): Promise<{ name: string; content: Buffer }> => {
    const [download] = await Promise.all([page.waitForEvent("download"), press()]);
    return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
  };
  const cases: [string, string | Uint8Array, string | Buffer][] = [
    ["bytes", Uint8Array.of(0, 255, 128, 10), Buffer.of(0, 255, 128, 10)],
    ["base64", Buffer.from("héllo").toString("base64"), "héllo"],
    ["a data: URI in base64", `data:text/plain;base64,${Buffer.from("abc").toString("base64")}`, "abc"],
    ["a data: URI in plain text", "data:text/plain,a%20b%2Fc%FF", Buffer.from("a b/c\xff", "latin1")],
    ["nothing", "", ""],
    ["an empty data: URI", "data:,", ""],
  ];
  test.each(cases)("of %s arrives as it was given", async (_, data, content) => {
    const { page, press, heard } = await shown(
      (dialog) => dialog.save("out.bin", data, "application/x-test"),
      {
        mode: "save",
      },
    );
    const got = await saved(page, press);
    expect(got.name).toBe("out.bin");
    expect(Buffer.compare(got.content, Buffer.from(content))).toBe(0);
    expect(heard).toEqual([]);
  });

  test("of what is neither is refused, and the program's log says so", async () => {
    const { made, press, takeFaults } = await shown((dialog) => dialog.save("a", "*not base64*"));
    await press();
    await expect.poll(() => takeFaults().join()).toContain(`${made}.save failed in a browser`);
  });
});
