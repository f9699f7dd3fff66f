/**
 * MDISubWindow: a window on the desktop of an MDIWidget, around one child.
 * Made by the MDIWidget together with its child; all but its border and its place is the base of windows.
 */
import "./mdi-sub-window.css";
import type {
  ContainerEvents,
  MDISubWindowArgs,
  MDISubWindowContract,
  MDISubWindowEvents,
} from "../../generated/browser/contracts.js";
import { defineWidget } from "../registry.js";
import type { WidgetInit } from "../services.js";
import { px, type Sides } from "../units.js";
import type { BaseWidget } from "../widget.js";
import type { Desktop } from "../windows/desktop.js";
import { FramedWindow } from "../windows/framed-window.js";
import type { Point, Rect } from "../windows/geometry.js";

/** What a sub-window tells the widget that it is in. */
export interface SubWindowHost {
  readonly desktop: Desktop;
  readonly isEnabled: boolean;
  /** Its user has put it on top. */
  raisedByUser(window: MDISubWindow): void;
  /** Its user wants it closed. */
  closedByUser(window: MDISubWindow): void;
}

const everything = {
  resizable: true,
  moveable: true,
  closeable: true,
  lowerable: true,
  minimizable: true,
  maximizable: true,
};

export class MDISubWindow
  extends FramedWindow<MDISubWindowEvents & ContainerEvents>
  implements MDISubWindowContract
{
  #host: SubWindowHost | null = null;
  #content: BaseWidget | null = null;
  #ending = false;

  constructor(init: WidgetInit, args: MDISubWindowArgs) {
    super(init, { ...everything, shadeable: args.shadeable }, args.title);
    this.bar.setIcon(args.icon_url);
    this.setSize([args.width, args.height]);
    if (args.x !== null && args.y !== null) this.setPosition(args.x, args.y);
  }

  /** The widget in it; also while it leaves. */
  get content(): BaseWidget | null {
    return this.#content;
  }

  /** Puts it around its child. */
  surround(content: BaseWidget): void {
    this.#content = content;
    this.adoptOnly(content, { main: "column", stretch: 1, fill: [true, true] });
  }

  /** Puts it onto the desktop, on top. */
  stand(host: SubWindowHost): void {
    this.#host = host;
    host.desktop.add(this);
    this.requestLayout();
    this.findPlace();
  }

  protected override get ground(): Desktop | null {
    return this.#host?.desktop ?? null;
  }

  // ---- what its user does ----

  /** A focus that the program gives does not raise it: what is on top is the program's to say. */
  override raiseByUser(): void {
    const host = this.#host;
    if (host === null || !host.isEnabled || this.services.outbox.silent) return;
    if (host.desktop.raise(this)) host.raisedByUser(this);
  }

  override lowerByUser(): void {
    if (this.#host?.isEnabled === true) super.lowerByUser();
  }

  override closeByUser(): void {
    if (this.allows.close) this.#host?.closedByUser(this);
  }

  // ---- the contract ----

  close(): void {
    this.destroy();
  }

  getChild(): BaseWidget {
    if (this.#content === null) throw new Error("This sub-window holds nothing.");
    return this.#content;
  }

  /** Whatever state it comes into by a toggle, it comes to the top. */
  override toggleMinimize(): void {
    super.toggleMinimize();
    this.raise();
  }

  override toggleMaximize(): void {
    super.toggleMaximize();
    this.raise();
  }

  override toggleShade(): void {
    super.toggleShade();
    this.raise();
  }

  override setPosition(x: number, y: number): void {
    this.#host?.desktop.letGo();
    super.setPosition(x, y);
  }

  override resize(width: number | null = null, height: number | null = null): void {
    this.#host?.desktop.letGo();
    super.resize(width, height);
  }

  override getSize(): [number, number] {
    this.services.updates.settle();
    const { width, height } = this.measuredSize();
    return [width, height];
  }

  override show(): void {
    super.show();
    this.ground?.arrangeParked();
  }

  override hide(): void {
    super.hide();
    this.ground?.arrangeParked();
  }

  /** It has a place of its own, so there is nothing to keep away from. */
  override setMargins(_margin: Sides): void {}

  /** Its normal place and size, as they were asked for. */
  get asked(): Rect {
    const [width, height] = this.own.size;
    const { x, y } = this.normalPlace ?? { x: 0, y: 0 };
    return { x, y, width: width ?? 0, height: height ?? 0 };
  }

  // ---- how it stands on a desktop ----

  override get isParked(): boolean {
    return super.isParked && !this.element.hidden;
  }

  override park({ x, y, width }: Rect): void {
    const { style } = this.element;
    style.left = px(x);
    style.top = px(y);
    style.width = px(width - 2);
  }

  /** Of its frame with the border. */
  protected override get least(): number {
    return 23;
  }

  /** As a margin its place counts for the size of the desktop. */
  protected override writePlace(at: Point | null): void {
    this.element.style.marginLeft = at === null ? "" : px(at.x);
    this.element.style.marginTop = at === null ? "" : px(at.y);
  }

  // ---- its end ----

  /** Its child is not destroyed with it. */
  override destroy(): void {
    if (this.isDestroyed || this.#ending) return;
    this.#ending = true;
    this.ground?.remove(this);
    for (const child of [...this.children]) child.setParent(null);
    super.destroy();
  }

  /** Without its child there is no window. */
  protected override childLeft(): void {
    if (!this.#ending) this.destroy();
  }
}

defineWidget("MDISubWindow", MDISubWindow);
