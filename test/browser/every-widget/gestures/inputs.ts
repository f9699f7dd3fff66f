/** What a person does to buttons, fields, sliders and the like. */
import type { FileChooser } from "playwright-core";
import { type Acting, as, boxOf, type Gesture, type Gestures, TOO_LARGE, takeRefusal } from "./gesture.js";

const click: Gesture = { fires: ["activated"], act: ({ at }) => at.click() };

/** The box or the dot itself: beside it only its text counts. */
const tick: Gesture = { fires: ["activated"], act: ({ at }) => at.locator("input").click() };

/** The first element in the widget that takes a role. */
const part = ({ at, page }: Acting, role: "slider" | "spinbutton" | "combobox" | "textbox") =>
  at
    .getByRole(role)
    .or(page.locator(`[role=${role}]`).and(at))
    .first();

const type: Gesture = {
  fires: ["modified"],
  act: async ({ at, page }) => {
    await at
      .locator("input, textarea")
      .or(at.and(page.locator("input, textarea")))
      .first()
      .click();
    await page.keyboard.type("ab");
  },
};

const pressUp = (role: "slider" | "spinbutton"): Gesture => ({
  fires: ["activated"],
  act: async (it) => {
    await part(it, role).focus();
    await it.page.keyboard.press("ArrowUp");
  },
});

export const inputs: Gestures = {
  Button: [click],
  CheckBox: [tick],
  RadioButton: [tick],
  ToggleButton: [click],
  ToolBarAction: [click],
  ColorWidget: [
    {
      fires: ["pick"],
      act: ({ at }) =>
        at
          .getByRole("slider")
          .first()
          .click({ position: { x: 20, y: 20 }, force: true }),
    },
  ],
  ComboBox: [
    {
      fires: ["activated"],
      act: async ({ at, page }) => {
        await at.click();
        await page.getByRole("option", { name: "beta" }).click();
      },
    },
    { ...type, options: { editable: true } },
  ],
  Dial: [pressUp("slider")],
  Slider: [pressUp("slider")],
  SpinBox: [pressUp("spinbutton")],
  ScrollBar: [
    {
      fires: ["activated"],
      options: { size: [200, 20] },
      act: async ({ at, page, widget }) => {
        as<{ setThumbPercent(part: number): void }>(widget).setThumbPercent(0.2);
        const { x, y, width, height } = await boxOf(at);
        await page.mouse.click(x + width - 4, y + height / 2);
      },
    },
  ],
  TextEntry: [
    type,
    {
      fires: ["activated"],
      act: async ({ at, page }) => {
        await at
          .locator("input")
          .or(at.and(page.locator("input")))
          .first()
          .click();
        await page.keyboard.press("Enter");
      },
    },
  ],
  TextEntrySet: [{ fires: ["activated"], act: ({ at }) => at.getByRole("button").click() }],
  TextArea: [type],
  FileDialog: [
    {
      fires: ["activated", "progress"],
      act: async (it) => {
        await (await chooserOf(it)).setFiles({
          name: "a.txt",
          mimeType: "text/plain",
          buffer: Buffer.from("abc"),
        });
      },
    },
    {
      fires: ["failed"],
      act: async (it) => {
        await (await chooserOf(it)).setFiles({
          name: "big.bin",
          mimeType: "application/octet-stream",
          buffer: Buffer.alloc(TOO_LARGE),
        });
        await it.heard("failed");
        await takeRefusal(it);
      },
    },
  ],
  VideoWidget: [
    {
      fires: ["error"],
      act: async ({ widget, two, heard }) => {
        as<{ setUrl(url: string): void }>(widget).setUrl("data:video/webm;base64,AAAA");
        await heard("error");
        two.faults.splice(0);
      },
    },
    {
      fires: ["play", "pause", "timeupdate", "ended", "volumechange"],
      options: { controls: true, muted: true },
      act: async ({ page, at, widget, heard }) => {
        const video = at
          .locator("video")
          .or(at.and(page.locator("video")))
          .first();
        as<{ setUrl(url: string): void }>(widget).setUrl(await recordVideo(page));
        await video.evaluate(
          (each: HTMLVideoElement) =>
            new Promise((ready) => {
              if (each.readyState > 1) ready(null);
              else each.addEventListener("loadeddata", ready, { once: true });
            }),
        );
        // The controls are the browser's own: what they do is done here in their place.
        await video.focus();
        await page.keyboard.press("Space");
        await heard("play");
        await video.evaluate((each: HTMLVideoElement) => {
          each.volume = 0.5;
        });
        await heard("ended");
      },
    },
  ],
  Timer: [
    {
      fires: ["expired"],
      act: async ({ widget }) => as<{ start(seconds: number): void }>(widget).start(0.01),
    },
    {
      fires: ["cancelled"],
      act: async ({ widget }) => {
        as<{ start(seconds: number): void }>(widget).start(60);
        as<{ cancel(): void }>(widget).cancel();
      },
    },
  ],
};

/** Presses a button that opens the dialog, in the browser that the picker must then open in. */
async function chooserOf({ W, two, page, widget }: Acting): Promise<FileChooser> {
  const button = W.Button("Choose a file");
  button.on("activated", () => as<{ open(): void }>(widget).open());
  const ground = W.Page();
  ground.setWidget(button);
  ground.show();
  await two.settled();
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Choose a file" }).click(),
  ]);
  return chooser;
}

/** A video of less than a second that the browser itself records, as a data: address. */
function recordVideo(page: Acting["page"]): Promise<string> {
  return page.evaluate(async () => {
    const canvas = document.createElement("canvas");
    canvas.width = 32;
    canvas.height = 24;
    const drawing = canvas.getContext("2d");
    const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: "video/webm" });
    const parts: Blob[] = [];
    recorder.ondataavailable = (event) => parts.push(event.data);
    const done = new Promise((resolve) => {
      recorder.onstop = resolve;
    });
    recorder.start();
    for (let i = 0; i < 12; i++) {
      if (drawing !== null) drawing.fillStyle = `hsl(${i * 30} 80% 50%)`;
      drawing?.fillRect(0, 0, 32, 24);
      await new Promise((next) => setTimeout(next, 50));
    }
    recorder.stop();
    await done;
    const reader = new FileReader();
    reader.readAsDataURL(new Blob(parts, { type: "video/webm" }));
    await new Promise((loaded) => {
      reader.onload = loaded;
    });
    return String(reader.result);
  });
}
