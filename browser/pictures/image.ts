/**
 * Image: a picture from an address, from the contents of a file or from pixels.
 * Made from its contract. The picture that was asked for last is the one that stays, however long each takes to
 * load; the one before stays until it has come.
 */

import type { ImageArgs, ImageContract, ImageEvents } from "../../generated/browser/contracts.js";
import { adoptStyles } from "../css.js";
import type { WidgetInit } from "../services.js";
import { InteractiveWidget } from "../widgets/bases/interactive.js";
import { namePicture } from "../widgets/bases/picture-name.js";
import styles from "./image.css" with { type: "text" };
import { type LoadedAddress, loadAddress, loadDrawable, type PictureSource, sourceOf } from "./loading.js";
import { Surface } from "./surface.js";

adoptStyles(styles);

/** A picture that has been loaded. */
interface Ready {
  show(): void;
  /** Another one was asked for in between. */
  discard(): void;
}

/** How an image shows pictures. */
interface View {
  readonly element: HTMLElement;
  readonly surface: Surface | null;
  /** Loads a picture. Throws when it cannot be loaded. */
  load(source: PictureSource): Promise<Ready>;
  clear(): void;
  /** Its size on the screen has changed. */
  fit(): void;
  end(): void;
}

export class ImageWidget extends InteractiveWidget<ImageEvents> implements ImageContract {
  readonly #view: View;
  readonly #interactive: boolean;
  /** Counts what was asked for. */
  #asked = 0;

  constructor(init: WidgetInit, args: ImageArgs) {
    const view = args.use_animation_frame ? new BufferedView() : new PlainView();
    super(init, view.element, args);
    this.#view = view;
    this.#interactive = args.interactive;
    namePicture(this.element, "", args.interactive);
    view.surface?.watch(init.services.sizes, () => view.fit());
    if (args.url !== null) {
      this.setImage(args.url)?.catch((error: unknown) => {
        const { message } = error as Error;
        this.services.outbox.send({ type: "error", wid: this.wid, method: "set_image", error: message });
      });
    }
  }

  /** The 2D context of the hidden buffer, for code of the page; null without use_animation_frame. */
  getDrawContext(): CanvasRenderingContext2D | null {
    return this.#view.surface?.context ?? null;
  }

  setImage(url: string | null): Promise<void> | undefined {
    if (url !== null && url !== "") return this.#load({ kind: "address", address: url });
    this.#asked++;
    this.#view.clear();
    return undefined;
  }

  setBinaryImage(data: unknown, format = "jpeg"): Promise<void> {
    return this.#load(sourceOf(data, format));
  }

  update(): void {
    this.#view.surface?.update();
  }

  override setTooltip(msg: string | null): void {
    super.setTooltip(msg);
    namePicture(this.element, this.getTooltip(), this.#interactive);
  }

  protected override disposed(): void {
    this.#view.end();
  }

  async #load(source: PictureSource): Promise<void> {
    const asked = ++this.#asked;
    const isWanted = () => asked === this.#asked && !this.isDestroyed;
    let ready: Ready;
    try {
      ready = await this.#view.load(source);
    } catch (error) {
      // What nobody waits for any more is no fault.
      if (isWanted()) throw error;
      return;
    }
    if (isWanted()) ready.show();
    else ready.discard();
  }
}

/** An `img` element. */
class PlainView implements View {
  readonly element = document.createElement("img");
  readonly surface = null;
  #shown: LoadedAddress | null = null;

  constructor() {
    this.element.draggable = false;
    // It is loaded when it comes here: it is painted together with all else that has changed.
    this.element.decoding = "sync";
  }

  async load(source: PictureSource): Promise<Ready> {
    const loaded = await loadAddress(source);
    return {
      show: () => {
        const before = this.#shown;
        this.#shown = loaded;
        this.element.src = loaded.address;
        before?.release();
      },
      discard: () => loaded.release(),
    };
  }

  clear(): void {
    this.element.removeAttribute("src");
    this.end();
  }

  fit(): void {}

  end(): void {
    this.#shown?.release();
    this.#shown = null;
  }
}

/** A bitmap with a hidden buffer: as large as the picture, and as the place before there is one. */
class BufferedView implements View {
  readonly element = document.createElement("div");
  readonly surface = new Surface(true);
  #hasPicture = false;

  constructor() {
    this.element.classList.add("pgw-buffered");
    this.element.append(this.surface.element);
  }

  async load(source: PictureSource): Promise<Ready> {
    const { image, width, height, release } = await loadDrawable(source);
    return {
      show: () => {
        const { surface } = this;
        this.#hasPicture = true;
        // A drawing of lines may have no size of its own.
        surface.resize(width || 300, height || 150);
        surface.context?.drawImage(image, 0, 0, width || 300, height || 150);
        surface.update();
        release();
      },
      discard: release,
    };
  }

  clear(): void {
    this.#hasPicture = false;
    this.surface.resize(0, 0);
    this.surface.fit();
    this.surface.update();
  }

  fit(): void {
    if (!this.#hasPicture) this.surface.fit();
  }

  end(): void {
    this.surface.end();
  }
}
