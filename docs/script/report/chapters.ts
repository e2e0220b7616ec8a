/** A checklist's steps by section and requirement, then by theme, project, and what belongs to neither. */
import type { Checklist } from "../model/checklist.ts";
import type { Guide } from "../model/guide.ts";
import type { Item } from "../model/progress.ts";
import type { Say } from "./say.ts";

export interface Part {
  id: string;
  title: string;
  note?: string;
  items: Item[];
}

export interface Chapter {
  id: string;
  title: string;
  parts: Part[];
}

/** Chapters and parts in the guide's order; those without steps are left out, save one's own projects. */
export function chapters(items: readonly Item[], checklist: Checklist, guide: Guide, say: Say): Chapter[] {
  const parts = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item, checklist, guide);
    const of = parts.get(key);
    if (of) of.push(item);
    else parts.set(key, [item]);
  }
  const part = (prefix: string) => (of: { id: string; title: string }): Part => ({
    id: of.id,
    title: of.title,
    items: parts.get(`${prefix}:${of.id}`) ?? [],
  });
  const sections = guide.sections.map((section) => ({
    ...section,
    parts: guide.requirements.filter((r) => r.section === section.id).map(part("requirement")),
  }));
  const areas = guide.areas.map((area) => ({
    id: area.id,
    title: say("first-steps", { area: area.title }),
    parts: area.themes.map(part("theme")),
  }));
  const projects = (checklist.projects ?? []).map((project) => ({
    ...part("project")(project),
    ...(project.note === undefined ? {} : { note: project.note }),
  }));
  const found = [...sections, ...areas]
    .map((chapter) => ({ ...chapter, parts: chapter.parts.filter((p) => p.items.length) }))
    .filter((chapter) => chapter.parts.length);
  if (projects.length) found.push({ id: "projects", title: say("projects"), parts: projects });
  for (const key of ["own", "others"]) {
    const rest = parts.get(key);
    if (rest) found.push({ id: key, title: say(key), parts: [{ id: key, title: say(key), items: rest }] });
  }
  return found;
}

function keyOf({ step, requirement, guide: of }: Item, checklist: Checklist, guide: Guide): string {
  if (requirement !== undefined && guide.requirements.some((r) => r.id === requirement)) return `requirement:${requirement}`;
  if (of?.theme !== undefined) return `theme:${of.theme}`;
  if (step.own?.project !== undefined && checklist.projects?.some((p) => p.id === step.own?.project))
    return `project:${step.own.project}`;
  return step.own ? "own" : "others";
}
