/** What the form is made of, in one language: written at build by `huimin/intake/form.py`. */
import type { PersonalRules } from "../model/guide.ts";

export interface FormData {
  lang: "zh" | "en";
  edition: string;
  groups: Group[];
  /** The steps of each requirement: id within it, and title. */
  steps: Record<string, [string, string][]>;
  /** Id, label, and what stands in a spreadsheet where the label would not lead back to the id. */
  choices: Record<string, [string, string, string?][]>;
  /** The clauses that each requirement rests on. */
  clauses: Record<string, string[]>;
  provinces: Record<string, string>;
  /** The province of each city. */
  homes: Record<string, string>;
  findings: Record<string, Sentence>;
  rules: Record<string, Sentence>;
  /** Expressions and their flags. */
  patterns: Record<Pattern, [string, string]>;
  ongoing: string[];
  serials: [number, number];
  limits: { line: number; cell: number; id: number; most: number };
  /** Latin words that may stand in Chinese text. */
  latin: string[];
  personal: PersonalRules;
  personalWords: Record<string, string>;
  yaml: { head: string; fields: string[]; within: string[]; inline: string[] };
  sheet: { name: string; row: number; columns: string[] };
  words: Record<string, string>;
  /** Where a file may be added and an issue opened; null where that is not known. */
  repository: { new: string; issue: string } | null;
}

export interface Group {
  id: string;
  title: string;
  /** Whether it may stand several times; `{n}` in ids and headings is then its number. */
  repeat: boolean;
  least: number;
  columns: Column[];
}

export interface Column {
  /** The way to the value in a case; numbers of groups count from 1. */
  id: string;
  unit: string;
  heading: string;
  /** The heading within its unit. */
  label: string;
  unitTitle: string;
  explain: string;
  /** What the form says in its place, where that speaks of cells. */
  hint?: string;
  kind: Kind;
  need: "always" | "unit" | "twin" | "basis" | "no";
  choices?: string;
}

export type Kind =
  | "id" | "line" | "prose" | "lines" | "names" | "choice" | "choices" | "year" | "when" | "number" | "refs" | "url" | "word";

export type Pattern =
  | "date" | "dateRun" | "time" | "year" | "number" | "thousands" | "listMark" | "wide" | "refs" | "refDress"
  | "unsafe" | "id" | "link" | "internal" | "html" | "image" | "mark"
  | "latin" | "han" | "half" | "full" | "spaced" | "linkTarget" | "markup" | "markdown";

export interface Sentence {
  message: string;
  help: string;
  /** The help where something like what was written is known. */
  near?: string;
  severity?: "error" | "warning" | "note";
}

/** What is filled in, by the columns' ids; empty cells are absent. */
export type Cells = Readonly<Record<string, string>>;

/** One thing to mend, or to know, in a cell. */
export interface Finding {
  /** Of `findings.yaml`, or of a rule (`KB305`). */
  code: string;
  column: string;
  severity: "error" | "note";
  message: string;
  help: string;
}
