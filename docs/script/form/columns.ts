/** The columns of a form, with the numbers of repeated groups put in; `huimin/intake/columns.py` in short. */
import type { Cells, Column, FormData, Group } from "./data.ts";

export type Path = readonly (string | number)[];

export interface Columns {
  all: readonly Column[];
  byId: ReadonlyMap<string, Column>;
  groupOf: ReadonlyMap<string, Group>;
}

/** Every column that may be filled in, up to the most that a group may stand. */
export function columnsOf(data: FormData): Columns {
  const all: Column[] = [];
  const groupOf = new Map<string, Group>();
  for (const group of data.groups) {
    for (let n = 1; n <= (group.repeat ? data.limits.most : 1); n++) {
      for (const column of numbered(group, n)) {
        all.push(column);
        groupOf.set(column.id, group);
      }
    }
  }
  return { all, byId: new Map(all.map((column) => [column.id, column])), groupOf };
}

/** The data with the steps among the choices: each behind its requirement, as the template lists them. */
export function withSteps(data: FormData): FormData {
  const between = data.lang === "zh" ? "：" : ": ";
  const titles = new Map(data.choices.requirement?.map(([id, label]) => [id, label]));
  const step = [...titles].flatMap(([requirement, title]) =>
    (data.steps[requirement] ?? []).map(([id, label]): [string, string] => [`${requirement}.${id}`, title + between + label]),
  );
  return { ...data, choices: { ...data.choices, step } };
}

/** The columns of a group with the number `n`. */
export function numbered(group: Group, n: number): Column[] {
  const put = (text: string): string => text.replace("{n}", String(n));
  return group.columns.map((column) => ({
    ...column,
    id: put(column.id),
    unit: put(column.unit),
    heading: put(column.heading),
    unitTitle: put(column.unitTitle),
  }));
}

/** The id of the column with the same text in the other language. */
export function twinOf(id: string): string {
  return id.endsWith(".zh") ? `${id.slice(0, -2)}en` : id.endsWith(".en") ? `${id.slice(0, -2)}zh` : "";
}

/** The number of a column's repeated group, or 0. */
export function numberOf(column: Column): number {
  return Number(/\.(\d+)$/.exec(column.unit)?.[1] ?? 0);
}

/** For each repeated group the numbers under which anything is filled in, or as many as there must be. */
export function numbersIn(data: FormData, columns: Columns, cells: Cells): Map<string, number[]> {
  const found = new Map(data.groups.filter((group) => group.repeat).map((group) => [group.id, new Set<number>()]));
  for (const id of Object.keys(cells)) {
    const column = columns.byId.get(id);
    const group = columns.groupOf.get(id);
    if (column && group?.repeat && cells[id]) found.get(group.id)?.add(numberOf(column));
  }
  return new Map(
    data.groups
      .filter((group) => group.repeat)
      .map((group) => {
        const numbers = [...(found.get(group.id) ?? [])].sort((a, b) => a - b);
        return [group.id, numbers.length ? numbers : Array.from({ length: group.least }, (_, at) => at + 1)];
      }),
  );
}

/** The columns that hold what stands at a path of a case: one, or those below. */
export function columnsAt(path: Path, columns: Columns, numbers: ReadonlyMap<string, number[]>): Column[] {
  const parts: string[] = [];
  for (const part of path) {
    if (typeof part === "string") parts.push(part);
    else {
      const number = numbers.get(parts.join("."))?.[part];
      if (number !== undefined) parts.push(String(number));
    }
  }
  for (; parts.length; parts.pop()) {
    const wanted = parts.join(".");
    const exact = columns.byId.get(wanted);
    if (exact) return [exact];
    const below = columns.all.filter((column) => column.id.startsWith(`${wanted}.`));
    if (below.length) return below;
  }
  return [];
}
