/**
 * How scripts for the page are bundled: our own, and those of programs that are added to them.
 */
import { browsers } from "./compress.mjs";

/** Options of esbuild. Nothing is written: what is made goes into files with their compressed forms. */
export const bundling = {
  entryNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  bundle: true,
  format: "esm",
  platform: "browser",
  target: browsers,
  minify: true,
  sourcemap: "linked",
  metafile: true,
  write: false,
  legalComments: "none",
  logLevel: "warning",
};
