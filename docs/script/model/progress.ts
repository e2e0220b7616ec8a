/** Where a checklist stands: status, dates, counts, what blocks filing, readiness by the conditions of section six. */
import type { Checklist, Day, Status, Step } from "./checklist.ts";
import { isDay } from "./limits.ts";
import type { Guide, GuideStep } from "./guide.ts";

/** The phases that are over once the plan is filed (`BEFORE_FILING` of huimin/checklists.py). */
export const BEFORE_FILING: readonly string[] = ["prepare", "draft", "submit"];

export interface Counts {
  total: number;
  open: number;
  "in-hand": number;
  done: number;
  "not-applicable": number;
}

/** A step of a checklist with what the guide says of it, and what follows from both. */
export interface Item {
  step: Step;
  /** Absent for one's own steps and those that this edition does not have. */
  guide?: GuideStep;
  title: string;
  phase: string;
  requirement?: string;
  section?: string;
  areas: string[];
  status: Status;
  lead: string;
  helpers: string[];
  due?: Day;
  /** Whether the due day was set for this step alone. */
  ownDue: boolean;
  overdue: boolean;
  hasEvidence: boolean;
  isMust: boolean;
}

/**
 * Every step with what follows from guide and answers; `today` is a local day. Several views ask for the same: a
 * checklist never changes, so what was found of it last is kept with it.
 */
export function items(checklist: Checklist, guide: Guide, today: Day): readonly Item[] {
  const known = found.get(checklist);
  if (known && known.guide === guide && known.today === today) return known.items;
  const all = itemsOf(checklist, guide, today);
  found.set(checklist, { guide, today, items: all });
  return all;
}

const found = new WeakMap<Checklist, { guide: Guide; today: Day; items: readonly Item[] }>();

function itemsOf(checklist: Checklist, guide: Guide, today: Day): Item[] {
  const steps = new Map(guide.steps.map((step) => [step.id, step]));
  const requirements = new Map(guide.requirements.map((r) => [r.id, r]));
  const projects = new Map((checklist.projects ?? []).map((p) => [p.id, p]));
  return checklist.steps.map((step) => {
    const of = steps.get(step.id);
    const requirementId = step.own ? step.own.requirement : (of?.requirement ?? undefined);
    const requirement = requirementId === undefined ? undefined : requirements.get(requirementId);
    const area = of?.theme?.split(".")[0] ?? projects.get(step.own?.project ?? "")?.area;
    const phase = of?.phase ?? step.own?.phase ?? guide.phases[0]?.id ?? "";
    const status = statusOf(step, requirementId, checklist);
    const due = dueOf(step, of, phase, checklist);
    return {
      step,
      ...(of ? { guide: of } : {}),
      title: of?.title ?? step.own?.title ?? step.made?.title ?? step.id,
      phase,
      ...(requirementId === undefined ? {} : { requirement: requirementId }),
      ...(requirement ? { section: requirement.section } : {}),
      areas: area ? [area] : (requirement?.areas ?? []),
      status,
      lead: step.lead ?? (of ? officeOf(of.lead, checklist, guide) : ""),
      helpers: step.helpers ?? (of ? of.helpers.map((id) => officeOf(id, checklist, guide)) : []),
      ...(due === undefined ? {} : { due }),
      ownDue: step.due !== undefined,
      overdue: due !== undefined && due < today && (status === "open" || status === "in-hand"),
      hasEvidence: !!step.evidence?.length,
      isMust: of?.strength === "must",
    };
  });
}

/** What an office of the guide is called here. */
export function officeOf(id: string, checklist: Checklist, guide: Guide): string {
  return checklist.offices?.[id] ?? guide.offices[id] ?? id;
}

/** A step's status; where its requirement does not apply, neither does the step. */
export function statusOf(step: Step, requirement: string | undefined, checklist: Checklist): Status {
  if (requirement !== undefined && checklist.requirements?.[requirement]) return "not-applicable";
  return step.status ?? "open";
}

/** The day by which a step is to be done: its own, else counted from a moment whose day is known, else its phase's. */
export function dueOf(step: Step, of: GuideStep | undefined, phase: string, checklist: Checklist): Day | undefined {
  const anchor = of && checklist.anchors?.[of.anchor];
  if (step.due !== undefined && isDay(step.due)) return step.due;
  if (!anchor || !isDay(anchor)) return checklist.targets?.[phase];
  const day = addDays(anchor, of.days);
  // Nothing is due before the work begins.
  return checklist.start && day < checklist.start ? checklist.start : day;
}

/** A day some whole days later, by the calendar alone. */
export function addDays(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** A share in whole percent: 100 only where all is done, 0 only where nothing is. */
export function percent(share: number): number {
  return share >= 1 ? 100 : share <= 0 ? 0 : Math.min(99, Math.max(1, Math.round(share * 100)));
}

export function countsOf(of: readonly Pick<Item, "status">[]): Counts {
  const counts: Counts = { total: of.length, open: 0, "in-hand": 0, done: 0, "not-applicable": 0 };
  for (const item of of) counts[item.status] += 1;
  return counts;
}

/** The share done of what applies, 0 to 1; 1 where nothing applies. */
export function shareDone(counts: Counts): number {
  const applies = counts.total - counts["not-applicable"];
  return applies ? counts.done / applies : 1;
}

/**
 * What blocks filing: steps that the notice demands (`must`) before filing, apply, and are not done or have no evidence.
 */
export function blockingFiling(of: readonly Item[]): Item[] {
  return of.filter(
    (item) =>
      item.isMust &&
      BEFORE_FILING.includes(item.phase) &&
      item.status !== "not-applicable" &&
      !(item.status === "done" && item.hasEvidence),
  );
}

export interface Readiness {
  condition: string;
  /** Steps before filing of the requirements that rest on it and apply. */
  counts: Counts;
  /** Done, but without evidence. */
  unproved: number;
  /** ready: all done with evidence; begun: some are done or in hand; open: none. */
  state: "ready" | "begun" | "open" | "nothing-applies";
}

/** Readiness by each condition of section six, by the steps before filing of the requirements that rest on it. */
export function readiness(of: readonly Item[], guide: Guide): Readiness[] {
  return guide.conditions.map((condition) => {
    const own = of.filter(
      (item) =>
        item.requirement !== undefined &&
        condition.requirements.includes(item.requirement) &&
        BEFORE_FILING.includes(item.phase),
    );
    const counts = countsOf(own);
    const unproved = own.filter((item) => item.status === "done" && !item.hasEvidence).length;
    const applies = counts.total - counts["not-applicable"];
    const begun = counts.done + counts["in-hand"] > 0;
    const state = !applies
      ? "nothing-applies"
      : counts.done === applies && !unproved
        ? "ready"
        : begun
          ? "begun"
          : "open";
    return { condition: condition.id, counts, unproved, state };
  });
}
