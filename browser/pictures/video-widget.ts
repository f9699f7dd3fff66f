/**
 * VideoWidget: a native video, scaled to fit with its shape kept.
 * Made from its contract. What happens to the video is told by whatever cause, since a start may be refused or come
 * late; volume and sound only when the user changes them.
 */

import type {
  VideoWidgetArgs,
  VideoWidgetContract,
  VideoWidgetEvents,
} from "../../generated/browser/contracts.js";
import { nameControl } from "../controls/naming.js";
import { adoptStyles } from "../css.js";
import { clamp } from "../scrolling/thumb-bar.js";
import type { WidgetInit } from "../services.js";
import { BaseWidget } from "../widget.js";
import { markOwnHeight } from "../widgets/bases/own-height.js";
import styles from "./video-widget.css" with { type: "text" };

adoptStyles(styles);

export class VideoWidget extends BaseWidget<VideoWidgetEvents> implements VideoWidgetContract {
  readonly #video = document.createElement("video");
  /** Volume and sound as the program knows them. */
  #volume = 1;
  #muted: boolean;
  /** Playing was told, and not yet that it halted. */
  #plays = false;
  /** It is to start by itself, and has not yet. */
  #startsItself = false;

  constructor(init: WidgetInit, args: VideoWidgetArgs) {
    super(init, document.createElement("div"));
    const video = this.#video;
    video.playsInline = true;
    video.preload = "metadata";
    video.autoplay = args.autoplay;
    this.#muted = args.muted;
    video.muted = args.muted;
    this.element.append(video);
    this.#watch();
    this.setLoop(args.loop);
    this.setControls(args.controls);
    if (args.url !== null) this.setUrl(args.url);
  }

  /** The native element, for code of the page. */
  getVideoElement(): HTMLVideoElement {
    return this.#video;
  }

  /** Shows a live stream in place of the video, for code of the page. null shows nothing. */
  setStream(stream: MediaStream | null): void {
    this.#video.removeAttribute("src");
    this.#startsItself = stream !== null && this.#video.autoplay;
    this.#video.srcObject = stream;
    if (stream === null) this.#video.load();
  }

  /** null, which older servers may send, shows nothing. */
  setUrl(url: string | null): void {
    const video = this.#video;
    if (url === null) {
      this.setStream(null);
      return;
    }
    if (video.srcObject !== null) video.srcObject = null;
    this.#startsItself = video.autoplay;
    video.src = url;
  }

  play(): void {
    if (this.#isEmpty()) this.#failed("There is no video to play.");
    else this.#start();
  }

  pause(): void {
    this.#startsItself = false;
    this.#video.pause();
  }

  stop(): void {
    this.pause();
    this.#video.currentTime = 0;
  }

  setMuted(tf: boolean): void {
    this.#muted = tf;
    this.#video.muted = tf;
  }

  getMuted(): boolean {
    return this.#video.muted;
  }

  setVolume(vol: number): void {
    this.#volume = clamp(vol, 0, 1);
    this.#video.volume = this.#volume;
  }

  getVolume(): number {
    return this.#video.volume;
  }

  setLoop(tf: boolean): void {
    this.#video.loop = tf;
  }

  getLoop(): boolean {
    return this.#video.loop;
  }

  setControls(tf: boolean): void {
    this.#video.controls = tf;
  }

  getControls(): boolean {
    return this.#video.controls;
  }

  setCurrentTime(seconds: number): void {
    this.#video.currentTime = Math.max(0, seconds);
  }

  getCurrentTime(): number {
    return this.#video.currentTime;
  }

  getDuration(): number | null {
    const { duration } = this.#video;
    return Number.isFinite(duration) ? duration : null;
  }

  getPaused(): boolean {
    return this.#video.paused;
  }

  fullscreen(): void {
    // Refused unless the user has just done something; there is nothing to be done about it then.
    this.#video.requestFullscreen().catch(() => {});
  }

  override setTooltip(msg: string | null): void {
    super.setTooltip(msg);
    nameControl(this.#video, this.getTooltip(), false);
  }

  protected override controls(): readonly HTMLElement[] {
    return [];
  }

  protected override focusTarget(): HTMLElement | null {
    return this.isEnabled && this.#video.controls ? this.#video : null;
  }

  protected override enabledChanged(on: boolean): void {
    super.enabledChanged(on);
    this.#video.inert = !on;
  }

  protected override applyLayout(): void {
    super.applyLayout();
    markOwnHeight(this.element, this.own, this.placement);
  }

  protected override disposed(): void {
    // An element that has left the page may go on sounding.
    this.#video.pause();
    this.#video.srcObject = null;
    this.#video.removeAttribute("src");
    this.#video.load();
  }

  #watch(): void {
    const video = this.#video;
    const on = (event: keyof HTMLMediaElementEventMap, listener: () => void) =>
      video.addEventListener(event, () => {
        if (!this.isDestroyed) listener();
      });
    // Playing is also announced after each pause for loading.
    on("playing", () => {
      this.#startsItself = false;
      if (!this.#plays) this.#tell("play");
      this.#plays = true;
    });
    on("pause", () => {
      if (this.#plays) this.#tell("pause");
      this.#plays = false;
    });
    on("ended", () => this.#tell("ended"));
    on("emptied", () => {
      this.#plays = false;
    });
    on("timeupdate", () => this.#tell("timeupdate", video.currentTime, this.getDuration()));
    on("error", () => {
      const { error } = video;
      if (error !== null) this.#failed(error.message || error.code);
    });
    on("volumechange", () => {
      const { volume, muted } = video;
      if (volume === this.#volume && muted === this.#muted) return;
      this.#volume = volume;
      this.#muted = muted;
      this.emit("volumechange", volume, muted);
    });
    // A browser that does not let a video start by itself says so only when it is asked to.
    on("canplaythrough", () => {
      if (this.#startsItself && video.paused) this.#start();
      this.#startsItself = false;
    });
  }

  #isEmpty(): boolean {
    return !this.#video.hasAttribute("src") && this.#video.srcObject === null;
  }

  #start(): void {
    this.#video.play().catch((error: unknown) => {
      // Another video, or a halt, came before it could start; a video that is at fault has said so itself.
      const isOver = error instanceof DOMException && error.name === "AbortError";
      if (isOver || this.#video.error !== null || this.isDestroyed) return;
      this.#failed(error instanceof Error ? error.message : String(error));
    });
  }

  #failed(reason: string | number): void {
    // Told later, so that it is no part of the call that brought it about.
    queueMicrotask(() => this.#tell("error", reason));
  }

  /** Tells what has happened to the video, which no user need have done. */
  #tell(action: "play" | "pause" | "ended" | "error" | "timeupdate", ...args: readonly unknown[]): void {
    this.post(action, args, false);
  }
}
