/**
 * Makes a page that shows a program's own widgets beside those of the package: the page that the package brings,
 * and one more script with the program's browser classes, which runs before the page starts.
 */
import { existsSync } from "node:fs";
import { copyFile, mkdir, readdir, readFile, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, context } from "esbuild";
import { bundling } from "./bundling.mjs";
import { writeCompressed } from "./compress.mjs";

const packageFolder = dirname(dirname(fileURLToPath(import.meta.url)));
const API = "pgwidgets-ts/browser";
const entry = "widgets:all";

/**
 * Writes the page into `out`, which must be empty, missing, or a page that was built before.
 *
 * @param {object} options
 * @param {string} options.widgets - Folder whose .ts and .js files define browser classes. Files in folders below it
 *   are taken in where one of them imports them.
 * @param {string} options.out - Folder to write to. Its page of before is replaced when all has gone well.
 * @param {string} [options.base] - Folder of the page to add to. Default: the one that the package brings.
 * @returns {Promise<{ out: string, classes: number, bytes: number }>} Where it is, how many files were found, and the
 *   size of what was made of them.
 * Throws when there are none, when they do not compile, or when `out` holds something else.
 */
export async function buildPage({ widgets, out, base }) {
  const source = await prepare({ widgets, out, base });
  const result = await build(settings(source));
  return await writePage(source, result);
}

/**
 * As `buildPage`, again after each change. A state that does not compile is told and leaves the page of before.
 *
 * @param {Parameters<typeof buildPage>[0]} options
 * @param {(built: Awaited<ReturnType<typeof buildPage>>) => void} onBuilt
 * @param {(error: Error) => void} onFailed
 */
export async function watchPage({ widgets, out, base }, onBuilt, onFailed) {
  const source = await prepare({ widgets, out, base });
  const written = {
    name: "write the page",
    setup(bundler) {
      bundler.onEnd(async (result) => {
        // esbuild has told what is wrong.
        if (result.errors.length > 0) return;
        try {
          onBuilt(await writePage(source, result));
        } catch (error) {
          onFailed(error);
        }
      });
    },
  };
  const options = settings(source);
  const watched = await context({ ...options, plugins: [...options.plugins, written] });
  await watched.watch();
}

/** Checks the folders before anything is done. */
async function prepare({ widgets, out, base = join(packageFolder, "dist", "browser") }) {
  const source = { widgets: resolve(widgets), out: resolve(out), base: resolve(base), shown: out };
  if (!existsSync(source.widgets)) throw new Error(`There is no folder "${widgets}".`);
  if (!existsSync(join(source.base, "page.json"))) {
    throw new Error(`There is no built page in "${source.base}": run \`npm run build\` in pgwidgets-ts.`);
  }
  if ((await widgetFiles(source.widgets)).length === 0) {
    throw new Error(`"${widgets}" holds no .ts or .js file that could define a browser class.`);
  }
  if (source.out === source.base) throw new Error("The page of the package itself is not written over.");
  if (existsSync(source.out) && !existsSync(join(source.out, "page.json"))) {
    const names = await readdir(source.out);
    if (names.length > 0) {
      throw new Error(
        `"${out}" holds other files (${names[0]}), and a page replaces all. Give it a folder of its own.`,
      );
    }
  }
  const names = JSON.parse(await readFile(join(source.base, "page.json"), "utf8"));
  return { ...source, names };
}

/** The files that define classes, by name, so that the same sources give the same bundle. */
async function widgetFiles(folder) {
  const names = await readdir(folder);
  return names
    .filter((name) => /\.[jt]s$/.test(name) && !/\.(d|test)\.ts$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

const settings = (source) => ({
  ...bundling,
  entryPoints: { widgets: entry },
  plugins: [ownEntry(source)],
  outdir: source.out,
  chunkNames: "own-[hash]",
  splitting: true,
  loader: { ".svg": "text", ".woff2": "file", ".png": "file" },
});

/** One entry for all classes; what they import from the package is the running page itself. */
function ownEntry({ widgets, names }) {
  return {
    name: "own widgets",
    setup(bundler) {
      bundler.onResolve({ filter: /^widgets:all$/ }, () => ({
        path: entry,
        namespace: "entry",
        sideEffects: true,
      }));
      bundler.onLoad({ filter: /.*/, namespace: "entry" }, async () => {
        const files = await widgetFiles(widgets);
        const contents = files.map((file) => `import ${JSON.stringify(file)};\n`).join("");
        return { contents, resolveDir: widgets, watchDirs: [widgets], loader: "js" };
      });
      bundler.onResolve({ filter: /^pgwidgets-ts(\/|$)/ }, ({ path }) =>
        path === API
          ? { path: `./${names.api}`, external: true }
          : {
              errors: [
                {
                  text: `A browser class imports values from "${API}" only, not from "${path}", which is for the server. For a type write \`import type\`.`,
                },
              ],
            },
      );
    },
  };
}

async function writePage({ widgets, out, base, names, shown }, result) {
  const made = Object.entries(result.metafile.outputs).map(([path, output]) => ({ path, ...output }));
  const main = made.find((output) => output.entryPoint?.endsWith(entry));
  if (main === undefined) throw new Error("The bundle lacks its script.");
  const script = basename(main.path);
  const style = main.cssBundle === undefined ? null : basename(main.cssBundle);
  const html = withOwn(await readFile(join(base, "index.html"), "utf8"), names, { script, style });

  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const theirs = (await readdir(base)).filter((name) => !/^(index\.html|page\.json)/.test(name));
  await Promise.all(theirs.map((name) => copyFile(join(base, name), join(out, name))));
  await Promise.all(
    result.outputFiles.map(({ path, contents }) => writeCompressed(join(out, basename(path)), contents)),
  );
  await writeCompressed(join(out, "index.html"), Buffer.from(html));
  const all = { ...names, own: { script, ...(style !== null && { style }) } };
  await writeCompressed(join(out, "page.json"), Buffer.from(`${JSON.stringify(all, null, 2)}\n`));
  const bytes = result.outputFiles
    .filter(({ path }) => !path.endsWith(".map"))
    .reduce((sum, { contents }) => sum + contents.length, 0);
  return { out: shown, classes: (await widgetFiles(widgets)).length, bytes };
}

/** index.html with the program's styles after ours, and its script after ours, before the page starts. */
function withOwn(html, names, { script, style }) {
  const ours = `<link rel="stylesheet" href="./${names.style}">`;
  const early = "<script>";
  const main = `<script type="module" src="./${names.script}"></script>`;
  if (![ours, early, main].every((part) => html.includes(part)))
    throw new Error("The page has another index.html than expected.");
  const styles = style === null ? "" : `\n    <link rel="stylesheet" href="./${style}">`;
  const own =
    `\n    <link rel="modulepreload" href="./${names.api}">` +
    `\n    <script type="module" src="./${script}"></script>`;
  return html
    .replace(early, "<script data-own>")
    .replace(ours, () => ours + styles)
    .replace(main, () => main + own);
}
