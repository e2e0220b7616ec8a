/** One sheet of a workbook as rows of cells (ECMA-376, part 1, 18.3). */
import { Refused } from "./findings.ts";
import { dayOf } from "./dates.ts";
import type { Format } from "./dates.ts";
import { columnNumber, unescaped } from "./sheet-xml.ts";
import { attributeOf, children, elements } from "./xml.ts";

export interface CellRead {
  /** What it says; days as `YYYY-MM-DD`. */
  text: string;
  number?: number;
  /** What stands there was counted; the text is its result when it was saved. */
  formula?: true;
  /** An error such as #N/A. */
  error?: true;
}

export interface RowRead {
  number: number;
  /** By the column's number, from 1. */
  cells: Map<number, CellRead>;
}

export interface SheetRead {
  name: string;
  hidden: boolean;
  rows: RowRead[];
  /** Whether days count from 1904. */
  is1904?: boolean;
}

interface Book {
  strings: readonly string[];
  dated: readonly Format[];
  is1904: boolean;
}

export const MAX_ROWS = 20_000;
export const MAX_COLUMNS = 300;

/** The rows that hold anything. Throws `Refused` beyond the bounds, or where places make no sense. */
export function readSheet(document: Document, book: Book): Pick<SheetRead, "rows" | "is1904"> {
  const rows: RowRead[] = [];
  const data = elements(document, "sheetData")[0];
  let last = 0;
  for (const row of data ? children(data) : []) {
    const number = Number(attributeOf(row, "r") || last + 1);
    if (!Number.isSafeInteger(number) || number <= last) throw new Refused("damaged");
    last = number;
    const cells = readRow(row, book);
    if (cells.size) rows.push({ number, cells });
    if (rows.length > MAX_ROWS) throw new Refused("too-many-rows", { limit: String(MAX_ROWS) });
  }
  fillMerged(rows, elements(document, "mergeCell").map((one) => attributeOf(one, "ref")));
  return { rows, is1904: book.is1904 };
}

function readRow(row: Element, book: Book): Map<number, CellRead> {
  const cells = new Map<number, CellRead>();
  let column = 0;
  for (const cell of children(row)) {
    const ref = attributeOf(cell, "r");
    column = ref ? columnNumber(ref) : column + 1;
    if (!column) throw new Refused("damaged");
    if (column > MAX_COLUMNS) continue;
    const read = readCell(cell, book);
    if (read.text !== "" || read.formula) cells.set(column, read);
  }
  return cells;
}

function readCell(cell: Element, { strings, dated, is1904 }: Book): CellRead {
  const type = attributeOf(cell, "t") || "n";
  const parts = new Map([...children(cell)].map((one) => [one.localName, one]));
  const formula = parts.has("f") ? { formula: true as const } : {};
  const value = parts.get("v")?.textContent ?? "";
  if (type === "s") return { text: strings[Number(value)] ?? "", ...formula };
  const inline = parts.get("is");
  if (type === "inlineStr") return { text: inline ? stringOf(inline) : "", ...formula };
  if (type === "str") return { text: unescaped(value), ...formula };
  if (type === "b") return { text: value === "1" ? "TRUE" : value === "" ? "" : "FALSE", ...formula };
  if (type === "e") return { text: value, error: true, ...formula };
  if (type === "d") return { text: value.slice(0, 10), ...formula };
  const number = Number(value);
  if (value.trim() === "" || !Number.isFinite(number)) return { text: value.trim(), ...formula };
  const format = dated[Number(attributeOf(cell, "s") || 0)];
  const day = format === "date" ? dayOf(number, is1904) : undefined;
  if (day !== undefined) return { text: day, ...formula };
  // Sixty per cent is kept as 0.6 and shown as 60%.
  if (format === "percent") return { text: `${Number((number * 100).toPrecision(15))}%`, ...formula };
  return { text: String(number), number, ...formula };
}

/** The text of a string item: its runs joined, without the marks of pronunciation (`rPh`). */
export function stringOf(item: Element): string {
  let text = "";
  for (const one of children(item)) {
    if (one.localName === "t") text += one.textContent ?? "";
    else if (one.localName === "r") for (const run of children(one)) if (run.localName === "t") text += run.textContent ?? "";
  }
  return unescaped(text);
}

/** Cells merged downwards mean their value for every row. */
function fillMerged(rows: readonly RowRead[], refs: readonly string[]): void {
  const places = new Map(rows.map((row, at) => [row.number, at]));
  let steps = 0;
  for (const ref of refs) {
    const [, left, top, bottom] = /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/.exec(ref) ?? [];
    const column = columnNumber(left ?? "");
    const from = places.get(Number(top));
    const value = from === undefined ? undefined : rows[from]?.cells.get(column);
    if (from === undefined || !value) continue;
    for (let at = from + 1; at < rows.length && rows[at]!.number <= Number(bottom); at++) {
      if (!rows[at]!.cells.has(column)) rows[at]!.cells.set(column, value);
      if (++steps > 200_000) throw new Refused("bomb");
    }
  }
}
