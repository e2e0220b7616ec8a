/** Headings, titles of sheets and choices as people leave them: in either language, in any width, with marks added. */
import type { Both, Column, Columns, Option, SheetColumns } from "../model/columns.ts";

/** Letters and figures alone, so that spaces, brackets, widths and stars do not matter. */
export function keyOf(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** A column that a heading names, and which part of it: 1, or more where a value goes on in further columns. */
export interface Named {
  column: Column;
  piece: number;
}

/** What the headings of a sheet mean, by their keys; a heading that goes on is told apart by its number. */
export class Headings {
  private readonly known = new Map<string, Column>();
  private readonly continued: RegExp[];

  constructor(sheet: SheetColumns, columns: Columns) {
    for (const column of sheet.columns)
      for (const name of [column.heading.zh, column.heading.en, ...(column.also ?? [])]) this.known.set(keyOf(name), column);
    this.continued = [columns.continued.zh, columns.continued.en].map((pattern) => {
      const [before = "", between = "", after = ""] = pattern.split(/\{heading\}|\{n\}/).map(keyOf);
      return new RegExp(`^${before}(.+)${between}(\\d{1,2})${after}$`, "u");
    });
  }

  named(heading: string): Named | undefined {
    const key = keyOf(heading);
    const column = key === "" ? undefined : this.known.get(key);
    if (column) return { column, piece: 1 };
    for (const pattern of this.continued) {
      const [, of, piece] = pattern.exec(key) ?? [];
      const whole = of === undefined ? undefined : this.known.get(of);
      if (whole) return { column: whole, piece: Number(piece) };
    }
    // What people add to a heading in brackets: 状态（必填）, Status (choose one).
    const bare = heading.replace(/[（(【[][^）)】\]]*[）)】\]]/g, "");
    return bare !== heading && keyOf(bare) !== "" ? this.named(bare) : undefined;
  }
}

export function sheetOf(columns: Columns, id: string): SheetColumns {
  const found = columns.sheets.find((sheet) => sheet.id === id);
  if (!found) throw new Error(`no sheet ${id}`);
  return found;
}

/** The choice that is meant, by its label in either language, its id, or what else people write. */
export function optionOf(options: readonly Option[], written: string): Option | undefined {
  const plain = written.normalize("NFKC").trim().toLowerCase();
  const key = keyOf(written);
  return options.find((option) => {
    const names = [option.zh, option.en, option.id, ...(option.also ?? [])];
    return names.some((name) => name.normalize("NFKC").toLowerCase() === plain || (key !== "" && keyOf(name) === key));
  });
}

export function labelOf(options: readonly Option[], id: string, lang: keyof Both): string {
  return options.find((option) => option.id === id)?.[lang] ?? id;
}
