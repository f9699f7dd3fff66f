/**
 * Pictures for the samples, drawn here so that the gallery needs no files and looks the same everywhere.
 */

const svg = (width: number, height: number, inside: string): string =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${inside}</svg>`,
  )}`;

/** An icon of lines, in a colour that shows on light and on dark grounds. */
const icon = (path: string): string =>
  svg(
    20,
    20,
    `<path d="${path}" fill="none" stroke="#4f8ff7" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"/>`,
  );

export const icons = {
  save: icon("M3.5 3.5h10l3 3v10h-13zM6.5 3.5v4h6v-4M6.5 16.5v-5h7v5"),
  open: icon("M2.5 16V4.5h5l2 2.5h8V16z"),
  add: icon("M10 4v12M4 10h12"),
  cut: icon("M6 4l6.5 9M14 4l-6.5 9M6 15.5a2 2 0 1 0 .01 0M14 15.5a2 2 0 1 0 .01 0"),
  flag: icon("M5 17V3.5M5 4h9l-2 3 2 3H5"),
} as const;

/** A landscape: something to look at. */
export const landscape = svg(
  320,
  180,
  '<defs><linearGradient id="s" x2="0" y2="1"><stop stop-color="#1e3a8a"/><stop offset=".6" stop-color="#f59e0b"/>' +
    '<stop offset="1" stop-color="#fde68a"/></linearGradient></defs><rect width="320" height="180" fill="url(#s)"/>' +
    '<circle cx="226" cy="104" r="24" fill="#fff7ed"/><path d="M0 128l58-44 44 32 52-58 66 72 40-28 60 42v36H0z" fill="#334155"/>' +
    '<path d="M0 152l76-30 62 26 80-34 102 42v24H0z" fill="#1e293b"/>',
);

/** A tile for drawings. */
export const tile = svg(
  48,
  48,
  '<rect width="48" height="48" rx="10" fill="#2563eb"/><path d="M14 25l7 7 14-16" fill="none" stroke="#fff" stroke-width="4"/>',
);
