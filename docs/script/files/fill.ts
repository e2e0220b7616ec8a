/**
 * Fills a blank workbook, as openpyxl made it at build, with rows. What is written is text or numbers, never a formula.
 *
 * The blank has the looks: a cell takes the style of its column. Lists to choose from, filters and conditional looks
 * that cover the first row reach as far down as the rows do.
 */
import { lastOf } from "../model/lists.ts";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { columnLetters, columnNumber, escaped, xmlText } from "./sheet-xml.ts";

/** Nothing, text, a number, or yes and no. */
export type Cell = string | number | boolean | undefined;

export interface Filling {
  /** The sheet's name in the blank workbook. */
  name: string;
  /** Where the rows go, counted from 1; what the blank has from here on gives way. */
  startRow: number;
  rows: readonly (readonly Cell[])[];
  /** Headings of columns beyond the blank's own, for the row above the first. */
  headings?: readonly string[];
}

/** Results of the blank's formulas by place, for programs that show files without counting. */
export type Results = Readonly<Record<string, number>>;

/** The most that a cell holds, in UTF-16 units: Excel's limit, which LibreOffice and WPS keep to when they save. */
export const MAX_CELL = 32_767;

/** Files are the same wherever and whenever they are saved. */
const TIME = new Date(2014, 0, 9);

/**
 * The bytes of `blank` with `sheets` filled in; sheets that are not named stay as they are. `results` are by sheet.
 *
 * Throws a RangeError where the blank has no such sheet or a text is longer than `MAX_CELL`.
 */
export function fillWorkbook(
  blank: Uint8Array,
  sheets: readonly Filling[],
  results: Readonly<Record<string, Results>> = {},
): Uint8Array {
  const parts = unzipSync(blank);
  const paths = sheetPaths(parts);
  let book = text(parts, "xl/workbook.xml");
  for (const sheet of sheets) {
    const index = paths.findIndex((one) => one.name === sheet.name);
    const path = paths[index]?.path;
    if (path === undefined) throw new RangeError(`no sheet "${sheet.name}"`);
    const last = sheet.startRow + Math.max(sheet.rows.length, 1) - 1;
    parts[path] = strToU8(filled(text(parts, path), sheet, last));
    book = withFilter(book, index, sheet.startRow, last);
  }
  for (const { name, path } of paths)
    if (results[name]) parts[path] = strToU8(withResults(text(parts, path), results[name]));
  parts["xl/workbook.xml"] = strToU8(book);
  return zipSync(parts, { level: 6, mtime: TIME });
}

/** The sheets in their order, with the parts of the archive that hold them. */
function sheetPaths(parts: Record<string, Uint8Array>): { name: string; path: string }[] {
  const targets = new Map(
    [...text(parts, "xl/_rels/workbook.xml.rels").matchAll(/<Relationship [^>]*>/g)].map(([tag]) => [
      attribute(tag, "Id"),
      attribute(tag, "Target"),
    ]),
  );
  return [...text(parts, "xl/workbook.xml").matchAll(/<sheet [^>]*>/g)].map(([tag]) => {
    const target = targets.get(attribute(tag, "r:id")) ?? "";
    return { name: xmlText(attribute(tag, "name")), path: target.startsWith("/") ? target.slice(1) : `xl/${target}` };
  });
}

function text(parts: Record<string, Uint8Array>, path: string): string {
  return strFromU8(parts[path] ?? new Uint8Array());
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
}

/** A sheet's XML with the rows in it. */
function filled(xml: string, sheet: Filling, last: number): string {
  const data = /<sheetData\s*\/>|<sheetData>([\s\S]*?)<\/sheetData>/.exec(xml);
  if (!data) throw new RangeError(`no data in "${sheet.name}"`);
  const kept = [...(data[1] ?? "").matchAll(/<row [^>]*?(?:\/>|>[\s\S]*?<\/row>)/g)]
    .map(([row]) => row)
    .filter((row) => Number(attribute(row, "r")) < sheet.startRow)
    .map((row) => (Number(attribute(row, "r")) === sheet.startRow - 1 ? withHeadings(row, sheet) : row));
  const looks = columnLooks(xml);
  const rows = sheet.rows.map((cells, number) => row(cells, sheet.startRow + number, looks));
  const before = xml.slice(0, data.index);
  const after = xml.slice(data.index + data[0].length);
  const width = Math.max(1, ...sheet.rows.map((cells) => cells.length), widthOf(kept));
  return (
    before.replace(/<dimension [^>]*>/, `<dimension ref="A1:${columnLetters(width)}${last}"/>`) +
    `<sheetData>${kept.join("")}${rows.join("")}</sheetData>` +
    after
      .replace(/<autoFilter ref="([^"]*)"/g, (_, ref: string) => `<autoFilter ref="${reaching(ref, sheet.startRow - 1, last)}"`)
      .replace(/ sqref="([^"]*)"/g, (_, ref: string) => ` sqref="${reaching(ref, sheet.startRow, last)}"`)
  );
}

/** The row of headings with those of further columns, which look like the last of the blank's own. */
function withHeadings(row: string, sheet: Filling): string {
  const last = lastOf([...row.matchAll(/<c [^>]*>/g)])?.[0] ?? "";
  const from = columnNumber(attribute(last, "r"));
  const style = attribute(last, "s");
  const cells = (sheet.headings ?? []).map((heading, at) =>
    textCell(`<c r="${columnLetters(from + at + 1)}${sheet.startRow - 1}" s="${style}"`, heading),
  );
  return row.replace(/<\/row>$/, () => `${cells.join("")}</row>`);
}

function withResults(xml: string, results: Results): string {
  return xml.replace(/(<c [^>]*>)(<f>[^<]*<\/f>)<v\s*(?:\/>|><\/v>)/g, (whole, cell: string, formula: string) => {
    const value = results[attribute(cell, "r")];
    return value === undefined ? whole : `${cell}${formula}<v>${value}</v>`;
  });
}

function widthOf(rows: readonly string[]): number {
  const cells = rows.flatMap((row) => [...row.matchAll(/<c [^>]*>/g)]);
  return Math.max(0, ...cells.map(([cell]) => columnNumber(attribute(cell, "r"))));
}

interface Look {
  style: string;
  /** In characters; 0 where the column is hidden. */
  width: number;
}

/** The look of each column, by the column's number. */
function columnLooks(xml: string): Map<number, Look> {
  const found = new Map<number, Look>();
  for (const [tag] of xml.matchAll(/<col [^>]*>/g)) {
    const width = attribute(tag, "hidden") === "1" ? 0 : Number(attribute(tag, "width"));
    const look = { style: attribute(tag, "style"), width };
    const to = Math.min(Number(attribute(tag, "max")), 1000);
    for (let column = Number(attribute(tag, "min")); column <= to; column++) found.set(column, look);
  }
  return found;
}

const LINE_HEIGHT = 15;
/** The highest that Excel makes a row. */
const MAX_HEIGHT = 405;
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u2014\u2018-\u201d\u2026]/g;

/**
 * How many lines a text takes in a column; the wide characters of Chinese count twice. Programs do not work it out when
 * they open a file.
 */
function linesOf(text: string, width: number): number {
  if (width <= 0) return 1;
  const widthOf = (line: string) => line.length + (line.match(WIDE)?.length ?? 0);
  return text.split("\n").reduce((n, line) => n + Math.max(1, Math.ceil(widthOf(line) / (width - 1))), 0);
}

function row(cells: readonly Cell[], number: number, looks: ReadonlyMap<number, Look>): string {
  const lines = cells.reduce<number>((most, value, at) => {
    return typeof value === "string" ? Math.max(most, linesOf(value, looks.get(at + 1)?.width ?? 0)) : most;
  }, 1);
  const height = lines > 1 ? ` ht="${Math.min(lines * LINE_HEIGHT, MAX_HEIGHT)}"` : "";
  const written = cells.map((value, at) => {
    if (value === undefined || value === "") return "";
    const style = looks.get(at + 1)?.style;
    const head = `<c r="${columnLetters(at + 1)}${number}"${style ? ` s="${style}"` : ""}`;
    if (typeof value === "number") return `${head}><v>${value}</v></c>`;
    if (typeof value === "boolean") return `${head} t="b"><v>${value ? 1 : 0}</v></c>`;
    if (value.length > MAX_CELL) throw new RangeError(`more than ${MAX_CELL} characters in row ${number}`);
    return textCell(head, value);
  });
  return `<row r="${number}"${height}>${written.join("")}</row>`;
}

function textCell(head: string, text: string): string {
  return `${head} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

/** Ranges, those that cover row `first` stretched to the last. */
function reaching(refs: string, first: number, last: number): string {
  return refs
    .split(" ")
    .map((ref) => {
      const [, from, top, to, bottom] = /^(\$?[A-Z]+\$?)(\d+)(?::(\$?[A-Z]+\$?)(\d+))?$/.exec(ref) ?? [];
      const end = Number(bottom ?? top);
      if (from === undefined || Number(top) > first || end < first || end >= last) return ref;
      return `${from}${top}:${to ?? from}${last}`;
    })
    .join(" ");
}

/** The name under which Excel keeps the range of a sheet's filter follows it; it begins at the headings, just above. */
function withFilter(book: string, index: number, first: number, last: number): string {
  return book.replace(/(<definedName [^>]*>)([^<]*)(<\/definedName>)/g, (whole, head: string, ref: string, tail: string) => {
    if (attribute(head, "name") !== "_xlnm._FilterDatabase" || attribute(head, "localSheetId") !== String(index)) return whole;
    const mark = ref.lastIndexOf("!") + 1;
    return head + ref.slice(0, mark) + reaching(ref.slice(mark), first - 1, last) + tail;
  });
}
