import type { Widget, Widgets } from "pgwidgets-ts/sync";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { mount, useInterface } from "../support.js";

const show = useInterface();

async function shown(options: Parameters<Widgets["VideoWidget"]>[0] = {}, context = {}) {
  const all = await show((W: Widgets) => {
    const video = W.VideoWidget(options);
    const heard: unknown[][] = [];
    for (const action of ["play", "pause", "ended", "error", "volumechange", "timeupdate"] as const) {
      video.on(action, (...args: unknown[]) => void heard.push([action, ...args]));
    }
    const ground = W.VBox();
    ground.setAlign("left");
    ground.addWidget(video as Widget);
    mount(W, ground);
    return { video, heard };
  }, context);
  const inner = all.at(all.made.video).locator("video");
  const actions = () => all.made.heard.map(([action]) => action).filter((action) => action !== "timeupdate");
  return { ...all, ...all.made, inner, actions };
}

/** A short video that the browser itself records, as a data: address. */
function record(page: Page, withSound = false): Promise<string> {
  return page.evaluate(`(async (sound) => {
    const canvas = document.createElement("canvas");
    canvas.width = 64; canvas.height = 48;
    const drawing = canvas.getContext("2d");
    const stream = canvas.captureStream(20);
    if (sound) {
      const audio = new AudioContext();
      const to = audio.createMediaStreamDestination();
      const tone = audio.createOscillator();
      tone.connect(to); tone.start();
      stream.addTrack(to.stream.getAudioTracks()[0]);
    }
    const recorder = new MediaRecorder(stream, { mimeType: "video/webm" });
    const parts = [];
    recorder.ondataavailable = (event) => parts.push(event.data);
    const done = new Promise((resolve) => { recorder.onstop = resolve; });
    recorder.start();
    for (let i = 0; i < 24; i++) {
      drawing.fillStyle = "hsl(" + i * 15 + " 80% 50%)";
      drawing.fillRect(0, 0, 64, 48);
      await new Promise((next) => setTimeout(next, 50));
    }
    recorder.stop();
    await done;
    const reader = new FileReader();
    reader.readAsDataURL(new Blob(parts, { type: "video/webm" }));
    await new Promise((loaded) => { reader.onload = loaded; });
    return reader.result;
  })(${withSound})`);
}

describe("playing", () => {
  test("start, halt, places, end and the questions about them", async () => {
    const { video, heard, actions, inner, page } = await shown({ muted: true });
    expect(await video.getDuration()).toBeNull();
    expect(await video.getPaused()).toBe(true);
    video.setUrl(await record(page));
    await expect.poll(() => inner.evaluate((each: HTMLVideoElement) => each.readyState)).toBeGreaterThan(1);
    expect(actions()).toEqual([]);
    video.play();
    await expect.poll(actions).toEqual(["play"]);
    await expect
      .poll(() => heard.some(([action, at]) => action === "timeupdate" && Number(at) > 0))
      .toBe(true);
    expect(video.getCurrentTime()).toBeGreaterThan(0);
    video.pause();
    await expect.poll(actions).toEqual(["play", "pause"]);
    expect(await video.getPaused()).toBe(true);
    video.play();
    await expect.poll(actions, { timeout: 8000 }).toEqual(["play", "pause", "play", "pause", "ended"]);
    video.stop();
    await expect.poll(() => inner.evaluate((each: HTMLVideoElement) => each.currentTime)).toBe(0);
    video.setCurrentTime(0.4);
    await expect.poll(() => inner.evaluate((each: HTMLVideoElement) => each.currentTime)).toBeCloseTo(0.4, 1);
  });

  test("by itself, again at the end, and the same options after a reload", async () => {
    const { video, actions, inner, page, reload } = await shown({ muted: true, autoplay: true, loop: true });
    video.setUrl(await record(page));
    await expect.poll(actions).toEqual(["play"]);
    await page.waitForTimeout(2000);
    expect(actions()).toEqual(["play"]);
    video.setControls(true);
    video.setVolume(0.25);
    await reload();
    const state = await inner.evaluate(({ muted, loop, controls, volume, autoplay }: HTMLVideoElement) => ({
      muted,
      loop,
      controls,
      volume,
      autoplay,
    }));
    expect(state).toEqual({ muted: true, loop: true, controls: true, volume: 0.25, autoplay: true });
    video.setLoop(false);
    await expect.poll(actions, { timeout: 8000 }).toContain("ended");
  });
});

describe("errors", () => {
  test("a video that cannot be read", async () => {
    const { video, heard } = await shown();
    video.setUrl("data:video/webm;base64,AAAA");
    await expect.poll(() => heard.filter(([action]) => action === "error")).toHaveLength(1);
    video.play();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(heard.filter(([action]) => action === "play")).toEqual([]);
  });

  test("nothing to play", async () => {
    const { video, heard } = await shown();
    video.play();
    await expect.poll(() => heard).toEqual([["error", "There is no video to play."]]);
  });

  test("a browser that refuses says so, and nothing was played", async () => {
    const { video, heard, actions, page, settled } = await shown();
    video.setUrl(await record(page));
    // This browser lets everything start.
    await page.evaluate(`HTMLMediaElement.prototype.play = () =>
      Promise.reject(new DOMException("The user has to do something first.", "NotAllowedError"))`);
    video.play();
    await expect.poll(actions).toEqual(["error"]);
    expect(heard.at(-1)).toEqual(["error", "The user has to do something first."]);
    await page.evaluate(`HTMLMediaElement.prototype.play = () =>
      Promise.reject(new DOMException("Halted meanwhile.", "AbortError"))`);
    video.play();
    await settled();
    expect(actions()).toEqual(["error"]);
  });
});

describe("sound", () => {
  test("is told when the user changes it, not when the program does", async () => {
    const { video, heard, inner, settled } = await shown({ controls: true });
    video.setVolume(0.5);
    video.setMuted(true);
    video.setVolume(7);
    await settled();
    await settled();
    expect(heard).toEqual([]);
    expect([video.getVolume(), video.getMuted()]).toEqual([1, true]);
    // What the controls of the browser do.
    await inner.evaluate((each: HTMLVideoElement) => {
      each.volume = 0.3;
      each.muted = false;
    });
    await expect.poll(() => heard).toEqual([["volumechange", 0.3, false]]);
    expect([video.getVolume(), video.getMuted()]).toEqual([0.3, false]);
    video.setVolume(0.8);
    await settled();
    expect(await inner.evaluate((each: HTMLVideoElement) => each.volume)).toBe(0.8);
    expect(heard).toHaveLength(1);
  });

  test("ends with the widget", async () => {
    const { video, inner, page, actions } = await shown({ muted: true, loop: true });
    video.setUrl(await record(page));
    video.play();
    await expect.poll(actions).toEqual(["play"]);
    const handle = await inner.elementHandle();
    video.destroy();
    await expect.poll(() => handle?.evaluate((each) => (each as HTMLVideoElement).paused)).toBe(true);
  });
});

test("its room does not depend on the video; focus, name and disabling reach the controls", async () => {
  const { video, inner, box, page, settled, at } = await shown({ controls: true });
  expect((await box(video)).slice(2)).toEqual([320, 180]);
  video.resize(400, 100);
  expect((await box(video)).slice(2)).toEqual([400, 100]);
  video.setTooltip("Camera");
  video.setFocus();
  await settled();
  expect(await inner.evaluate((each) => each === document.activeElement)).toBe(true);
  expect(await inner.getAttribute("aria-label")).toBe("Camera");
  video.setEnabled(false);
  await settled();
  await page.keyboard.press("Tab");
  expect(await inner.evaluate((each) => each === document.activeElement)).toBe(false);
  expect(await at(video).evaluate((each) => getComputedStyle(each).backgroundColor)).toBe("rgb(0, 0, 0)");
});
