/** What the guide hands to the workbench: one file for each language, made at build (`huimin/workbench/data.py`). */
import type { Checklist } from "./checklist.ts";
import type { Columns } from "./columns.ts";

/** The guide's content as the workbench needs it, in one language. */
export interface Guide {
  lang: "zh" | "en";
  /** The edition, `2026-11-24+<16 hex>`. */
  edition: string;
  /** The day of the edition, by which a computer's clock that is far off is noticed. */
  updated: string;
  /** Every word that the page shows, by key. */
  words: Record<string, string>;
  phases: Named[];
  /** The moments that dates count from, with their days in the rounds that are over. */
  anchors: Named[];
  sections: Named[];
  areas: Area[];
  requirements: GuideRequirement[];
  /** Steps of requirements in the order of the notice, then the first steps of themes. */
  steps: GuideStep[];
  indicators: GuideIndicator[];
  /** The six conditions of section six. */
  conditions: Condition[];
  offices: Record<string, string>;
  cases: Record<string, { title: string; url: string }>;
  provinces: (Named & { cities: Named[] })[];
  /** What earlier editions had and this one has not, with what took its place. */
  retired: Retired[];
  personal: PersonalRules;
  /** A filled checklist of a city that does not exist, made from these steps; absent where there are none. */
  example?: Checklist;
  /** Sheets and columns of files. */
  columns: Columns;
}

export interface Named {
  id: string;
  title: string;
}

export interface Area extends Named {
  short: string;
  url: string;
  themes: (Named & { url: string })[];
}

export type Origin = "notice" | "guide";
export type Role = "city" | "province";

export interface GuideRequirement extends Named {
  url: string;
  origin: Origin;
  strength: "must" | "should" | "may";
  section: string;
  /** Clauses with the addresses of their pages. */
  clauses: { id: string; url: string }[];
  /** Focus areas for which alone it binds; none where it binds whatever is chosen. */
  areas: string[];
  indicators: string[];
  cases: string[];
}

export interface GuideStep {
  /** `requirement.step`, or `area.theme.step`. */
  id: string;
  /** Whose checklist it stands in. */
  role: Role;
  requirement?: string;
  /** `area.theme` for the first steps of themes. */
  theme?: string;
  url: string;
  origin: Origin;
  /** How strongly the notice asks for it; what the guide adds of its own is advised. */
  strength: "must" | "should" | "may" | "advised";
  phase: string;
  title: string;
  detail: string;
  /** Ids of offices. */
  lead: string;
  helpers: string[];
  output: string;
  evidence: string;
  anchor: string;
  /** Whole days from the anchor; negative: before. */
  days: number;
  /** Of the Chinese words and all that a reader acts on: SHA-256, its first 16 hex digits. */
  digest: string;
  cases: string[];
}

export interface GuideIndicator extends Named {
  url: string;
  unit: string;
  direction: "up" | "down" | "range";
  formula: string;
  /** Focus areas it serves; none: any. */
  areas: string[];
  requirements: string[];
}

export interface Condition extends Named {
  /** The clause. */
  clause: string;
  url: string;
  /** The requirements that rest on it. */
  requirements: string[];
}

export interface Retired {
  id: string;
  kind: "step" | "requirement" | "indicator" | "theme" | "area";
  title: string;
  /** The day of the edition that left it out. */
  on: string;
  reason: string;
  /** Ids that took its place; several where it was split; none where it was given up. */
  successors: string[];
}

/** Patterns of personal data and their check digits, from `huimin/check/personal.yaml`. */
export interface PersonalRules {
  kinds: PersonalKind[];
}

export interface PersonalKind {
  id: "citizen-number" | "mobile-number" | "card-number";
  /** A regular expression without look-behind that holds in both languages' engines. */
  pattern: string;
  check?: "gb-11643" | "luhn";
}
