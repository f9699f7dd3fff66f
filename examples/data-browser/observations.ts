/**
 * A collection that is computed: the archive of an observatory with 100,000 exposures, the same ones every time.
 */
import type { Collection, Entry } from "./collection.js";

const INSTRUMENTS = [
  { name: "Camera", kinds: ["image", "image", "flat"], bytes: 33_554_432 },
  { name: "Spectrograph", kinds: ["spectrum", "arc", "spectrum"], bytes: 8_388_608 },
  { name: "Photometer", kinds: ["series"], bytes: 262_144 },
] as const;
const FIELDS = ["Lyra", "Cygnus", "Orion", "Vela", "Carina", "Draco", "Perseus", "Hydra"];
const EXPOSURES = [10, 30, 60, 120, 300, 600, 1200];
/** Two years of nights. */
const FIRST_NIGHT = Date.UTC(2023, 0, 1);
const NIGHTS = 730;
const DAY = 86_400_000;

export function observations(count = 100_000): Collection {
  const random = numbers(20_230_101);
  const entries = Array.from({ length: count }, (_, id) => observation(id, count, random));
  return {
    title: "Observations",
    columns: [
      { label: "Name", key: "name", colwidth: 150 },
      { label: "Target", key: "target", colwidth: 130 },
      { label: "Kind", key: "kind", colwidth: 100 },
      { label: "Exposure, s", key: "exposure", type: "integer", colwidth: 110 },
      { label: "Airmass", key: "airmass", type: "float", colwidth: 90 },
      { label: "Start (UTC)", key: "start", colwidth: 170 },
    ],
    entries,
    preview: (entry) => Promise.resolve(header(entry)),
  };
}

function observation(id: number, count: number, random: () => number): Entry {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const night = Math.floor((id / count) * NIGHTS);
  const start = new Date(FIRST_NIGHT + night * DAY + DAY * (0.75 + 0.45 * random()));
  const instrument = pick(INSTRUMENTS);
  const day = new Date(FIRST_NIGHT + night * DAY).toISOString();
  // Nothing stands higher than overhead: an airmass of one.
  const airmass = 1 / Math.cos(random() * 1.1);
  return {
    folder: [day.slice(0, 4), day.slice(0, 7), instrument.name],
    size: Math.round(instrument.bytes * (0.8 + 0.4 * random())),
    values: {
      id,
      name: `${instrument.name.slice(0, 3).toLowerCase()}${String(id).padStart(6, "0")}.fits`,
      target: `${pick(FIELDS)} ${1 + Math.floor(random() * 40)}`,
      kind: pick(instrument.kinds),
      exposure: pick(EXPOSURES),
      airmass: Math.round(airmass * 100) / 100,
      start: start.toISOString().slice(0, 19).replace("T", " "),
    },
  };
}

/** A header as such files have: a keyword and a value in each line. */
function header({ values, folder, size }: Entry): string {
  const cards = {
    OBJECT: `'${values.target}'`,
    IMAGETYP: `'${values.kind}'`,
    INSTRUME: `'${folder.at(-1)}'`,
    "DATE-OBS": `'${String(values.start).replace(" ", "T")}'`,
    EXPTIME: `${values.exposure}`,
    AIRMASS: `${values.airmass}`,
    FILESIZE: `${size}`,
  };
  return Object.entries(cards)
    .map(([key, value]) => `${key.padEnd(8)}= ${value}`)
    .join("\n");
}

/** Numbers from 0 to 1 that look random, the same ones for the same seed. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
