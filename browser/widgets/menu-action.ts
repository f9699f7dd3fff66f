/**
 * MenuAction: one line of a menu, with picture and check mark; outside a menu a line that can be pressed.
 * Made from its contract.
 */
import "./menu-action.css";
import type {
  MenuActionArgs,
  MenuActionContract,
  MenuActionEvents,
} from "../../generated/browser/contracts.js";
import { MenuLine } from "../menus/line.js";
import type { MenuRow } from "../menus/panel.js";
import { defineWidget } from "../registry.js";
import type { WidgetInit } from "../services.js";
import { BaseWidget } from "../widget.js";

export class MenuAction extends BaseWidget<MenuActionEvents> implements MenuActionContract, MenuRow {
  readonly #line: MenuLine;
  readonly #checkable: boolean;
  readonly #iconOnly: boolean;
  #iconSize: readonly [number, number] | null;
  #checked = false;
  #inMenu = false;
  /** What the program says; a picture alone may show the text instead. */
  #tooltip = "";

  constructor(init: WidgetInit, args: MenuActionArgs) {
    const line = new MenuLine(args.text ?? args.name ?? "");
    super(init, line.element);
    this.#line = line;
    this.#checkable = args.checkable;
    this.#iconOnly = args.icon_only;
    this.#iconSize = args.iconsize;
    this.element.addEventListener("click", () => {
      if (!this.#inMenu && this.isEnabled) this.choose();
    });
    this.element.addEventListener("keydown", (event) => {
      if (this.#inMenu || (event.key !== "Enter" && event.key !== " ") || event.repeat) return;
      event.preventDefault();
      this.choose();
    });
    this.setInMenu(false);
    this.setIcon(args.icon_url);
  }

  /** A menu has taken it in, or let it go. */
  setInMenu(inMenu: boolean): void {
    this.#inMenu = inMenu;
    this.element.tabIndex = inMenu ? -1 : 0;
    if (inMenu) {
      this.#line.setUsable(this.isEnabled);
    } else if (!this.isEnabled) {
      this.refreshControls();
      this.element.removeAttribute("tabindex");
    }
    this.#showMark();
  }

  get label(): string {
    return this.#line.text;
  }

  get isUsable(): boolean {
    return this.isEnabled && this.isVisible();
  }

  /** The user selects it. */
  choose(): void {
    if (!this.#checkable) {
      this.emit("activated");
      return;
    }
    this.setChecked(!this.#checked);
    this.emit("activated", this.#checked);
  }

  setText(text: string): void {
    this.#line.text = text;
    this.#showText();
  }

  getText(): string {
    return this.#line.text;
  }

  setIcon(url: string | null, iconsize: readonly [number, number] | null = null): void {
    this.#iconSize = iconsize ?? this.#iconSize;
    this.#line.setPicture(url, this.#iconSize);
    this.#showText();
  }

  setChecked(checked: boolean): void {
    this.#checked = checked;
    this.#showMark();
  }

  getChecked(): boolean {
    return this.#checked;
  }

  override setTooltip(msg: string | null): void {
    this.#tooltip = msg ?? "";
    this.#showText();
  }

  override getTooltip(): string {
    return this.#tooltip;
  }

  /** In a menu the keys of the menu lead to it. */
  protected override controls(): readonly HTMLElement[] {
    return this.#inMenu ? [] : [this.element];
  }

  protected override enabledChanged(on: boolean): void {
    super.enabledChanged(on);
    this.#line.setUsable(on);
  }

  /** With the picture alone the text is its name, and its tooltip for as long as the program has no other. */
  #showText(): void {
    const hidden = this.#iconOnly && this.#line.picture !== null;
    this.element.classList.toggle("pgw-icon-only", hidden);
    if (hidden) this.element.setAttribute("aria-label", this.label);
    else this.element.removeAttribute("aria-label");
    super.setTooltip(this.#tooltip === "" && hidden ? this.label : this.#tooltip);
  }

  #showMark(): void {
    const marked = this.#checkable || this.#checked ? this.#checked : null;
    this.#line.setMark(marked);
    if (!this.#inMenu) this.element.setAttribute("role", marked === null ? "button" : "checkbox");
  }
}

defineWidget("MenuAction", MenuAction);
