/**
 * What stands beside the lines: icons, and numbers from 1.
 * Made from the icons in view; a press on either is told, and leaves caret and focus where they are.
 */
import type { Extension } from "@codemirror/state";
import { type BlockInfo, type EditorView, GutterMarker, gutter, lineNumbers } from "@codemirror/view";
import type { ShownIcon } from "./marks.js";
import { saysMarksChanged } from "./tag-looks.js";

/** Called with the line from 0. */
type Pressed = (line: number, icon: number | null) => void;

function handlers(pressed: (view: EditorView, line: BlockInfo) => void) {
  return {
    // The focus would go to the page.
    mousedown: () => true,
    click: (view: EditorView, line: BlockInfo, event: Event) => {
      if ((event as MouseEvent).button === 0) pressed(view, line);
      return true;
    },
  };
}

function lineOf(view: EditorView, block: BlockInfo): number {
  return view.state.doc.lineAt(block.from).number - 1;
}

export function numberGutter(pressed: (line: number) => void): Extension {
  return lineNumbers({ domEventHandlers: handlers((view, block) => pressed(lineOf(view, block))) });
}

class IconMarker extends GutterMarker {
  readonly url: string;

  constructor(url: string) {
    super();
    this.url = url;
  }

  override eq(other: GutterMarker): boolean {
    return other instanceof IconMarker && other.url === this.url;
  }

  override toDOM(): Node {
    const picture = document.createElement("img");
    picture.src = this.url;
    picture.alt = "";
    picture.draggable = false;
    return picture;
  }
}

export function iconGutter(
  iconsIn: (from: number, to: number) => readonly ShownIcon[],
  pressed: Pressed,
): Extension {
  const shown = ({ from, to }: { readonly from: number; readonly to: number }): ShownIcon | null =>
    iconsIn(from, to).reduce<ShownIcon | null>(
      (best, icon) => (best === null || icon.rank > best.rank ? icon : best),
      null,
    );
  return gutter({
    class: "pgw-source-icons",
    // Of a width of its own, so it needs nothing in a line without an icon.
    renderEmptyElements: false,
    lineMarker(_view, block) {
      const icon = shown(block);
      return icon === null ? null : new IconMarker(icon.url);
    },
    lineMarkerChange: (update) => update.docChanged || saysMarksChanged(update),
    domEventHandlers: handlers((view, block) => pressed(lineOf(view, block), shown(block)?.id ?? null)),
  });
}
