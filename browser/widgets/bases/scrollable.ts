/**
 * The base of the widgets that scroll their own content: with the browser's own scroller and bars.
 * Made from the contract of the ScrollableWidget definition.
 */
import "./scrollable.css";
import type {
  ScrollableWidgetContract,
  ScrollableWidgetEvents,
} from "../../../generated/browser/contracts.js";
import { ScrollPosition } from "../../scrolling/scroll-position.js";
import type { WidgetInit } from "../../services.js";
import { type Sides, sides } from "../../units.js";
import { BaseWidget } from "../../widget.js";

export abstract class ScrollableWidget<E extends ScrollableWidgetEvents = ScrollableWidgetEvents>
  extends BaseWidget<E>
  implements ScrollableWidgetContract
{
  /** The element that scrolls. */
  protected readonly view: HTMLElement;
  protected readonly position: ScrollPosition;

  /** @param view - The element that scrolls, inside the root. */
  constructor(init: WidgetInit, element: HTMLElement, view: HTMLElement) {
    super(init, element);
    view.classList.add("pgw-native-scroller");
    element.append(view);
    this.view = view;
    this.position = new ScrollPosition(view, this.services.updates, (h, v) =>
      this.post("scrolled", [h, v], true),
    );
    this.watchSize();
  }

  setScrollPosition(hPct: number, vPct: number): void {
    this.position.goTo(hPct, vPct);
  }

  getScrollPosition(): [number, number] {
    this.services.updates.settle();
    this.position.measure();
    return this.position.shares;
  }

  /** Padding lies around the content and scrolls with it. */
  override setPadding(padding: Sides): void {
    this.view.style.padding = sides(padding);
  }

  protected override sized(_width: number, _height: number): void {
    this.position.measure();
  }
}
