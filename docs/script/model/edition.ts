/**
 * A checklist under a newer edition of the guide: what became of each of its steps, and the changes that carry its
 * answers over. Nothing changes until it is confirmed, and nothing is ever dropped: what a later edition gave up or put
 * into other steps is kept, with its answers as they were, in the appendix (`retired`).
 */
import type { Change, Checklist, Evidence, NotApplicable, Stamp, Status, Step } from "./checklist.ts";
import { changeOf, inSequence, same, tidied } from "./change.ts";
import type { Guide, GuideStep, Retired } from "./guide.ts";
import { fitting, isAnswered, madeOf, taken } from "./make.ts";

export type Fate = "unchanged" | "reworded" | "replaced" | "split" | "merged" | "retired" | "new";

/** What became of one step, or came in its place. */
export interface Outcome {
  fate: Fate;
  /** The step's id, as it is in the checklist; for a new step, as it is in the guide. */
  id: string;
  /** The step as it stands in the checklist. */
  step?: Step;
  /** The guide's steps that it is now: itself, its successors, or the new step. */
  now: GuideStep[];
  /** For merged steps: all that went into the one. */
  together: string[];
  reason?: string;
  on?: string;
}

/** What a newer edition means for each step of the guide in a checklist, in its order, then the new steps. */
export function compareEdition(checklist: Checklist, guide: Guide): Outcome[] {
  const steps = new Map(guide.steps.map((step) => [step.id, step]));
  const retired = new Map(guide.retired.map((item) => [item.id, item]));
  const outcomes: Outcome[] = [];
  const into = new Map<string, string[]>();
  const kept = new Set<string>();
  for (const step of checklist.steps) {
    if (step.own) continue;
    const same = steps.get(step.id);
    kept.add(step.id);
    if (same) {
      const fate = !step.made || step.made.digest === same.digest ? "unchanged" : "reworded";
      outcomes.push({ fate, id: step.id, step, now: [same], together: [step.id] });
      continue;
    }
    const record = retired.get(step.id);
    const now = [...successors(step.id, guide, ["step"])].flatMap((id) => steps.get(id) ?? []);
    for (const to of now) into.set(to.id, [...(into.get(to.id) ?? []), step.id]);
    const fate = now.length > 1 ? "split" : now.length === 1 ? "replaced" : "retired";
    outcomes.push({
      fate,
      id: step.id,
      step,
      now,
      together: [step.id],
      ...(record ? { reason: record.reason, on: record.on } : {}),
    });
  }
  for (const outcome of outcomes) {
    const only = outcome.fate === "replaced" ? outcome.now[0] : undefined;
    const together = only ? [...(kept.has(only.id) ? [only.id] : []), ...(into.get(only.id) ?? [])] : [];
    if (together.length > 1) Object.assign(outcome, { fate: "merged", together });
  }
  for (const step of fitting(guide, { role: checklist.role, ...currentChoice(checklist, guide) }))
    if (!kept.has(step.id) && !into.has(step.id))
      outcomes.push({ fate: "new", id: step.id, now: [step], together: [] });
  return outcomes;
}

/** The ids in use that took the place of a retired one, through all that came between; none where it was given up. */
export function successors(
  id: string,
  guide: Guide,
  kinds: readonly Retired["kind"][],
  seen: ReadonlySet<string> = new Set(),
): Set<string> {
  const record = guide.retired.find((item) => item.id === id && kinds.includes(item.kind));
  if (!record || seen.has(id)) return new Set(record ? [] : [id]);
  const found = new Set<string>();
  for (const next of record.successors)
    for (const last of successors(next, guide, kinds, new Set([...seen, id]))) found.add(last);
  return found;
}

/** The chosen areas and themes by the ids that they have now. */
function currentChoice(checklist: Checklist, guide: Guide): { areas: string[]; themes: string[] } {
  const now = (ids: readonly string[], kind: Retired["kind"]) => [
    ...new Set(ids.flatMap((id) => [...successors(id, guide, [kind])])),
  ];
  return { areas: now(checklist.areas, "area"), themes: now(checklist.themes, "theme") };
}

/** Whether the guide is of a later day than the checklist's edition, or of the same day and differs. */
export function isNewEdition(checklist: Checklist, guide: Guide): boolean {
  return checklist.edition !== guide.edition && dayOf(guide.edition) >= dayOf(checklist.edition);
}

/** Whether the guide is older than the checklist, as a copy on a disc may be. */
export function isOldGuide(checklist: Checklist, guide: Guide): boolean {
  return dayOf(guide.edition) < dayOf(checklist.edition);
}

/** The day of an edition, `2026-11-24+<digest>`. */
export function dayOf(edition: string): string {
  return edition.split("+")[0]!;
}

/**
 * The changes that carry the confirmed outcomes over. The checklist belongs to the new edition once every outcome is
 * confirmed; until then it is asked about the others again.
 */
export function carriedOver(
  checklist: Checklist,
  guide: Guide,
  confirmed: readonly Outcome[],
  stamp: Stamp,
): Change[] {
  const changes: Change[] = [];
  const made = new Map<string, Step>();
  const gone: Outcome[] = [];
  for (const outcome of confirmed) {
    const now = outcome.now[0];
    if (outcome.fate === "unchanged" || outcome.fate === "reworded")
      changes.push(changeOf(checklist, ["steps", outcome.id, "made"], madeOf(now!, guide), stamp));
    else if (outcome.fate === "new") made.set(outcome.id, taken(now!, guide));
    else gone.push(outcome);
  }
  const into = new Map<GuideStep, Outcome[]>();
  for (const outcome of gone) {
    for (const now of outcome.now) into.set(now, [...(into.get(now) ?? []), outcome]);
    const on = outcome.on ?? guide.updated;
    changes.push(changeOf(checklist, ["retired", outcome.id], { ...outcome.step, on }, stamp));
    changes.push(changeOf(checklist, ["steps", outcome.id], undefined, stamp));
  }
  for (const [now, from] of into) {
    const here = checklist.steps.find((step) => step.id === now.id);
    made.set(now.id, { ...joined(now.id, here, from, stamp), made: madeOf(now, guide) });
  }
  for (const [id, step] of made) changes.push(changeOf(checklist, ["steps", id], step, stamp));
  const left = new Set(compareEdition(checklist, guide).map((outcome) => outcome.id));
  for (const outcome of confirmed) left.delete(outcome.id);
  if (!left.size) changes.push(...wholeCarriedOver(checklist, guide, stamp));
  const order = guide.steps.map((step) => step.id);
  return inSequence(checklist, changes, order).filter((change) => !same(change.from, change.to));
}

/** A successor's answers: what stands there already comes first, then all that its forerunners hold. */
function joined(id: string, here: Step | undefined, from: readonly Outcome[], stamp: Stamp): Step {
  const olds = from.map((outcome) => outcome.step!);
  const all = here ? [here, ...olds] : olds;
  let status = all.map((step) => step.status ?? "open").reduce(statusTogether);
  // What was split is not done in each of its parts by that alone.
  if (status === "done" && from.some((outcome) => outcome.fate === "split")) status = "in-hand";
  const known: Partial<Step> = {
    status: status === "open" ? undefined : status,
    reason: status === "not-applicable" ? all.find((step) => step.reason !== undefined)?.reason : undefined,
    helpers: union(all.flatMap((step) => step.helpers ?? [])),
    evidence: union<Evidence>(all.flatMap((step) => step.evidence ?? [])),
    note: all.flatMap((step) => step.note ?? []).join("\n"),
    changed: all.some(isAnswered) ? stamp : undefined,
  } as Partial<Step>;
  const result: Step = Object.assign({}, ...[...all].reverse(), { id });
  for (const field of ["made", "own", ...Object.keys(known)]) delete result[field];
  return Object.assign(result, tidied(known));
}

function statusTogether(a: Status, b: Status): Status {
  const both = [a, b].filter((status) => status !== "not-applicable");
  if (!both.length) return "not-applicable";
  if (both.every((status) => status === "done")) return "done";
  return both.every((status) => status === "open") ? "open" : "in-hand";
}

function union<T>(items: readonly T[]): T[] {
  return items.filter((item, n) => items.findIndex((other) => same(other, item)) === n);
}

/** What belongs to the checklist as a whole: choice, requirements that do not apply, indicators, one's own steps. */
function wholeCarriedOver(checklist: Checklist, guide: Guide, stamp: Stamp): Change[] {
  const { areas, themes } = currentChoice(checklist, guide);
  const own = checklist.steps.flatMap((step) => {
    const of = step.own?.requirement;
    const now = of === undefined ? [] : [...successors(of, guide, ["requirement"])];
    return now[0] === undefined || now[0] === of
      ? []
      : [changeOf(checklist, ["steps", step.id, "own", "requirement"], now[0], stamp)];
  });
  return [
    changeOf(checklist, ["edition"], guide.edition, stamp),
    changeOf(checklist, ["areas"], areas, stamp),
    changeOf(checklist, ["themes"], themes, stamp),
    ...own,
    ...movedKeys(checklist, guide, "requirements", "requirement", stamp),
    ...movedKeys(checklist, guide, "indicators", "indicator", stamp),
  ];
}

/**
 * What was said of requirements and indicators that now have another id, copied to their successors; the old words stay.
 * A requirement that others went into does not apply only where none of them did.
 */
function movedKeys(
  checklist: Checklist,
  guide: Guide,
  field: "requirements" | "indicators",
  kind: Retired["kind"],
  stamp: Stamp,
): Change[] {
  const known = new Set(guide[field].map((entry) => entry.id));
  const values: Record<string, NotApplicable | object> = checklist[field] ?? {};
  const forerunners = (next: string) =>
    guide.retired.filter((item) => item.kind === kind && successors(item.id, guide, [kind]).has(next));
  return Object.entries(values).flatMap(([id, value]) =>
    known.has(id)
      ? []
      : [...successors(id, guide, [kind])]
          .filter((next) => known.has(next) && !(next in values))
          .filter((next) => field === "indicators" || forerunners(next).every((item) => item.id in values))
          .map((next) => changeOf(checklist, [field, next], value, stamp)),
  );
}
