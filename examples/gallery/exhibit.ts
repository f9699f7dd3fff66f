/**
 * A sample on the stage: made, changed through the option panel, made anew where that is the only way.
 */
import type { BoxLayout, Callback, VBox, Widgets } from "pgwidgets-ts/sync";
import type { Types } from "../../codegen/schemas.js";
import { same } from "../../runtime/session/values.js";
import type { Entry, Property } from "./catalogue.js";
import { readProperty, setLive } from "./options/property.js";
import type { Live, Sample } from "./sample.js";

export class Exhibit {
  readonly entry: Entry;
  readonly sample: Sample;
  /** Where it is shown. The sample in it may be another one later. */
  readonly host: VBox;
  readonly #W: Widgets;
  readonly #types: Types;
  readonly #follow: (widget: Callback) => void;
  /** What the user has changed, by name. */
  #changed: Readonly<Record<string, unknown>> = {};
  /** The properties that were changed, for what has become of them since. */
  readonly #touched = new Map<string, Property>();
  #live: Live;
  #home: BoxLayout | null = null;

  /** @param follow - Called for every widget whose callbacks are to be logged */
  constructor(
    W: Widgets,
    types: Types,
    entry: Entry,
    sample: Sample,
    follow: (exhibit: Exhibit, widget: Callback) => void,
  ) {
    this.entry = entry;
    this.sample = sample;
    this.#W = W;
    this.#types = types;
    this.#follow = (widget) => follow(this, widget);
    this.host = W.VBox();
    this.#live = sample.make(W, {});
    this.#show();
  }

  /** The widget whose options are shown. */
  get widget(): Callback {
    return this.#live.widget;
  }

  /**
   * Changes a property.
   * @returns Whether the widget is another one now
   * @throws UsageError when the value is refused; nothing has changed then
   */
  set(property: Property, value: unknown): boolean {
    if (same(readProperty(this.widget, property), value)) return false;
    if (setLive(this.#types, this.widget, property, value)) {
      this.#changed = { ...this.#changed, [property.name]: value };
      this.#touched.set(property.name, property);
      return false;
    }
    this.#remake({ ...this.#present(), [property.name]: value }, property.name);
    this.#touched.set(property.name, property);
    return true;
  }

  /** Whether it stands on the stage. */
  get isShown(): boolean {
    return this.#home !== null;
  }

  /** Puts it at the end of a box. */
  putInto(box: BoxLayout, stretch = 0): void {
    this.takeOut();
    box.addWidget(this.host, stretch);
    this.#home = box;
  }

  /** Takes it out of its box, before that goes. */
  takeOut(): void {
    this.#home?.remove(this.host);
    this.#home = null;
  }

  destroy(): void {
    end(this.#live);
    this.host.destroy();
  }

  /** The changes as they are now: a dialog that was closed since is not to be open again. */
  #present(): Readonly<Record<string, unknown>> {
    const present = { ...this.#changed };
    for (const [name, property] of this.#touched) {
      if (present[name] !== undefined) present[name] = readProperty(this.widget, property);
    }
    return present;
  }

  #remake(changed: Readonly<Record<string, unknown>>, name: string): void {
    const before = this.#live;
    const isLate = (each: string) => this.#touched.get(each)?.isLate === true;
    const late = Object.entries(changed).filter(([each]) => isLate(each));
    const options = Object.fromEntries(Object.entries(changed).filter(([each]) => !isLate(each)));
    const made = this.#make(options, name);
    for (const [each, value] of late) {
      setLive(this.#types, made.widget, this.#touched.get(each) as Property, value);
      this.#changed = { ...this.#changed, [each]: value };
    }
    this.host.removeAll();
    end(before);
    this.#live = made;
    this.#show();
  }

  /** Where a constructor takes no null, leaving the option out means the same. */
  #make(changed: Readonly<Record<string, unknown>>, name: string): Live {
    const make = (options: Readonly<Record<string, unknown>>): Live => {
      const live = this.sample.make(this.#W, options);
      this.#changed = options;
      return live;
    };
    if (changed[name] !== null) return make(changed);
    try {
      return make(changed);
    } catch {
      return make({ ...changed, [name]: undefined });
    }
  }

  #show(): void {
    const { widget, also = [], fills = false } = this.#live;
    const stage = stageOf(this.#live);
    if (fills) this.host.addWidget(stage, 0);
    else {
      const row = this.#W.HBox();
      row.addWidget(stage, 0);
      this.host.addWidget(row, 0);
    }
    for (const each of [widget, ...also]) this.#follow(each);
  }
}

function stageOf({ widget, stage }: Live) {
  if (stage !== undefined) return stage;
  return widget as NonNullable<Live["stage"]>;
}

/** Ends all of a sample: what is on the stage, and what stands beside it. */
function end(live: Live): void {
  for (const each of [stageOf(live), live.widget, ...(live.also ?? [])]) each.destroy();
}
