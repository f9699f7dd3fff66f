/**
 * The page's own words, in one place, so that they can be changed.
 * Made by hand; everything else that can be read comes from the program.
 */

const words = {
  connecting: "Connecting …",
  connectionLost: "Connection lost.",
  tryingAgainIn: "Connection lost. Trying again in {seconds} s.",
  tryingAgain: "Connection lost. Trying again …",
  tryNow: "Try now",
  connectedAgain: "Connected again.",
  waitingTitle: "All seats are taken",
  waiting: "You are number {position} in the queue. This page opens by itself when it is your turn.",
  endedTitle: "This session has ended",
  wrongTokenTitle: "This link is not valid",
  notAdmittedTitle: "You were not let in",
  roomFullTitle: "No room at the moment",
  violatedTitle: "The connection was closed",
  ended: "The program has closed it.",
  wrongToken: "Its key does not belong to the session that it names.",
  notAdmitted: "The program has turned this connection away.",
  roomFull: "All seats are taken, and so are all places in the queue.",
  violated: "The page and the program did not understand each other.",
  startNew: "Start a new session",
  unfinished: "{class} is not available in this page yet",
  partFailed: "{class} could not be loaded",
  openLink: "The program wants to open {address}",
  open: "Open",
  dismiss: "Dismiss",
  window: "Window",
  windowMenu: "Window menu",
  raise: "Raise",
  lower: "Lower",
  move: "Move",
  size: "Size",
  shade: "Shade",
  unshade: "Unshade",
  minimize: "Minimize",
  unminimize: "Unminimize",
  maximize: "Maximize",
  unmaximize: "Unmaximize",
  close: "Close",
  rowNumber: "Row number",
  columnNumber: "Column {number}",
  movingByKeys: "Arrow keys move the window. Enter keeps the place, Escape goes back.",
  scrollBar: "Scroll bar",
  horizontalScrollBar: "Horizontal scroll bar",
  verticalScrollBar: "Vertical scroll bar",
  splitterHandle: "Divider {place}",
  section: "Section",
  page: "Page {place}",
  allPages: "All pages",
  closePage: "Close {title}",
  pageMoved: "{title}, place {place} of {count}",
  sizingByKeys: "Arrow keys change the size. Enter keeps it, Escape goes back.",
};

export type Word = keyof typeof words;

/** A text of the page, with `{name}` replaced by the value of that name. */
export function say(word: Word, values: Readonly<Record<string, string | number>> = {}): string {
  return words[word].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Replaces some of the page's words, for example by those of another language. */
export function setWords(own: Partial<Record<Word, string>>): void {
  Object.assign(words, own);
}
