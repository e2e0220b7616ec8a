/** A sheet's rows by the ids of its columns, wherever people moved, copied or added columns and headings. */
import type { Columns, SheetColumns } from "../model/columns.ts";
import { finding } from "./findings.ts";
import type { Finding } from "./findings.ts";
import { Headings, keyOf } from "./names.ts";
import type { CellRead, RowRead, SheetRead } from "./sheet-read.ts";

export interface Row {
  number: number;
  /** By the column's id; what is empty is not there. */
  cells: Map<string, CellRead>;
  /** Columns whose cell could not be read. */
  unread: Set<string>;
  /** Columns of whose cell some lines could not be read. */
  partly: Set<string>;
}

export interface Table {
  sheet: SheetColumns;
  /** The sheet's name in the file. */
  name: string;
  rows: Row[];
  /** The headings in the file of the columns that are there, by the columns' ids. */
  headings: Map<string, string>;
  findings: Finding[];
}

const AMONG_ROWS = 30;
/** So many headings make a row of headings. */
const AT_LEAST = 2;

interface Place {
  at: number;
  heading: string;
  id: string;
  piece: number;
}

/** The table in a sheet, if it has a row of headings. */
export function tableOf(read: SheetRead, sheet: SheetColumns, columns: Columns): Table | undefined {
  const headings = new Headings(sheet, columns);
  const first = headRow(read.rows, headings);
  if (!first) return undefined;
  const places: Place[] = [];
  const strange: [at: number, heading: string][] = [];
  for (const [at, cell] of [...first.cells].sort(([a], [b]) => a - b)) {
    const heading = cell.text.trim();
    const named = headings.named(heading);
    if (named) places.push({ at, heading, id: named.column.id, piece: named.piece });
    else strange.push([at, heading]);
  }
  const missing = missingIn(sheet, places);
  const findings = strange.flatMap(([at, column]) => {
    const n = read.rows.filter((row) => row.number > first.number && row.cells.has(at)).length;
    const values = { n: String(n), ...(missing ? { missing } : {}) };
    return n ? [finding(missing ? "column-or" : "column", { sheet: read.name, column, values })] : [];
  });
  const table: Table = { sheet, name: read.name, rows: [], headings: new Map(), findings };
  for (const place of places) if (!table.headings.has(place.id)) table.headings.set(place.id, place.heading);
  const joints = new Map(sheet.columns.map((column) => [column.id, column.kind === "json" ? "" : "\n"]));
  for (const row of read.rows) {
    if (row.number <= first.number || isHeadings(row, headings)) continue;
    const unread = new Set<string>();
    const cells = cellsOf(row, places, joints, table, unread);
    if (cells.size) table.rows.push({ number: row.number, cells, unread, partly: new Set() });
  }
  return table;
}

/** The headings of columns to be filled in that a sheet does not have, in its language: one may stand there by another name. */
function missingIn(sheet: SheetColumns, places: readonly Place[]): string {
  const lang = places.some((place) => /[\u4e00-\u9fff]/.test(place.heading)) ? "zh" : "en";
  const here = new Set(places.map((place) => place.id));
  return sheet.columns
    .filter((column) => column.editable && !here.has(column.id))
    .map((column) => column.heading[lang])
    .join(lang === "zh" ? "、" : ", ");
}

/** How many columns of a sheet's definition a sheet has; by it a renamed sheet is known again. */
export function likeness(read: SheetRead, sheet: SheetColumns, columns: Columns): number {
  const headings = new Headings(sheet, columns);
  const first = headRow(read.rows, headings);
  return first ? counted(first, headings) : 0;
}

function headRow(rows: readonly RowRead[], headings: Headings): RowRead | undefined {
  let best: RowRead | undefined;
  let most = AT_LEAST - 1;
  for (const row of rows.slice(0, AMONG_ROWS)) {
    const count = counted(row, headings);
    if (count > most) [best, most] = [row, count];
  }
  return best;
}

function counted(row: RowRead, headings: Headings): number {
  return new Set([...row.cells.values()].flatMap((cell) => headings.named(cell.text)?.column.id ?? [])).size;
}

/** Headings that stand again further down, as where sheets were pasted below one another. */
function isHeadings(row: RowRead, headings: Headings): boolean {
  const cells = [...row.cells.values()];
  return cells.length >= 3 && cells.filter((cell) => headings.named(cell.text)).length * 2 > cells.length;
}

function cellsOf(
  row: RowRead,
  places: readonly Place[],
  joints: ReadonlyMap<string, string>,
  table: Table,
  unread: Set<string>,
): Map<string, CellRead> {
  const pieces = new Map<string, Map<number, CellRead>>();
  for (const place of places) {
    const cell = row.cells.get(place.at);
    if (!cell || cell.text.trim() === "") continue;
    const at = { sheet: table.name, row: row.number, column: place.heading };
    const of = pieces.get(place.id) ?? new Map<number, CellRead>();
    const other = of.get(place.piece);
    if (other === undefined) of.set(place.piece, cell);
    else if (keyOf(other.text) !== keyOf(cell.text))
      table.findings.push(finding("heading-twice", { ...at, values: { taken: other.text, other: cell.text } }));
    pieces.set(place.id, of);
    if (cell.formula) table.findings.push(finding("formula", { ...at, values: { value: cell.text } }));
  }
  const cells = new Map<string, CellRead>();
  for (const [id, of] of pieces) {
    const ordered = [...of].sort(([a], [b]) => a - b).map(([, cell]) => cell);
    const [only] = ordered;
    if (ordered.some((cell) => cell.error)) {
      const at = { sheet: table.name, row: row.number, column: table.headings.get(id) ?? id };
      unread.add(id);
      table.findings.push(finding("error-cell", { ...at, values: { value: ordered.find((cell) => cell.error)!.text } }));
    } else cells.set(id, ordered.length === 1 && only ? only : { text: ordered.map((cell) => cell.text).join(joints.get(id)) });
  }
  return cells;
}
