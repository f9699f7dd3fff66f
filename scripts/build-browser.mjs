/**
 * Bundles the page: a small script that connects, every widget class and what they stand on, a style sheet, and parts.
 * Another entry, `api`, is what widget classes of programs import; `pgwidgets-ts build` adds them to the built page.
 */
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { bundling } from "../cli/bundling.mjs";
import { browsers, writeCompressed } from "../cli/compress.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const EARLY = join(root, "browser", "early.ts");

const settings = {
  ...bundling,
  absWorkingDir: root,
  chunkNames: "part-[hash]",
  tsconfig: join(root, "browser", "tsconfig.json"),
};

/** What a build made, with the name of each file. */
const outputsOf = ({ metafile }) =>
  Object.entries(metafile.outputs).map(([path, output]) => ({ name: basename(path), ...output }));

/**
 * Writes the page into `outDir`: index.html with the script that connects, api-<hash>.js, app-<hash>.css and parts, one
 * of which is the script of all pages, each with its source map and compressed siblings, and page.json, which names them.
 *
 * @param {object} [options]
 * @param {string} [options.outDir] - Folder to write to; it is emptied first. Default: dist/browser.
 * @returns {Promise<{ outDir: string, script: string, style: string, api: string }>} Where it is, and
 *   the names of its files.
 */
export async function buildBrowser({ outDir = join(root, "dist", "browser") } = {}) {
  const target = resolve(outDir);
  const shared = { ...settings, outdir: target };
  const first = await build({ ...shared, entryPoints: [EARLY], format: "iife", sourcemap: false });
  const [early] = first.outputFiles;
  const main = await build({
    ...shared,
    entryPoints: { app: "page:all", api: "page:api" },
    plugins: [entries([...(await sources("widgets")), ...(await sources("widgets", "bases"))]), texts()],
    // The commands of CodeMirror make one at their start, for motions that our editor does not have; in a browser it
    // takes longer than all else that the editor's code does then.
    define: { "Intl.Segmenter": "undefined" },
    splitting: true,
  });
  const of = (entry) => outputsOf(main).find(({ entryPoint }) => entryPoint?.endsWith(entry));
  const [all, api] = [of("page:all"), of("page:api")];
  const script = outputsOf(main).find(({ name }) => all?.imports.some(({ path }) => basename(path) === name));
  if (early === undefined || all?.cssBundle === undefined || api === undefined || script === undefined) {
    throw new Error("The bundle lacks a part.");
  }
  const names = {
    script: script.name,
    style: basename(all.cssBundle),
    api: api.name,
  };

  // A build that fails leaves the page of before in place.
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  // The styles of the page hold all that those of the other entry and of the parts do. Its entry only leads to its
  // script, which the page asks for itself.
  const files = main.outputFiles
    .map(({ path, contents }) => [path, contents])
    .filter(([path]) => !/\.css(\.map)?$/.test(path) || basename(path).startsWith(names.style))
    .filter(([path]) => !basename(path).startsWith(all.name));
  files.push([join(target, "index.html"), Buffer.from(page(names, early.text.trim()))]);
  files.push([join(target, "page.json"), Buffer.from(`${JSON.stringify(names, null, 2)}\n`)]);
  await Promise.all(files.map(([path, bytes]) => writeCompressed(path, bytes)));
  return { outDir: target, ...names };
}

/**
 * Files that are taken in as text, without what only people read: style sheets of parts, which come with their part
 * and not with the page, and pictures.
 */
function texts() {
  return {
    name: "texts",
    setup(bundler) {
      bundler.onLoad({ filter: /\.css$/ }, async ({ path, with: { type } }) => {
        if (type !== "text") return undefined;
        const css = await readFile(path, "utf8");
        const { code } = await transform(css, { loader: "css", minify: true, target: browsers });
        return { contents: code, loader: "text" };
      });
      bundler.onLoad({ filter: /\.svg$/ }, async ({ path }) => {
        const svg = await readFile(path, "utf8");
        const contents = svg
          .replace(/<!--.*?-->/gs, "")
          .replace(/\s+class="[^"]*"/, "")
          .replace(/\s+/g, " ")
          .replace(/ (?=<|\/?>)|(?<=>) /g, "")
          .trim();
        return { contents, loader: "text" };
      });
    },
  };
}

/** The .ts files of a folder of the page, by name, so that the same sources give the same bundle. */
async function sources(...path) {
  const folder = join(root, "browser", ...path);
  const names = await readdir(folder);
  return names
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts") && !name.endsWith(".test.ts"))
    .sort()
    .map((name) => join(folder, name));
}

/**
 * The two entries: the page, with shared styles first, then every widget class and what such classes have in common;
 * and what classes of programs import, for which all of ours are there.
 * A part that is loaded later imports all of the page as well. It is there by then; but so all that is no part of
 * its own is shared by the same files, and becomes one file instead of one for each way of sharing.
 */
function entries(files) {
  const from = (...path) => JSON.stringify(join(root, "browser", ...path));
  const classes = files.map((file) => `import ${JSON.stringify(file)};\n`).join("");
  const api = from("api.ts");
  const contents = {
    "page:api": `import "page:all";\nexport * from ${api};\n`,
    "page:all": `import ${from("main.ts")};\n${classes}import ${api};\n`,
  };
  return {
    name: "page entries",
    setup(bundler) {
      bundler.onResolve({ filter: /^page:/ }, ({ path }) => ({
        path,
        namespace: "entry",
        sideEffects: true,
      }));
      bundler.onLoad({ filter: /^page:/, namespace: "entry" }, ({ path }) => ({
        contents: contents[path],
        resolveDir: root,
        loader: "ts",
      }));
      bundler.onResolve({ filter: /^\.{1,2}\//, namespace: "file" }, ({ kind, path, resolveDir }) => {
        if (kind !== "dynamic-import") return undefined;
        return { path: join(resolveDir, path.replace(/\.js$/, ".ts")), namespace: "part", sideEffects: true };
      });
      bundler.onLoad({ filter: /^/, namespace: "part" }, ({ path }) => ({
        contents: `import "page:all";\nexport * from ${JSON.stringify(path)};\n`,
        resolveDir: root,
        loader: "ts",
      }));
    },
  };
}

/** The script that connects waits for nothing, not even for a file; the other one runs when the page is read. */
function page({ script, style }, early) {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <script>${early}</script>
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
    <meta name="color-scheme" content="light dark">
    <title>pgwidgets</title>
    <link rel="stylesheet" href="./${style}">
    <script type="module" src="./${script}"></script>
  </head>
  <body>
    <noscript>This interface of a program needs JavaScript.</noscript>
  </body>
</html>
`;
}
