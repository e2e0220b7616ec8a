/** What a report says of a checklist, as data: for the DOCX and for the views that print. Pure. */
import type { Checklist, Day } from "../model/checklist.ts";
import type { Guide, Named } from "../model/guide.ts";
import { placeOf } from "../model/place.ts";
import { BEFORE_FILING, addDays, blockingFiling, countsOf, items, readiness, shareDone } from "../model/progress.ts";
import type { Counts, Item, Readiness } from "../model/progress.ts";
import { chapters } from "./chapters.ts";
import type { Chapter } from "./chapters.ts";
import { measures } from "./measures.ts";
import type { Measure } from "./measures.ts";
import { sayer } from "./say.ts";

/** How far ahead "what comes next" looks. */
export const NEXT_DAYS = 90;

export interface Summary {
  name: string;
  isExample: boolean;
  /** City or province in words; empty where none was given. */
  place: string;
  today: Day;
  edition: string;
  items: readonly Item[];
  counts: Counts;
  /** 0 to 1. */
  share: number;
  phases: (Named & { items: Item[]; counts: Counts; share: number })[];
  conditions: (Readiness & { title: string })[];
  areas: string[];
  themes: string[];
  /** Requirements that do not apply. */
  leftOut: { title: string; reason: string }[];
  chapters: Chapter[];
  measures: Measure[];
  /** Those longest overdue first. */
  overdue: Item[];
  /** `must`, done, without evidence. */
  unproved: Item[];
  /** `must` and before filing, not done. */
  unfinished: Item[];
  /** What blocks filing: unfinished, and before filing those unproved. */
  blocking: Item[];
  /** Whether any step stands before filing. */
  files: boolean;
  /** Not done and not overdue, with a due day, the nearest first. */
  next: Item[];
  /** How many of `next` fall due within `NEXT_DAYS`. */
  soon: number;
  retired: NonNullable<Checklist["retired"]>;
}

/** The summary of a checklist on a day. */
export function summary(checklist: Checklist, guide: Guide, today: Day): Summary {
  const all = items(checklist, guide, today);
  const counts = countsOf(all);
  const waiting = all.filter((item) => item.status === "open" || item.status === "in-hand");
  const blocking = blockingFiling(all);
  const byDue = (a: Item, b: Item) => (a.due ?? "").localeCompare(b.due ?? "");
  const next = waiting.filter((item) => item.due !== undefined && item.due >= today).sort(byDue);
  const horizon = addDays(today, NEXT_DAYS);
  const known = new Set(guide.phases.map((phase) => phase.id));
  const phases = [...guide.phases, ...[...new Set(all.map((i) => i.phase))].filter((id) => !known.has(id)).map(named)];
  return {
    name: checklist.name,
    isExample: checklist.example === true,
    place: placeOf(checklist, guide),
    today,
    edition: checklist.edition,
    items: all,
    counts,
    share: shareDone(counts),
    phases: phases
      .map((phase) => ({ ...phase, items: all.filter((item) => item.phase === phase.id) }))
      .filter((phase) => phase.items.length)
      .map((phase) => ({ ...phase, counts: countsOf(phase.items) }))
      .map((phase) => ({ ...phase, share: shareDone(phase.counts) })),
    conditions: readiness(all, guide).map((of, n) => ({ ...of, title: guide.conditions[n]?.title ?? of.condition })),
    areas: titles(checklist.areas, guide.areas),
    themes: titles(checklist.themes, guide.areas.flatMap((area) => area.themes)),
    leftOut: Object.entries(checklist.requirements ?? {}).map(([id, of]) => ({
      title: titles([id], guide.requirements)[0]!,
      reason: of.reason,
    })),
    chapters: chapters(all, checklist, guide, sayer(guide)),
    measures: measures(checklist, guide),
    overdue: all.filter((item) => item.overdue).sort(byDue),
    unproved: all.filter((item) => item.isMust && item.status === "done" && !item.hasEvidence),
    unfinished: blocking.filter((item) => item.status !== "done"),
    blocking,
    files: all.some((item) => BEFORE_FILING.includes(item.phase)),
    next,
    soon: next.filter((item) => item.due! <= horizon).length,
    retired: checklist.retired ?? [],
  };
}

function titles(ids: readonly string[], of: readonly Named[]): string[] {
  return ids.map((id) => of.find((one) => one.id === id)?.title ?? id);
}

function named(id: string): Named {
  return { id, title: id };
}
