/**
 * A text cursor in the shape of a box over the character behind it, where browsers draw only bars.
 */
import type { Extension } from "@codemirror/state";
import { EditorView, layer, RectangleMarker } from "@codemirror/view";

const box = layer({
  above: true,
  class: "pgw-source-carets",
  update: (update) =>
    update.docChanged ||
    update.selectionSet ||
    update.viewportChanged ||
    update.geometryChanged ||
    update.focusChanged,
  markers(view) {
    const { head } = view.state.selection.main;
    const at = view.coordsAtPos(head, 1) ?? view.coordsAtPos(head, -1);
    if (at === null) return [];
    const frame = view.scrollDOM.getBoundingClientRect();
    const { scaleX, scaleY, scrollDOM } = view;
    const behind = view.coordsForChar(head);
    const width = behind === null ? view.defaultCharacterWidth : (behind.right - behind.left) / scaleX;
    return [
      new RectangleMarker(
        "pgw-source-caret",
        (at.left - frame.left) / scaleX + scrollDOM.scrollLeft - scrollDOM.clientLeft,
        (at.top - frame.top) / scaleY + scrollDOM.scrollTop - scrollDOM.clientTop,
        Math.max(1, width),
        (at.bottom - at.top) / scaleY,
      ),
    ];
  },
});

/** The bar of the browser gives way to it. */
export const blockCaret: Extension = [
  box,
  EditorView.editorAttributes.of({ class: "pgw-source-block-caret" }),
];
