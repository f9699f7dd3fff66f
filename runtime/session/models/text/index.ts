/**
 * The model `text`: the text of an editor and the positions in it, kept on the server. Browsers show it, and send
 * what their users do to it.
 */
import type { Model } from "../model.js";
import { isPosition, placeOf, presentDocument } from "./documents.js";
import { retire, retireAll } from "./editing.js";
import { placingOperations, positionOperations } from "./positions.js";
import { sourceOperations } from "./source.js";
import { taggingOperations } from "./tagging.js";
import { replayCalls } from "./tell.js";
import { userOperations } from "./users.js";

export const textModel: Model = {
  operations: {
    ...sourceOperations,
    ...taggingOperations,
    ...placingOperations,
    ...positionOperations,
    ...userOperations,
  },
  ended(node) {
    if (isPosition(node)) {
      retire(node);
      return;
    }
    const document = presentDocument(node);
    if (document !== null) retireAll(document);
  },
  replay(node, peer) {
    const document = presentDocument(node);
    return document === null ? [] : replayCalls(document, placeOf, peer);
  },
};
