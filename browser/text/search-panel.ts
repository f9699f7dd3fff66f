/**
 * Find and replace for the user: only the lines in view are in the page, so the browser's own search cannot do it.
 * Made of the editor's panel, with the page's words.
 */
import { closeSearchPanel, findNext, findPrevious, openSearchPanel, search } from "@codemirror/search";
import { EditorState, type Extension } from "@codemirror/state";
import { keymap } from "@codemirror/view";
import { say } from "../strings.js";

const scope = "editor search-panel";

export function searchPanel(): Extension {
  return [
    search({ top: true }),
    keymap.of([
      { key: "Mod-f", run: openSearchPanel, scope },
      { key: "F3", run: findNext, shift: findPrevious, scope, preventDefault: true },
      { key: "Mod-g", run: findNext, shift: findPrevious, scope, preventDefault: true },
      { key: "Escape", run: closeSearchPanel, scope },
    ]),
    EditorState.phrases.of({
      Find: say("find"),
      Replace: say("replaceWith"),
      next: say("findNext"),
      previous: say("findPrevious"),
      all: say("selectAllMatches"),
      "match case": say("matchCase"),
      "by word": say("wholeWords"),
      regexp: say("regularExpression"),
      replace: say("replaceOne"),
      "replace all": say("replaceAll"),
      close: say("close"),
      "current match": say("currentMatch"),
      "replaced $ matches": say("replacedMatches"),
      "replaced match on line $": say("replacedOnLine"),
      "on line": say("onLine"),
      "Control character": say("controlCharacter"),
    }),
  ];
}
