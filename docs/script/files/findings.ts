/** What is to be said of a file: refusals, and what was read otherwise than it stands. Words are `files.<code>`. */
import { filled } from "../model/filled.ts";

export type Code =
  | "too-large"
  | "wrong-kind"
  | "damaged"
  | "encrypted"
  | "old-xls"
  | "bomb"
  | "macros"
  | "external"
  | "unsafe-xml"
  | "encoding"
  | "deep"
  | "not-ours"
  | "newer"
  | "role"
  | "no-headings"
  | "too-many-rows"
  | "formula"
  | "error-cell"
  | "choice"
  | "day"
  | "time"
  | "number"
  | "line"
  | "json"
  | "text"
  | "value"
  | "too-many"
  | "unknown-step"
  | "unknown-row"
  | "ambiguous"
  | "twice"
  | "twice-same"
  | "twice-item"
  | "copied"
  | "no-title"
  | "no-reason"
  | "column"
  | "column-or"
  | "phase"
  | "heading-twice"
  | "sheet"
  | "by-title"
  | "no-ids"
  | "own"
  | "title-changed"
  | "edition";

export interface Finding {
  code: Code;
  /** refused: nothing was taken; warning: something was not; note: all was taken, but look. */
  level: "refused" | "warning" | "note";
  sheet?: string;
  row?: number;
  /** The column's heading as it stands in the file. */
  column?: string;
  values?: Record<string, string>;
}

const NOTES: ReadonlySet<Code> = new Set([
  ...(["unknown-step", "column", "sheet", "by-title", "no-ids", "own", "copied", "phase"] as const),
  ...(["twice-same", "title-changed", "formula", "edition"] as const),
]);

/** Ends the reading of a file. */
export class Refused extends Error {
  readonly finding: Finding;
  constructor(code: Code, values?: Record<string, string>) {
    super(code);
    this.finding = { code, level: "refused", ...(values ? { values } : {}) };
  }
}

/** A finding at a place, of the level that its code has. */
export function finding(code: Code, at: Partial<Pick<Finding, "sheet" | "row" | "column" | "values">> = {}): Finding {
  return { code, level: NOTES.has(code) ? "note" : "warning", ...at };
}

/** What people read: where it is, and what. */
export function inWords(one: Finding, words: Record<string, string>): string {
  const fill = (key: string, values: Record<string, string>) => filled(words[key] ?? key, values);
  const places = [
    one.sheet === undefined ? "" : fill("files.place-sheet", { sheet: one.sheet }),
    one.row === undefined ? "" : fill("files.place-row", { row: String(one.row) }),
    one.column === undefined ? "" : fill("files.place-column", { column: one.column }),
  ].filter(Boolean);
  const said = fill(`files.${one.code}`, shortened(one.values ?? {}));
  return places.length ? fill("files.at", { place: places.join(words["files.place-and"] ?? ", "), said }) : said;
}

function shortened(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value.length > 80 ? `${[...value].slice(0, 80).join("")}…` : value]),
  );
}
