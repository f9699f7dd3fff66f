/**
 * TopLevel: a window that holds one child, which fills the room below the title bar.
 * Made from its contract; all else is the base of windows.
 */
import type { TopLevelArgs, TopLevelContract, TopLevelEvents } from "../../generated/browser/contracts.js";
import type { Placement } from "../layout.js";
import { defineWidget } from "../registry.js";
import type { WidgetInit } from "../services.js";
import type { BaseWidget } from "../widget.js";
import { WindowWidget } from "../windows/window.js";

class TopLevel extends WindowWidget<TopLevelEvents> implements TopLevelContract {
  #given: readonly [horizontal: boolean, vertical: boolean] = [false, false];

  constructor(init: WidgetInit, args: TopLevelArgs) {
    super(init, args, args.title);
  }

  setWidget(child: BaseWidget): void {
    this.adoptOnly(child, this.#contentPlacement());
  }

  /** Given neither place nor size, it fills the page and follows it. */
  protected override get fills(): boolean {
    return this.isUnplaced;
  }

  /** Where the window has a size, the content fills it; otherwise the content's own size counts. */
  #contentPlacement(): Placement {
    const [, height] = this.#given;
    return { main: "column", stretch: 1, fill: this.#given, rigid: !height };
  }

  protected override contentRoomChanged(given: readonly [horizontal: boolean, vertical: boolean]): void {
    if (given[0] === this.#given[0] && given[1] === this.#given[1]) return;
    this.#given = given;
    this.children[0]?.place(this.#contentPlacement());
  }
}

defineWidget("TopLevel", TopLevel);
