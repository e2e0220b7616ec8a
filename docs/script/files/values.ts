/** What a cell says, by the kind of its column; what cannot be read becomes a finding and is marked as unread. */
import type { Columns, Column } from "../model/columns.ts";
import type { Evidence, Value } from "../model/checklist.ts";
import { isTime, trimmed } from "../model/limits.ts";
import { dayOf, dayWritten } from "./dates.ts";
import { evidenceRead } from "./evidence.ts";
import { numberWritten, targetRead, valueRead } from "./figures.ts";
import { finding } from "./findings.ts";
import type { Code } from "./findings.ts";
import { optionOf } from "./names.ts";
import type { CellRead } from "./sheet-read.ts";
import type { Row, Table } from "./table.ts";

/** Serial numbers from 1954 to 2118, which people leave where a day lost its format. */
const SERIALS = [20_000, 80_000] as const;

/** One row of a table, its cells read as values. */
export class RowReader {
  readonly row: Row;
  readonly table: Table;
  private readonly columns: Columns;
  private readonly is1904: boolean;

  constructor(row: Row, table: Table, columns: Columns, is1904 = false) {
    this.row = row;
    this.table = table;
    this.columns = columns;
    this.is1904 = is1904;
  }

  text(id: string): string {
    return trimmed(this.row.cells.get(id)?.text ?? "");
  }

  /** The value of a column; undefined where it is empty or says nothing that can be read. */
  value(id: string): unknown {
    const cell = this.row.cells.get(id);
    const column = this.table.sheet.columns.find((one) => one.id === id);
    const text = this.text(id);
    if (!cell || !column || text === "") return undefined;
    switch (column.kind) {
      case "day":
        return this.day(column, cell);
      case "number":
        return cell.number ?? numberWritten(text) ?? this.refused(column, "number", text);
      case "time":
        return isTime(text) ? text : this.refused(column, "time", text);
      case "list":
        return this.choice(column, text);
      case "lines":
        return linesOf(text);
      case "evidence":
        return this.evidence(column, text);
      case "targets":
        return this.targets(column, text);
      case "actual":
        return this.actual(column, text);
      case "json":
        return this.json(column, text);
      default:
        return text;
    }
  }

  /** Of some fields, those that the file does not tell: their columns are gone, or a cell could not be read. */
  untold(fields: readonly string[]): string[] {
    const { headings, sheet } = this.table;
    return fields.filter((field) =>
      sheet.columns
        .filter(({ id }) => id === field || id.startsWith(`${field}.`))
        .some(({ id }) => !headings.has(id) || this.row.unread.has(id)),
    );
  }

  add(code: Code, column: string | undefined, values: Record<string, string> = {}): void {
    const heading = column === undefined ? undefined : this.table.headings.get(column);
    const at = { sheet: this.table.name, row: this.row.number, ...(heading === undefined ? {} : { column: heading }) };
    this.table.findings.push(finding(code, { ...at, values }));
  }

  private left(column: Column, value: string): void {
    this.row.partly.add(column.id);
    this.add("line", column.id, { value });
  }

  private refused(column: Column, code: Code, value: string): undefined {
    this.row.unread.add(column.id);
    this.add(code, column.id, { value });
    return undefined;
  }

  private day(column: Column, cell: CellRead): string | undefined {
    const serial = cell.number ?? numberWritten(cell.text);
    const isSerial = serial !== undefined && serial > SERIALS[0] && serial < SERIALS[1];
    return (isSerial ? dayOf(serial, this.is1904) : dayWritten(cell.text)) ?? this.refused(column, "day", cell.text);
  }

  /** The id of the choice; for phases and areas that are not known, what was written. */
  private choice(column: Column, text: string): string | undefined {
    const option = optionOf(this.columns.lists[column.list ?? ""] ?? [], text);
    if (option) return option.id;
    return column.list === "status" ? this.refused(column, "choice", text) : text;
  }

  private evidence(column: Column, text: string): Evidence[] {
    return linesOf(text).flatMap((line) => {
      const read = evidenceRead(line, this.columns);
      for (const left of read?.left ?? []) this.left(column, left);
      return read && Object.keys(read.item).length ? [read.item] : [];
    });
  }

  private targets(column: Column, text: string): Record<string, number> {
    const found: Record<string, number> = {};
    for (const line of linesOf(text)) {
      const read = targetRead(line);
      if (!read || read.year in found) this.left(column, line);
      else found[read.year] = read.value;
    }
    return found;
  }

  private actual(column: Column, text: string): Value[] {
    return linesOf(text).flatMap((line) => {
      const read = valueRead(line);
      if (!read) this.left(column, line);
      return read ? [read] : [];
    });
  }

  private json(column: Column, text: string): unknown {
    try {
      const value: unknown = JSON.parse(text);
      if (typeof value === "object" && value !== null) return value;
    } catch {
      // said below
    }
    return this.refused(column, "json", text);
  }
}

/** The lines of a cell that say something. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n?|\n/).map(trimmed).filter(Boolean);
}
