/**
 * Numbers in words, as the status and the details say them.
 */
const numbers = new Intl.NumberFormat("en");

/** `count(2, "row", "rows")` is "2 rows". Without words it is the number alone. */
export function count(value: number, one = "", many = one): string {
  return `${numbers.format(value)} ${value === 1 ? one : many}`.trimEnd();
}

const UNITS = ["bytes", "KB", "MB", "GB", "TB"];

/** A size as people say it, with three digits at most. */
export function bytes(size: number): string {
  const step = Math.min(UNITS.length - 1, size < 1 ? 0 : Math.floor(Math.log(size) / Math.log(1000)));
  const value = size / 1000 ** step;
  return `${value < 10 && step > 0 ? value.toFixed(1) : Math.round(value)} ${UNITS[step]}`;
}
