/** The template with one case filled in, as `kb case import` reads it. */
import { fillWorkbook, type Cell } from "../files/fill.ts";
import type { Columns } from "./columns.ts";
import type { Cells, Column, FormData } from "./data.ts";

/** The bytes of the template `blank` with the case in its first row; columns that it lacks are added to the right. */
export function caseSheet(blank: Uint8Array, data: FormData, columns: Columns, cells: Cells): Uint8Array {
  const { name, row, columns: own } = data.sheet;
  const added = columns.all.filter((column) => cells[column.id] && !own.includes(column.id));
  const all = [...own.map((id) => columns.byId.get(id)), ...added];
  const values = all.map((column) => (column && cells[column.id] ? written(column, cells[column.id] ?? "", data) : undefined));
  const headings = all.map((column) => column && column.heading + (isAsked(column) ? "*" : ""));
  const sheet = added.length ? { name, startRow: row, rows: [headings, values] } : { name, startRow: row + 1, rows: [values] };
  return fillWorkbook(blank, [sheet]);
}

function isAsked(column: Column): boolean {
  return column.need === "always" || (column.unit === "sources.1" && column.need === "unit");
}

function written(column: Column, text: string, data: FormData): Cell {
  if (column.kind === "number" && /^-?\d{1,15}(?:\.\d+)?$/.test(text) && text.length <= 15) return Number(text);
  if (!column.choices) return text;
  const choices = data.choices[column.choices] ?? [];
  const label = (id: string): string => {
    const found = choices.find(([one]) => one === id);
    return found ? (found[2] ?? found[1]) : id;
  };
  return text.split("\n").map(label).join("\n");
}
