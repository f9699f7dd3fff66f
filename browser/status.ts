/**
 * What the user sees of the connection: a calm banner, a queue, an end.
 * Made from its states; the interface underneath is out of reach but stays in view.
 */
import "./styles/status.css";
import { CloseCode } from "../runtime/protocol/close-codes.js";
import { announce } from "./announce.js";
import { type IconName, icon } from "./icons.js";
import { say, type Word } from "./strings.js";

export interface StatusActions {
  tryNow(): void;
  startNew(): void;
}

/** Milliseconds before a lost connection or a slow start is shown: most are over sooner. */
const HESITATION = 400;

const endings: Readonly<Record<number, readonly [title: Word, text: Word]>> = {
  [CloseCode.sessionEnded]: ["endedTitle", "ended"],
  [CloseCode.wrongToken]: ["wrongTokenTitle", "wrongToken"],
  [CloseCode.protocolViolated]: ["violatedTitle", "violated"],
  [CloseCode.notAdmitted]: ["notAdmittedTitle", "notAdmitted"],
  [CloseCode.waitingRoomFull]: ["roomFullTitle", "roomFull"],
};

export class ConnectionStatus {
  readonly #desk: HTMLElement;
  readonly #actions: StatusActions;
  readonly #place = document.createElement("div");
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ticker: ReturnType<typeof setInterval> | undefined;
  #isLost = false;

  constructor(desk: HTMLElement, actions: StatusActions) {
    this.#desk = desk;
    this.#actions = actions;
    this.#place.className = "pgw-status-place";
    document.body.append(this.#place);
  }

  connecting(): void {
    this.#stop();
    this.#timer = setTimeout(() => {
      this.#show("banner", icon("window"), text("span", say("connecting")));
      announce(say("connecting"));
    }, HESITATION);
  }

  connected(): void {
    this.#stop();
    this.#isLost = false;
    this.#desk.inert = false;
    this.#place.classList.remove("pgw-status-whole");
    this.#place.replaceChildren();
  }

  /** The connection broke; the next try comes in so many milliseconds. */
  lost(pause: number): void {
    this.#stop();
    this.#desk.inert = true;
    const until = performance.now() + pause;
    const words = text("span", "");
    const tick = () => {
      const seconds = Math.max(1, Math.ceil((until - performance.now()) / 1000));
      words.textContent = say("tryingAgainIn", { seconds });
    };
    const show = () => {
      tick();
      this.#ticker = setInterval(tick, 250);
      this.#show(
        "banner",
        icon("unplug"),
        words,
        button(say("tryNow"), "plain", () => this.#actions.tryNow()),
      );
      // The seconds are for the eye only; being told of each would be no help.
      if (!this.#isLost) announce(say("tryingAgain"));
      this.#isLost = true;
    };
    if (this.#isLost) show();
    else this.#timer = setTimeout(show, HESITATION);
  }

  tryingAgain(): void {
    const waiting = this.#place.childElementCount === 0;
    this.#stop();
    const show = () => this.#show("banner", icon("unplug"), text("span", say("tryingAgain")));
    if (waiting) this.#timer = setTimeout(show, HESITATION);
    else show();
  }

  /** All seats are taken; the place in the queue, from 1. */
  waiting(position: number): void {
    this.#stop();
    this.#isLost = false;
    const words = say("waiting", { position });
    this.#card("hourglass", say("waitingTitle"), words, null);
    announce(`${say("waitingTitle")}. ${words}`);
  }

  /** It is over; only the user can start something new. */
  ended(code: number, reason: string): void {
    this.#stop();
    this.#desk.inert = true;
    const [title, otherwise] = endings[code] ?? ["violatedTitle", "violated"];
    const restart = button(say("startNew"), "primary", () => this.#actions.startNew());
    this.#card("unplug", say(title), reason === "" ? say(otherwise) : reason, restart);
    announce(`${say(title)}. ${reason}`, true);
    restart.focus();
  }

  #card(picture: IconName, title: string, words: string, action: HTMLElement | null): void {
    const card = document.createElement("div");
    card.className = "pgw-status-text";
    card.append(text("h1", title), text("p", words));
    this.#show("card", icon(picture, 28), card, ...(action === null ? [] : [action]));
  }

  #show(kind: "banner" | "card", ...parts: Element[]): void {
    const box = document.createElement("div");
    box.className = `pgw-status pgw-status-${kind}`;
    box.append(...parts);
    this.#place.classList.toggle("pgw-status-whole", kind === "card");
    this.#place.replaceChildren(box);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    clearInterval(this.#ticker);
  }
}

function text(tag: string, content: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = content;
  return element;
}

function button(label: string, kind: "plain" | "primary", pressed: () => void): HTMLElement {
  const element = document.createElement("button");
  element.type = "button";
  element.className = kind === "plain" ? "pgw-plain-button" : "pgw-primary-button";
  element.textContent = label;
  element.addEventListener("click", pressed);
  return element;
}
