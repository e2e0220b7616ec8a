/** Rows as they stand in a sheet: cells in the order of its columns, none longer than a cell may be. */
import type { Both, Columns, SheetId } from "../model/columns.ts";
import { MAX_CELL } from "./fill.ts";
import type { Cell } from "./fill.ts";
import { sheetOf } from "./names.ts";

/** A row: cells by the ids of their columns. */
export type Fields = Record<string, Cell>;

/** As much as a cell holds; some programs count otherwise, so a little less than the most. */
const PIECE = MAX_CELL - 767;

/** Rows in the order of a sheet's columns; a text that no cell holds goes on in columns at the end. */
export function laidOut(
  sheet: SheetId,
  rows: readonly Fields[],
  columns: Columns,
  lang: keyof Both,
): { headings: string[]; rows: Cell[][] } {
  const of = sheetOf(columns, sheet).columns;
  const further = of.flatMap((column) => {
    const most = rows.reduce((n, row) => Math.max(n, pieces(row[column.id], column.kind === "json").length), 1);
    return Array.from({ length: most - 1 }, (_, at) => ({ column, piece: at + 1 }));
  });
  const headings = further.map(({ column, piece }) =>
    columns.continued[lang].replace("{heading}", () => column.heading[lang]).replace("{n}", String(piece + 1)),
  );
  const split = rows.map((row) => [
    ...of.map((column) => pieces(row[column.id], column.kind === "json")[0]),
    ...further.map(({ column, piece }) => pieces(row[column.id], column.kind === "json")[piece]),
  ]);
  return { headings, rows: split };
}

/** A text in pieces that cells hold: anywhere in JSON, else between lines. */
export function pieces(cell: Cell, anywhere: boolean): Cell[] {
  if (typeof cell !== "string" || cell.length <= PIECE) return [cell];
  const found: string[] = [];
  for (let from = 0; from < cell.length; ) {
    let to = Math.min(from + PIECE, cell.length);
    if (to < cell.length && !anywhere) to = cell.lastIndexOf("\n", to) > from ? cell.lastIndexOf("\n", to) : to;
    else if (to < cell.length && /[\uD800-\uDBFF]/.test(cell[to - 1]!)) to -= 1;
    found.push(cell.slice(from, to));
    from = anywhere || cell[to] !== "\n" ? to : to + 1;
  }
  return found;
}
