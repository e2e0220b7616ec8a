/** Repeated groups: one is added or taken out, and what names sources by number follows. */
import { numberOf, numbersIn, type Columns } from "./columns.ts";
import type { Cells, FormData } from "./data.ts";

/** The cells without the group that has the number `n`; those after it move up, and numbers of sources with them. */
export function withoutGroup(columns: Columns, cells: Cells, group: string, n: number): Cells {
  const result: Record<string, string> = {};
  for (const [id, text] of Object.entries(cells)) {
    const column = columns.byId.get(id);
    const number = column && columns.groupOf.get(id)?.id === group ? numberOf(column) : 0;
    if (number === n) continue;
    result[number > n ? id.replace(`${group}.${number}`, `${group}.${number - 1}`) : id] = text;
  }
  if (group !== "sources") return result;
  for (const column of columns.all) {
    const text = column.kind === "refs" ? result[column.id] : undefined;
    if (text === undefined) continue;
    const kept = numbersOf(text).filter((number) => number !== n);
    const moved = kept.map((number) => (number > n ? number - 1 : number)).join("、");
    if (moved) result[column.id] = moved;
    else delete result[column.id];
  }
  return result;
}

/** The numbers of sources in a cell. */
export function numbersOf(text: string): number[] {
  return (text.match(/\d+/g) ?? []).map(Number);
}

/** How many of a group are to be shown: all that are filled in, at least what has to be. */
export function shownOf(data: FormData, columns: Columns, cells: Cells, group: string, asked: number): number {
  const filled = Math.max(0, ...(numbersIn(data, columns, cells).get(group) ?? []));
  return Math.min(data.limits.most, Math.max(asked, filled));
}
