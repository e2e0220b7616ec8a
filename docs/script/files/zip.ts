/**
 * ZIP archives from outside (APPNOTE 6.3): the directory is looked through before anything is unpacked, and a part that
 * grows beyond the size it declares ends the reading.
 */
import { Inflate } from "fflate";
import { Refused } from "./findings.ts";

export const MAX_FILE = 20 * 1024 * 1024;
const MAX_UNPACKED = 64 * 1024 * 1024;
const MAX_PARTS = 500;
const MAX_RATIO = 200;
/** Small parts of repeated styles pack well; the ratio counts from here on. */
const RATIO_FROM = 1024 * 1024;
const CHUNK = 16 * 1024;

interface Entry {
  name: string;
  method: number;
  packed: number;
  size: number;
  offset: number;
}

export interface Archive {
  names: readonly string[];
  /** The bytes of a part; undefined where there is none. */
  read(name: string): Uint8Array | undefined;
}

/** Opens an archive. Throws `Refused`: too large, damaged, encrypted, a bomb, or with names that lead elsewhere. */
export function openZip(data: Uint8Array): Archive {
  if (data.length > MAX_FILE) throw new Refused("too-large", { limit: "20" });
  const entries = new Map(directory(data).map((entry) => [entry.name, entry]));
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name);
      return entry && unpacked(data, entry);
    },
  };
}

function directory(data: Uint8Array): Entry[] {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > MAX_PARTS) throw new Refused("bomb");
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let n = 0; n < count; n++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw new Refused("damaged");
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [number, number, number];
    const entry: Entry = {
      name: new TextDecoder().decode(data.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    if (view.getUint16(at + 8, true) & 1) throw new Refused("encrypted");
    if (leadsElsewhere(entry.name) || entries.some((other) => other.name.toLowerCase() === entry.name.toLowerCase()))
      throw new Refused("damaged");
    total += entry.size;
    if (total > MAX_UNPACKED || (entry.size > RATIO_FROM && entry.size > MAX_RATIO * Math.max(1, entry.packed)))
      throw new Refused("bomb");
    entries.push(entry);
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}

/** Where the record of the directory's end stands: the last 22 bytes, or before a comment. */
function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at--)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  throw new Refused("damaged");
}

function leadsElsewhere(name: string): boolean {
  return name === "" || /\\|^\/|^[A-Za-z]:|\0/.test(name) || name.split("/").includes("..");
}

function unpacked(data: Uint8Array, entry: Entry): Uint8Array {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (entry.offset + 30 > data.length || view.getUint32(entry.offset, true) !== 0x04034b50) throw new Refused("damaged");
  const from = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const packed = data.subarray(from, from + entry.packed);
  if (packed.length !== entry.packed) throw new Refused("damaged");
  if (entry.method === 0 && entry.packed === entry.size) return packed;
  if (entry.method !== 8) throw new Refused("damaged");
  const result = new Uint8Array(entry.size);
  let filled = 0;
  const inflate = new Inflate((piece) => {
    if (filled + piece.length > entry.size) throw new Refused("bomb");
    result.set(piece, filled);
    filled += piece.length;
  });
  try {
    for (let at = 0; at < packed.length || at === 0; at += CHUNK) inflate.push(packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length);
  } catch (error) {
    throw error instanceof Refused ? error : new Refused("damaged");
  }
  if (filled !== entry.size) throw new Refused("damaged");
  return result;
}
