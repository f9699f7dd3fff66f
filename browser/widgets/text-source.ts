/**
 * TextSource: an editor for source code. Its code is a part of its own, loaded with the first editor of a page.
 */
import "./text-source.css";
import { lazyWidget } from "../lazy.js";
import { defineWidget } from "../registry.js";

const TextSource = lazyWidget("TextSource", async () => (await import("../text/text-source.js")).TextSource);

defineWidget("TextSource", TextSource);
