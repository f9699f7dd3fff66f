/**
 * StatusBar: a line for messages that may go away by themselves.
 * Made from its contract; the message is a live region, so that it is read aloud as well.
 */
import "./status-bar.css";
import type { StatusBarArgs, StatusBarContract, StatusBarEvents } from "../../generated/browser/contracts.js";
import { defineWidget } from "../registry.js";
import type { WidgetInit } from "../services.js";
import { LabelBase } from "./bases/label-base.js";

/** Longest time of a browser's timer, in milliseconds. The server clears what lasts longer. */
const LONGEST = 2 ** 31 - 1;

class StatusBar extends LabelBase<StatusBarEvents> implements StatusBarContract {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(init: WidgetInit, args: StatusBarArgs) {
    const message = document.createElement("span");
    message.setAttribute("role", "status");
    super(init, args, message);
    this.showText("");
  }

  setMessage(text: string, duration: number | null = null): void {
    clearTimeout(this.#timer);
    this.showText(text);
    const milliseconds = (duration ?? 0) * 1000;
    if (milliseconds <= 0 || milliseconds > LONGEST) return;
    this.#timer = setTimeout(() => this.showText(""), milliseconds);
  }

  clear(): void {
    this.setMessage("");
  }

  setText(text: string): void {
    this.setMessage(text);
  }

  getText(): string {
    return this.shownText ?? "";
  }

  protected override disposed(): void {
    super.disposed();
    clearTimeout(this.#timer);
  }
}

defineWidget("StatusBar", StatusBar);
