/**
 * Bundles the page: every widget class and what they stand on, as a script, a style sheet and parts.
 * A second entry, `api`, is what widget classes of programs import; `pgwidgets-ts build` adds them to the built page.
 */
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { browsers, writeCompressed } from "../cli/compress.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/**
 * Writes the page into `outDir`: index.html, app-<hash>.js and .css, api-<hash>.js and parts, each with its source
 * map and compressed siblings, and page.json, which names them.
 *
 * @param {object} [options]
 * @param {string} [options.outDir] - Folder to write to; it is emptied first. Default: dist/browser.
 * @returns {Promise<{ outDir: string, script: string, style: string, api: string }>} Where it is, and the names of
 *   its files.
 */
export async function buildBrowser({ outDir = join(root, "dist", "browser") } = {}) {
  const target = resolve(outDir);
  const result = await build({
    entryPoints: { app: "page:app", api: "page:api" },
    plugins: [entries(await widgetFiles(join(root, "browser", "widgets"))), texts()],
    absWorkingDir: root,
    outdir: target,
    entryNames: "[name]-[hash]",
    chunkNames: "part-[hash]",
    assetNames: "[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    target: browsers,
    tsconfig: join(root, "browser", "tsconfig.json"),
    minify: true,
    sourcemap: "linked",
    metafile: true,
    write: false,
    legalComments: "none",
    logLevel: "warning",
  });

  const outputs = Object.entries(result.metafile.outputs).map(([path, output]) => ({ path, ...output }));
  const of = (entry) => outputs.find((output) => output.entryPoint?.endsWith(entry));
  const [app, api] = [of("page:app"), of("page:api")];
  if (app?.cssBundle === undefined || api === undefined) throw new Error("The bundle lacks a part.");
  const names = { script: basename(app.path), style: basename(app.cssBundle), api: basename(api.path) };
  const parts = app.imports
    .filter(({ kind }) => kind === "import-statement")
    .map(({ path }) => basename(path));

  // A build that fails leaves the page of before in place.
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  // The styles of the page hold all that those of the other entry and of the parts do.
  const files = result.outputFiles
    .map(({ path, contents }) => [path, contents])
    .filter(([path]) => !/\.css(\.map)?$/.test(path) || basename(path).startsWith(names.style));
  files.push([join(target, "index.html"), Buffer.from(page(names, parts))]);
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

/** The .ts files of a folder, by name, so that the same sources give the same bundle. */
async function widgetFiles(folder) {
  const names = await readdir(folder);
  return names
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts") && !name.endsWith(".test.ts"))
    .sort()
    .map((name) => join(folder, name));
}

/**
 * The two entries: the page, with shared styles first, then every widget class, then the start;
 * and what classes of programs import, for which all of ours are there.
 * A part that is loaded later imports all of the page as well. It is there by then; but so all that is no part of
 * its own is shared by the same files, and becomes one file instead of one for each way of sharing.
 */
function entries(widgets) {
  const from = (...path) => JSON.stringify(join(root, "browser", ...path));
  const classes = widgets.map((file) => `import ${JSON.stringify(file)};\n`).join("");
  const api = from("api.ts");
  const contents = {
    "page:app": `import "page:all";\nimport { start } from ${from("main.ts")};\nstart();\n`,
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

/** What the script needs first is asked for together with it. */
function page({ script, style }, parts) {
  const preloads = parts.map((name) => `\n    <link rel="modulepreload" href="./${name}">`).join("");
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
    <meta name="color-scheme" content="light dark">
    <title>pgwidgets</title>
    <link rel="stylesheet" href="./${style}">${preloads}
    <script type="module" src="./${script}"></script>
  </head>
  <body>
    <noscript>This page shows the interface of a program, and needs JavaScript for it.</noscript>
  </body>
</html>
`;
}
