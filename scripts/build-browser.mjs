/**
 * Bundles the page: every widget class and what they stand on, as one script and one style sheet.
 * Made from browser/ and, where given, folders of other people's widget classes.
 */
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const compressGzip = promisify(gzip);
const compressBrotli = promisify(brotliCompress);

/** Smaller files than this gain nothing from compression. */
const WORTH_COMPRESSING = 512;

/**
 * Writes the page into `outDir`: index.html, app-<hash>.js and .css with their source maps, and compressed siblings.
 *
 * @param {object} [options]
 * @param {string} [options.outDir] - Folder to write to; it is emptied first. Default: dist/browser.
 * @param {readonly string[]} [options.extraWidgets] - Folders whose .ts files define further widget classes.
 *   They import what they need from "pgwidgets-ts/browser".
 * @returns {Promise<{ outDir: string, script: string, style: string }>} Where it is, and the names of the two files.
 */
export async function buildBrowser({ outDir = join(root, "dist", "browser"), extraWidgets = [] } = {}) {
  const target = resolve(outDir);
  const folders = [join(root, "browser", "widgets"), ...extraWidgets.map((folder) => resolve(folder))];
  const widgets = (await Promise.all(folders.map(widgetFiles))).flat();
  const result = await build({
    stdin: {
      contents: entry(widgets),
      resolveDir: root,
      sourcefile: "entry.ts",
      loader: "ts",
    },
    absWorkingDir: root,
    outdir: target,
    entryNames: "app-[hash]",
    chunkNames: "part-[hash]",
    assetNames: "[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    target: ["chrome131", "firefox147", "safari26"],
    tsconfig: join(root, "browser", "tsconfig.json"),
    alias: { "pgwidgets-ts/browser": join(root, "browser", "api.ts") },
    loader: { ".svg": "text" },
    minify: true,
    sourcemap: "linked",
    metafile: true,
    write: false,
    legalComments: "none",
    logLevel: "warning",
  });

  const outputs = Object.entries(result.metafile.outputs);
  const [scriptPath, main] = outputs.find(([, output]) => output.entryPoint !== undefined) ?? [];
  if (scriptPath === undefined || main?.cssBundle === undefined)
    throw new Error("The bundle lacks its script or style.");
  const script = basename(scriptPath);
  const style = basename(main.cssBundle);

  // A build that fails leaves the page of before in place.
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  const files = result.outputFiles.map(({ path, contents }) => [path, contents]);
  files.push([join(target, "index.html"), Buffer.from(page(script, style))]);
  await Promise.all(files.map(([path, bytes]) => writeCompressed(path, bytes)));
  return { outDir: target, script, style };
}

/** The .ts files of a folder, by name, so that the same sources give the same bundle. */
async function widgetFiles(folder) {
  const names = await readdir(folder);
  return names
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts") && !name.endsWith(".test.ts"))
    .sort()
    .map((name) => join(folder, name));
}

/** Shared styles first, then every widget class, then the start. */
function entry(widgets) {
  const main = JSON.stringify(join(root, "browser", "main.ts"));
  const imports = widgets.map((file) => `import ${JSON.stringify(file)};\n`).join("");
  return `import { start } from ${main};\n${imports}start();\n`;
}

function page(script, style) {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
    <meta name="color-scheme" content="light dark">
    <title>pgwidgets</title>
    <link rel="stylesheet" href="./${style}">
    <script type="module" src="./${script}"></script>
  </head>
  <body>
    <noscript>This page shows the interface of a program, and needs JavaScript for it.</noscript>
  </body>
</html>
`;
}

/** Writes a file and, beside a text, its .gz and .br. */
async function writeCompressed(path, bytes) {
  const writes = [writeFile(path, bytes)];
  if (/\.(html|js|css|svg)$/.test(path) && bytes.length >= WORTH_COMPRESSING) {
    const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    writes.push(
      compressGzip(bytes, { level: 9 }).then((zipped) => writeFile(`${path}.gz`, zipped)),
      compressBrotli(bytes, { params }).then((packed) => writeFile(`${path}.br`, packed)),
    );
  }
  await Promise.all(writes);
}
