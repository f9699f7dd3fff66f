/**
 * The classes that this page does not know yet, in one list, and what stands in their place.
 * The list shrinks to nothing; a program that uses one of them sees so, and everything else goes on.
 */
import type { ClassName } from "../generated/browser/contracts.js";
import { BaseContainer } from "./container.js";
import { icon } from "./icons.js";
import type { WidgetInit } from "./services.js";
import { say } from "./strings.js";
import { BaseWidget } from "./widget.js";

/** Still to come. A class that is neither here nor defined fails a test. */
export const unfinished: readonly ClassName[] = [];

/** A quiet notice in place of a widget. It takes every call, and shows what is added to it in a column. */
export class Unfinished extends BaseContainer {
  /** @param failed - The class is known, but its code could not be loaded. */
  constructor(init: WidgetInit, failed = false) {
    const element = document.createElement("div");
    const notice = document.createElement("div");
    const children = document.createElement("div");
    super(init, element, children);
    element.classList.add("pgw-unfinished");
    notice.className = "pgw-unfinished-notice";
    notice.append(icon("alert"), say(failed ? "partFailed" : "unfinished", { class: init.className }));
    children.className = "pgw-unfinished-children";
    element.append(notice, children);
  }

  /** Takes a call of a method that nothing is known of: widgets among its arguments become children, or leave. */
  take(method: string, args: readonly unknown[]): void {
    for (const arg of args) {
      if (!(arg instanceof BaseWidget)) continue;
      if (method.startsWith("remove")) this.remove(arg);
      else if (arg.parent === null && !arg.isDestroyed) this.adopt(arg, { main: "column" });
    }
  }

  /** One that nothing holds (a dialog, a menu) shows itself at the edge of the page. */
  override show(): void {
    super.show();
    if (this.parent === null) this.services.desk.addNotice(this.element);
  }
}
