/**
 * The base of the windows that stand in the page.
 * Made from the contract of the Window definition: a framed window on the page's desk, hidden until it is shown.
 */
import type { WindowArgs, WindowContract, WindowEvents } from "../../generated/browser/contracts.js";
import type { WidgetInit } from "../services.js";
import { px } from "../units.js";
import { FramedWindow } from "./framed-window.js";
import type { Ground } from "./ground.js";

export abstract class WindowWidget<E extends WindowEvents = WindowEvents>
  extends FramedWindow<E>
  implements WindowContract
{
  constructor(init: WidgetInit, args: WindowArgs, title: string | null) {
    super(init, args, title);
    this.element.hidden = true;
    this.setIcon(args.icon);
  }

  protected override get ground(): Ground {
    return this.services.desk;
  }

  override raiseByUser(): void {
    if (this.ground.raise(this)) this.post("raised", [], true);
  }

  override closeByUser(): void {
    if (this.allows.close) this.post("close", [], true);
  }

  setIcon(url: string | null): void {
    this.bar.setIcon(url);
  }

  /** Shows it on top of the others. */
  override show(): void {
    super.show();
    this.ground.add(this);
    this.requestLayout();
    this.findPlace();
  }

  override hide(): void {
    if (this.element.hidden) return;
    this.ground.remove(this);
    super.hide();
  }

  /** A large window may be larger than the page; then it is shown as large as the page. */
  protected override atMost(length: number): string {
    return `min(100%, ${px(length)})`;
  }
}
