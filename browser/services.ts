/**
 * What every widget of a page shares: drawing, sending, measuring, and the ground that windows stand on.
 * Made once per page, handed to each widget.
 */
import type { LongColumns } from "./long-columns.js";
import type { Outbox, Rate } from "./outbox.js";
import type { Sizes } from "./sizes.js";
import type { Updates } from "./updates.js";
import type { Uploads } from "./uploads.js";
import type { Desk } from "./windows/desk.js";

export interface Services {
  readonly updates: Updates;
  readonly outbox: Outbox;
  readonly longColumns: LongColumns;
  readonly sizes: Sizes;
  readonly desk: Desk;
  readonly uploads: Uploads;
  /**
   * Dispatches `back` when a connection that broke is there again, before everything of the session is built anew, and
   * `ready` when it has been.
   */
  readonly connection: EventTarget;
  /** Takes a widget that has ended out of the registry. */
  readonly forget: (wid: number) => void;
}

/** What the registry hands to the constructor of a widget, and the widget to that of its base. */
export interface WidgetInit {
  readonly wid: number;
  readonly className: string;
  readonly services: Services;
  /** How often each callback of the class is worth a message. */
  readonly rates: ReadonlyMap<string, Rate>;
  /** Callbacks that are reported without being listened to. */
  readonly tracked: ReadonlySet<string>;
}
