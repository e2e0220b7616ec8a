/** The sheets and columns of files, as `huimin/workbench/columns.yaml` defines them; in both languages, for a file may be in either. */

export interface Both {
  zh: string;
  en: string;
}

/** One choice of a list; `also` has what else people write for it. */
export interface Option extends Both {
  id: string;
  also?: string[];
}

export type Kind =
  | "id"
  | "json"
  | "shown"
  | "title"
  | "list"
  | "line"
  | "lines"
  | "day"
  | "evidence"
  | "note"
  | "time"
  | "number"
  | "targets"
  | "actual"
  | "map"
  | "flag";

export interface Column {
  /** A field of the format; `changed.at` is a field within a field. */
  id: string;
  kind: Kind;
  heading: Both;
  also?: string[];
  editable?: true;
  list?: string;
}

export interface SheetColumns {
  id: SheetId;
  title: Both;
  /** Other names by which the sheet is known. */
  also?: string[];
  columns: Column[];
}

export type SheetId = "steps" | "requirements" | "projects" | "indicators" | "retired" | "checklist";

export interface Columns {
  sheets: SheetColumns[];
  lists: Record<string, Option[]>;
  /** The rows of the sheet about the checklist. */
  about: { id: string; kind: Kind; list?: string; title: Both; also?: string[] }[];
  /** Titles of sheets that are shown and never read. */
  views: Record<"overview" | "explain" | "lists", Both>;
  /** Labels of the parts of evidence. */
  evidence: Option[];
  /** The heading under which a value that no cell holds goes on. */
  continued: Both;
  warning: Both;
}
