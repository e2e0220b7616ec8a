/**
 * A filled checklist: what stands in the browser's store and in the files that are saved.
 *
 * Version 1 of the format; its JSON Schema is `api/v1/checklist.schema.json`. Fields that this version does not know are
 * kept wherever they stand. Times are ISO 8601 in UTC, days `YYYY-MM-DD`. No undefined and no empty value is kept: a field
 * that is not filled in is absent, so that two equal checklists are equal as JSON.
 */
import type { Origin, Role } from "./guide.ts";

export const FORMAT = "huimin-checklist";
export const VERSION = 1;

export interface Checklist {
  format: typeof FORMAT;
  version: number;
  /** A random id (UUID). */
  id: string;
  name: string;
  /** Marked as an example wherever it is shown and in every file. */
  example?: true;
  archived?: true;
  created: Time;
  /** The edition of the guide that the steps were taken from. */
  edition: string;
  role: Role;
  /** An id of the guide, or what was typed. */
  province?: string;
  city?: string;
  /** Focus areas and themes (`area.theme`) chosen. */
  areas: string[];
  themes: string[];
  start?: Day;
  /** Target days by phase. */
  targets?: Record<string, Day>;
  /** Days of the moments that the steps' times count from, where they are known. */
  anchors?: Record<string, Day>;
  /** What one's own offices are called, by the guide's ids: "the city's data office" is called otherwise in each city. */
  offices?: Record<string, string>;
  /** Which offices were sent their part, and whose came back, by their names. */
  parts?: Record<string, Part>;
  /** Requirements that do not apply, by id. */
  requirements?: Record<string, NotApplicable>;
  /** In the order in which they are shown: those of the guide, then one's own. */
  steps: Step[];
  /** Local speciality projects. */
  projects?: Project[];
  /** By the indicator's id. */
  indicators?: Record<string, Measured>;
  /** Steps that a later edition retired, with their answers as they were. */
  retired?: (Step & { on: Day })[];
  /** What changed last, the newest first; not part of `open(save(x)) = x` for spreadsheets. */
  history?: Change[];
  /** Grows by one with every change; orders changes where a clock is wrong. */
  revision: number;
  [unknown: string]: unknown;
}

export type Day = string;
export type Time = string;

export interface Part {
  /** When it was last saved to be sent out. */
  sent?: Time;
  /** When what came back was merged; absent while it is out. */
  returned?: Time;
}

export interface NotApplicable {
  reason: string;
  changed?: Stamp;
}

export interface Stamp {
  at: Time;
  by?: string;
}

export type Status = "open" | "in-hand" | "done" | "not-applicable";

export interface Step {
  /** Of the guide, or `own-<random>`. */
  id: string;
  /** How the guide worded it when it was taken over or last confirmed; absent for one's own. */
  made?: Made;
  /** One's own step. */
  own?: Own;
  status?: Exclude<Status, "open">;
  /** Why it does not apply. */
  reason?: string;
  /** The lead department, as typed or chosen; absent: as the guide proposes. */
  lead?: string;
  helpers?: string[];
  due?: Day;
  evidence?: Evidence[];
  note?: string;
  changed?: Stamp;
  [unknown: string]: unknown;
}

/** The words of a step in the language in which it was taken over. */
export interface Made {
  edition: string;
  digest: string;
  lang: "zh" | "en";
  origin: Origin;
  title: string;
  detail?: string;
  output: string;
  evidence: string;
}

export interface Own {
  title: string;
  phase: string;
  /** A requirement of the guide, or a project's id. */
  requirement?: string;
  project?: string;
  evidence?: string;
}

/** A piece of evidence: at least one of the fields. */
export interface Evidence {
  number?: string;
  link?: string;
  file?: string;
  date?: Day;
}

export interface Project {
  id: string;
  title: string;
  area?: string;
  note?: string;
}

export interface Measured {
  baseline?: Value;
  /** By year. */
  targets?: Record<string, number>;
  /** In the order of their days. */
  actual?: Value[];
  note?: string;
  changed?: Stamp;
  [unknown: string]: unknown;
}

export interface Value {
  value: number;
  date?: Day;
  source?: string;
}

/** One change of one field: `path` leads there; `from` and `to` are absent where nothing stood or stands. */
export interface Change {
  at: Time;
  by?: string;
  path: Path;
  from?: unknown;
  to?: unknown;
  /** Where among its like a removed or added step or project stood. */
  index?: number;
}

/** Steps, evidence and the like are named by id where they have one: `["steps", "a.b", "status"]`. */
export type Path = (string | number)[];
