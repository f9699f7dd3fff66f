/**
 * What a program does with the tags and the icons of an editor.
 */
import { UsageError } from "../../errors.js";
import type { WidgetNode } from "../../node.js";
import { nodeOf } from "../../values.js";
import type { Operation } from "../model.js";
import { documentOf, invalid, newPair, ownPlace, resolved } from "./documents.js";
import { callOf, rangeOf } from "./source.js";
import type { TagAttributes } from "./tags.js";
import { putIconCall, resendTags, tellAll, tellIcon, tellTags } from "./tell.js";

export const taggingOperations: Readonly<Record<string, Operation>> = {
  create_tag(node, [name, attributes]) {
    const document = documentOf(node);
    document.tags.definitions.set(name as string, attributes as TagAttributes);
    tellAll(node, [["create_tag", [name, attributes]]]);
    // A browser of protocol 0.4 has thrown ranges of an unknown tag away.
    if (document.tags.isApplied(name as string)) resendTags(node, document);
  },
  remove_tag_def(node, [name]) {
    const { tags } = documentOf(node);
    if (!tags.definitions.has(name as string) && !tags.isApplied(name as string)) return;
    tags.forget(name as string);
    tellAll(node, [["remove_tag_def", [name]]]);
  },
  apply_tag(node, [given, startRef, endRef], context) {
    const document = documentOf(node);
    const name = given as string;
    if (!document.tags.definitions.has(name)) {
      throw new UsageError(
        `${callOf(node, context)}: name: there is no tag "${name}"; define it with createTag.`,
      );
    }
    const [start, end] = rangeOf(node, startRef, endRef, context);
    if (start === end) return;
    document.tags.apply(name, start, end);
    tellTags(node, document, ["_addTagIntervals", [[{ name, start, end }]]]);
  },
  remove_tag(node, [given, startRef, endRef], context) {
    const document = documentOf(node);
    const name = given as string;
    const [start, end] = rangeOf(node, startRef, endRef, context);
    if (document.tags.cut(name, start, end)) {
      tellTags(node, document, ["_cutTagIntervals", [name, start, end]]);
    }
  },
  has_tag: (node, [name]) => documentOf(node).tags.isApplied(name as string),
  get_tags_at(node, [ref], context) {
    const at = resolved(node, ref, "ref", callOf(node, context));
    return documentOf(node).tags.touching(at, at + 1);
  },
  get_tags_range(node, [start, end], context) {
    return documentOf(node).tags.touching(...rangeOf(node, start, end, context));
  },
  get_tag_region(node, [name]) {
    const region = documentOf(node).tags.region(name as string);
    return region === null ? null : newPair(node, region);
  },
  get_tag_regions(node, [name]) {
    return documentOf(node)
      .tags.regions(name as string)
      .map((run) => newPair(node, run));
  },

  set_icon(node, [ref, url], context) {
    const call = callOf(node, context);
    const place = ownPlace(node, ref, "ref", call);
    const position = nodeOf(ref) as WidgetNode;
    const { places } = documentOf(node);
    if (url === null) {
      if (places.icons.delete(position)) tellIcon(node, ["_dropIcon", [position.wid]]);
      return;
    }
    if (!place.valid) throw invalid(`${call}: ref`, position);
    places.bindIcon(position, url as string);
    tellIcon(node, putIconCall(position.wid, place, url as string));
  },
  clear_icons(node) {
    const { icons } = documentOf(node).places;
    if (icons.size === 0) return;
    icons.clear();
    tellIcon(node, ["_setIcons", [[]]]);
  },
};
