/** A checklist from the guide: the steps that fit role, focus areas and themes. */
import { FORMAT, VERSION } from "./checklist.ts";
import type { Change, Checklist, Made, Stamp, Step } from "./checklist.ts";
import { changeOf, inSequence } from "./change.ts";
import type { Guide, GuideStep } from "./guide.ts";

/** What is chosen at the start, and may be changed later. */
export type Choice = Pick<
  Checklist,
  "name" | "role" | "province" | "city" | "areas" | "themes" | "start" | "targets" | "anchors"
>;

/** A new checklist. `id` is random, `at` the time. */
export function makeChecklist(guide: Guide, choice: Choice, id: string, at: string): Checklist {
  return {
    format: FORMAT,
    version: VERSION,
    id,
    created: at,
    edition: guide.edition,
    ...choice,
    steps: fitting(guide, choice).map((step) => taken(step, guide)),
    revision: 0,
  };
}

/** The guide's steps that belong into a checklist of this role, these focus areas and themes. */
export function fitting(guide: Guide, choice: Pick<Choice, "role" | "areas" | "themes">): GuideStep[] {
  const requirements = new Map(guide.requirements.map((r) => [r.id, r]));
  return guide.steps.filter((step) => {
    if (step.role !== choice.role) return false;
    if (step.theme !== undefined) return choice.themes.includes(step.theme);
    const areas = requirements.get(step.requirement ?? "")?.areas ?? [];
    return !areas.length || areas.some((area) => choice.areas.includes(area));
  });
}

/** A step as it stands in a checklist, with the guide's words of the day. */
export function taken(step: GuideStep, guide: Guide): Step {
  return { id: step.id, made: madeOf(step, guide) };
}

/** The words of a step, kept so that a later edition can show what changed. */
export function madeOf(step: GuideStep, guide: Guide): Made {
  return {
    edition: guide.edition,
    digest: step.digest,
    lang: guide.lang,
    origin: step.origin,
    title: step.title,
    ...(step.detail ? { detail: step.detail } : {}),
    output: step.output,
    evidence: step.evidence,
  };
}

/**
 * The changes by which another choice of areas and themes comes into force: steps that now fit are added, those that no
 * longer do are taken out, save those that hold an answer.
 */
export function rechosen(guide: Guide, checklist: Checklist, areas: string[], themes: string[], stamp: Stamp): Change[] {
  const wanted = fitting(guide, { role: checklist.role, areas, themes });
  const ids = new Set(wanted.map((step) => step.id));
  const present = new Set(checklist.steps.map((step) => step.id));
  const known = new Set(guide.steps.map((step) => step.id));
  const changes = [
    changeOf(checklist, ["areas"], areas, stamp),
    changeOf(checklist, ["themes"], themes, stamp),
  ];
  for (const step of checklist.steps)
    if (!step.own && known.has(step.id) && !ids.has(step.id) && !isAnswered(step))
      changes.push(changeOf(checklist, ["steps", step.id], undefined, stamp));
  for (const step of wanted)
    if (!present.has(step.id)) changes.push(changeOf(checklist, ["steps", step.id], taken(step, guide), stamp));
  return inSequence(checklist, changes, guide.steps.map((step) => step.id));
}

const NOT_ANSWERS = new Set(["id", "made"]);

/** Whether anything was filled in. */
export function isAnswered(step: Step): boolean {
  return Object.keys(step).some((key) => !NOT_ANSWERS.has(key));
}
