/**
 * Notices at the foot of the page: one line of text, with something to press where there is a choice.
 * Made by the page itself, for what the program asks and a user must agree to, and for what did not work.
 */
import { announce } from "./announce.js";
import { icon } from "./icons.js";
import { say } from "./strings.js";

let tray: HTMLElement | null = null;

/** Shows a notice until its action, if it has one, is used, it is dismissed, or the function that is returned is called. */
export function showNotice(text: string, action: HTMLElement | null = null): () => void {
  if (tray === null) {
    tray = document.createElement("div");
    tray.className = "pgw-notices";
    document.body.append(tray);
  }
  const notice = document.createElement("div");
  notice.className = "pgw-notice";
  const words = document.createElement("span");
  words.textContent = text;
  action?.classList.add("pgw-plain-button");
  const dismiss = document.createElement("button");
  dismiss.type = "button";
  dismiss.className = "pgw-icon-button";
  dismiss.setAttribute("aria-label", say("dismiss"));
  dismiss.append(icon("close"));
  const close = () => notice.remove();
  action?.addEventListener("click", close);
  dismiss.addEventListener("click", close);
  notice.append(words, ...(action === null ? [] : [action]), dismiss);
  tray.append(notice);
  announce(text);
  return close;
}
