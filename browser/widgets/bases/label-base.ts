/**
 * The base of the widgets that show one text: its colours, its alignment and its menu.
 * Made from the contract of the LabelBase definition. Text is never read as HTML.
 */
import "./label-base.css";
import type {
  LabelBaseArgs,
  LabelBaseContract,
  LabelBaseEvents,
} from "../../../generated/browser/contracts.js";
import { setColorProperty } from "../../css.js";
import type { WidgetInit } from "../../services.js";
import { BaseWidget } from "../../widget.js";
import { DropDown } from "./drop-down.js";
import { InteractiveWidget } from "./interactive.js";
import { applyYielding, tellYielding, type Yielding } from "./yielding.js";

/** Up to this many characters are a caption, which keeps its line in a row that is short of room. */
const CAPTION = 20;
/** Words of more characters than this may be broken, when nothing else helps. */
const LONG_WORD = /\S{25}/;

/** Start and end follow the reading direction of the page. */
const HALIGN: Readonly<Record<string, string>> = { left: "start", center: "center", right: "end" };
const VALIGN: Readonly<Record<string, string>> = { top: "start", center: "center", bottom: "end" };

export abstract class LabelBase<E extends LabelBaseEvents = LabelBaseEvents>
  extends InteractiveWidget<E>
  implements LabelBaseContract, Yielding
{
  readonly #place: HTMLElement;
  readonly #dropDown: DropDown;
  #text: string | null = null;
  #yields = false;
  #blank = false;
  #long = false;
  /** Background of the colour pair, and the common one below it. */
  #colored = false;
  #grounded = false;

  /** `place`: where the text goes, inside the root or the root itself. */
  constructor(init: WidgetInit, args: LabelBaseArgs, place?: HTMLElement) {
    const element = document.createElement("div");
    super(init, element, args);
    if (place !== undefined) element.append(place);
    this.#place = place ?? element;
    this.#dropDown = new DropDown(element, () => this.isEnabled);
    element.classList.add("pgw-text");
    if (args.halign !== "left") this.setHalign(args.halign);
    if (args.menu instanceof BaseWidget) this.setMenu(args.menu);
  }

  get yields(): boolean {
    return this.#yields;
  }

  get onlyText(): boolean {
    return true;
  }

  /** The text, null while there was none. */
  protected get shownText(): string | null {
    return this.#text;
  }

  protected showText(text: string): void {
    if (text === this.#text) return;
    this.#text = text;
    this.#place.textContent = text;
    // An empty text has the height of a line, and no text at all has none.
    const blank = text === "";
    if (blank !== this.#blank) this.element.classList.toggle("pgw-blank", blank);
    this.#blank = blank;
    const long = LONG_WORD.test(text);
    if (long !== this.#long) this.element.classList.toggle("pgw-long-words", long);
    this.#long = long;
    const yields = text.length > CAPTION;
    if (yields === this.#yields) return;
    this.#yields = yields;
    this.requestLayout();
    tellYielding(this);
  }

  setColor(bg: string | null = null, fg: string | null = null): void {
    if (bg !== null) {
      setColorProperty(this.element, "--text-bg", bg);
      this.#colored = this.element.style.getPropertyValue("--text-bg") !== "";
      this.#refreshFilled();
    }
    if (fg !== null) setColorProperty(this.element, "--text-fg", fg);
  }

  /** The common background lies under that of `set_color`. */
  override setBg(color: string | null): void {
    setColorProperty(this.element, "--text-ground", color);
    this.#grounded = this.element.style.getPropertyValue("--text-ground") !== "";
    this.#refreshFilled();
  }

  setHalign(align: string): void {
    const place = HALIGN[align];
    if (place !== undefined) this.element.style.textAlign = place;
  }

  setValign(align: string): void {
    const place = VALIGN[align];
    if (place !== undefined) this.element.style.alignContent = place;
  }

  setMenu(menu: BaseWidget | null = null): void {
    this.#dropDown.set(menu);
    this.refreshFocusable();
    tellYielding(this);
  }

  protected override get takesFocus(): boolean {
    return super.takesFocus || this.#dropDown.isSet;
  }

  protected override enabledChanged(on: boolean): void {
    super.enabledChanged(on);
    this.#dropDown.enabledChanged();
  }

  protected override applyLayout(): void {
    super.applyLayout();
    applyYielding(this, this.own, this.placement);
  }

  protected override disposed(): void {
    this.#dropDown.end();
  }

  /** A text on a ground of its own keeps off its edges, which its neighbours in a row have to know. */
  #refreshFilled(): void {
    this.element.classList.toggle("pgw-filled", this.#colored || this.#grounded);
    tellYielding(this);
  }
}
