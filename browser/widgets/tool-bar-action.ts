/**
 * ToolBarAction: a flat native button with picture and text; may stay pressed, belong to a group, or drop a menu down.
 * Made from its contract.
 */
import "./tool-bar-action.css";
import type {
  ToolBarActionArgs,
  ToolBarActionContract,
  ToolBarActionEvents,
} from "../../generated/browser/contracts.js";
import { Group } from "../controls/group.js";
import { nameControl } from "../controls/naming.js";
import { icon } from "../icons.js";
import { MenuLine } from "../menus/line.js";
import type { MenuPanel, MenuRow } from "../menus/panel.js";
import { defineWidget } from "../registry.js";
import type { WidgetInit } from "../services.js";
import { px } from "../units.js";
import { BaseWidget } from "../widget.js";
import { DropDown } from "./bases/drop-down.js";
import { Menu } from "./menu.js";

/** Side of a picture that has no size of its own, in CSS pixels. */
const PICTURE = 18;

/** A bar that wants to know when one of its actions can be used or not. */
export interface ActionHolder {
  actionChanged(): void;
}

export class ToolBarAction extends BaseWidget<ToolBarActionEvents> implements ToolBarActionContract {
  declare readonly element: HTMLButtonElement;
  readonly group: Group<ToolBarAction>;
  readonly #text = document.createElement("span");
  readonly #dropDown: DropDown;
  #image: HTMLImageElement | null = null;
  #imageSize: readonly [number, number] | null;
  #toggle: boolean;
  #pressed = false;
  #menu: BaseWidget | null = null;

  constructor(init: WidgetInit, args: ToolBarActionArgs) {
    const element = document.createElement("button");
    super(init, element);
    element.type = "button";
    element.append(this.#text);
    this.#dropDown = new DropDown(element, () => this.isEnabled);
    const { group } = args;
    this.#toggle = args.toggle || group !== null;
    this.#imageSize = args.iconsize;
    if (group instanceof ToolBarAction) {
      this.group = group.group;
      group.#becomeToggle();
    } else {
      this.group = new Group();
    }
    this.group.join(this);
    element.addEventListener("click", () => this.press());
    // The focus stays where the user works.
    element.addEventListener("mousedown", (event) => event.preventDefault());
    this.setText(args.text);
    this.setIcon(args.icon_url);
    this.#showPressed();
    if (args.menu instanceof BaseWidget) this.setMenu(args.menu);
  }

  /** The user pressed it, here or in the menu of what does not fit. */
  press(): void {
    if (this.#menu !== null) return;
    if (!this.#toggle) {
      this.emit("activated");
      return;
    }
    this.setState(!this.#pressed);
    this.emit("activated", this.#pressed);
  }

  /** Stands in for it in a menu. */
  asRow(): MenuRow {
    const { text, picture } = this.#look;
    const name = text || this.getTooltip();
    const line = new MenuLine(name);
    line.setPicture(picture, null);
    if (this.#toggle || this.#pressed) line.setMark(this.#pressed);
    line.setUsable(this.isEnabled);
    line.element.hidden = !this.isVisible();
    const panel: MenuPanel | null = this.#menu instanceof Menu ? this.#menu : null;
    if (panel !== null) line.setArrow();
    return {
      element: line.element,
      label: name,
      isUsable: this.isEnabled && this.isVisible(),
      ...(panel === null ? { choose: () => this.press() } : { panel }),
    };
  }

  setText(text: string | null): void {
    this.#text.textContent = text ?? "";
    this.#nameIt();
  }

  getText(): string {
    return this.#text.textContent;
  }

  setIcon(url: string | null, iconsize: readonly [number, number] | null = null): void {
    this.#imageSize = iconsize ?? this.#imageSize;
    if (url === null || url === "") {
      this.#image?.remove();
      this.#image = null;
      return;
    }
    if (this.#image === null) {
      this.#image = document.createElement("img");
      this.#image.alt = "";
      this.#image.draggable = false;
      this.element.prepend(this.#image);
    }
    if (this.#image.getAttribute("src") !== url) this.#image.src = url;
    this.#image.style.width = px(this.#imageSize?.[0] ?? PICTURE);
    this.#image.style.height = px(this.#imageSize?.[1] ?? PICTURE);
  }

  setState(value: boolean): void {
    if (value) this.group.leaveOn(this);
    this.#pressed = value;
    this.#showPressed();
  }

  getState(): boolean {
    return this.#pressed;
  }

  /** For its group. */
  goOff(): void {
    this.#pressed = false;
    this.#showPressed();
  }

  setMenu(menu: BaseWidget | null): void {
    if (menu === this.#menu) return;
    this.#menu = menu;
    this.#dropDown.set(menu);
    this.element.querySelector(":scope > .pgw-icon")?.remove();
    if (menu !== null) this.element.append(icon("down", 12));
    this.#showPressed();
  }

  override setTooltip(msg: string | null): void {
    super.setTooltip(msg);
    this.#nameIt();
  }

  override show(): void {
    super.show();
    this.#tellHolder();
  }

  override hide(): void {
    super.hide();
    this.#tellHolder();
  }

  protected override enabledChanged(on: boolean): void {
    super.enabledChanged(on);
    this.#dropDown.enabledChanged();
    this.#tellHolder();
  }

  protected override disposed(): void {
    this.group.leave(this);
    this.#dropDown.end();
  }

  get #look(): { text: string; picture: string | null } {
    return { text: this.getText(), picture: this.#image?.getAttribute("src") ?? null };
  }

  #becomeToggle(): void {
    this.#toggle = true;
    this.#showPressed();
  }

  #showPressed(): void {
    const stays = this.#menu === null && (this.#toggle || this.#pressed);
    if (stays) this.element.setAttribute("aria-pressed", String(this.#pressed));
    else this.element.removeAttribute("aria-pressed");
    this.element.classList.toggle("pgw-pressed", this.#pressed);
  }

  #nameIt(): void {
    nameControl(this.element, this.getTooltip(), this.getText() !== "");
  }

  #tellHolder(): void {
    const { parent } = this;
    if (parent !== null && "actionChanged" in parent)
      (parent as ActionHolder & typeof parent).actionChanged();
  }
}

defineWidget("ToolBarAction", ToolBarAction);
