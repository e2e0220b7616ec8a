/** Days as spreadsheets keep them (ECMA-376, part 1, 18.17.4), and as people write them. */
import { isDay } from "../model/limits.ts";
import { attributeOf, children, elements } from "./xml.ts";

/** Which number formats show a date (18.8.30; 27 to 36 and 50 to 58 are those of East Asia). */
const BUILT_IN = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);
const PERCENT = new Set([9, 10]);
const DAY_MS = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

export type Format = "date" | "percent" | undefined;

/** For each cell format of a workbook, by its place, what numbers in it are. */
export function dateFormats(styles: Document | undefined): Format[] {
  if (!styles) return [];
  const codes = new Map(elements(styles, "numFmt").map((one) => [Number(attributeOf(one, "numFmtId")), attributeOf(one, "formatCode")]));
  const formats = elements(styles, "cellXfs")[0];
  return formats ? [...children(formats)].map((xf) => formatOf(Number(attributeOf(xf, "numFmtId")), codes)) : [];
}

function formatOf(id: number, codes: ReadonlyMap<number, string>): Format {
  const code = codes.get(id);
  if (code === undefined) return BUILT_IN.has(id) ? "date" : PERCENT.has(id) ? "percent" : undefined;
  // What stands in quotes and brackets is no part of the pattern, save elapsed time; a month without a day or year is time.
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, "").toLowerCase();
  if (/[yd]|年|日/.test(bare) && !/general/.test(bare)) return "date";
  return bare.includes("%") ? "percent" : undefined;
}

/** The day of a serial number; undefined beyond the calendar that files may hold. */
export function dayOf(serial: number, is1904: boolean): string | undefined {
  // Excel of 1900 counts a 29 February 1900 that never was; days before it are of no use here.
  const date = new Date((is1904 ? EPOCH_1904 : EPOCH_1900) + Math.floor(serial) * DAY_MS);
  if (Number.isNaN(date.getTime())) return undefined;
  const day = date.toISOString().slice(0, 10);
  return isDay(day) ? day : undefined;
}

const WRITTEN = [
  /^(\d{4})\s*[-/.．。年]\s*(\d{1,2})\s*[-/.．。月]\s*(\d{1,2})\s*[日号]?(?:[\sT]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];

/** A day as people write it: 2015-6-3, 2015/06/03, 2015.6.3, 2015年6月3日, 20150603, in figures of any width. */
export function dayWritten(text: string): string | undefined {
  const plain = text.normalize("NFKC").trim();
  for (const pattern of WRITTEN) {
    const [, year, month, day] = pattern.exec(plain) ?? [];
    const iso = year && month && day && `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    if (iso && isDay(iso)) return iso;
  }
  return undefined;
}
