/**
 * What the visible cells of a row cannot say: fields that this version does not know, wherever they stand.
 *
 * They go into one cell as JSON: an object with the unknown fields of the row itself, or a pair of that and of what
 * belongs to values within it. Values in lists are named by what they say, so that lines may be moved and taken away.
 */
import type { Evidence, Value } from "../model/checklist.ts";

type Plain = Record<string, unknown>;

const EVIDENCE = ["number", "link", "file", "date"];
const VALUE = ["value", "date", "source"];
const STAMP = ["at", "by"];

export interface Extras {
  own: Plain;
  within: Plain;
}

/** The cell's text; undefined where there is nothing to say. */
export function extrasCell({ own, within }: Extras): string | undefined {
  if (Object.keys(within).length) return JSON.stringify([own, within]);
  return Object.keys(own).length ? JSON.stringify(own) : undefined;
}

/** What stands in the cell; undefined where it is not what this program writes. */
export function extrasRead(text: string): Extras | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const [own, within] = Array.isArray(value) && value.length === 2 ? (value as unknown[]) : [value, {}];
  return isPlain(own) && isPlain(within) ? { own, within } : undefined;
}

/** The fields of an object that are not among `known`. */
export function others(of: object, known: readonly string[]): Plain {
  return Object.fromEntries(Object.entries(of).filter(([key]) => !known.includes(key)));
}

/** The extras of a row: its unknown fields, and those within its stamp, values and lists. */
export function extrasOf(of: Plain, known: readonly string[]): Extras {
  const within: Plain = {};
  const put = (name: string, value: Plain | undefined) => {
    if (value && Object.keys(value).length) within[name] = value;
  };
  if (isPlain(of["changed"])) put("changed", others(of["changed"], STAMP));
  if (isPlain(of["baseline"])) put("baseline", others(of["baseline"], VALUE));
  put("evidence", ofItems(of["evidence"], EVIDENCE));
  put("actual", ofItems(of["actual"], VALUE));
  if (isPlain(of["targets"])) put("targets", Object.fromEntries(Object.entries(of["targets"]).filter(([year]) => !isYear(year))));
  return { own: others(of, known), within };
}

/** A row's fields with the extras put back where they stood. */
export function withExtras(fields: Plain, { own, within }: Extras): Plain {
  const result: Plain = { ...own, ...fields };
  for (const name of ["changed", "baseline", "targets"]) {
    const more = within[name];
    if (!isPlain(more)) continue;
    // A stamp or value that someone took away takes along what belonged to it; targets of odd years stand for themselves.
    if (isPlain(result[name])) result[name] = { ...more, ...result[name] };
    else if (name === "targets") result[name] = more;
  }
  for (const [name, known] of [["evidence", EVIDENCE], ["actual", VALUE]] as const) {
    const more = within[name];
    if (isPlain(more)) result[name] = withItems(result[name], more, known);
  }
  return result;
}

export function isYear(text: string): boolean {
  return /^\d{4}$/.test(text);
}

function ofItems(items: unknown, known: readonly string[]): Plain | undefined {
  if (!Array.isArray(items)) return undefined;
  const found: Record<string, Plain[]> = {};
  const named = items.map((item: Plain) => ({ name: nameOf(item, known), more: others(item, known) }));
  for (const { name, more } of named) (found[name] ??= []).push(more);
  return Object.fromEntries(Object.entries(found).filter(([, mores]) => mores.some((more) => Object.keys(more).length)));
}

function withItems(items: unknown, more: Plain, known: readonly string[]): unknown[] {
  const left = new Map(Object.entries(more).map(([name, mores]) => [name, Array.isArray(mores) ? [...(mores as unknown[])] : []]));
  const result = (Array.isArray(items) ? (items as Plain[]) : []).map((item) => {
    const extra = left.get(nameOf(item, known))?.shift();
    return isPlain(extra) ? { ...extra, ...item } : item;
  });
  // Items of which this version knows nothing have no line; they stand at the end.
  return [...result, ...(left.get(nameOf({}, known)) ?? [])];
}

function nameOf(item: Evidence | Value | Plain, known: readonly string[]): string {
  return JSON.stringify(known.map((key) => (item as Plain)[key] ?? null));
}

function isPlain(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
