/** Paths and values of a checklist in words. */
import type { Path, Step } from "../model/checklist.ts";
import { useApp, useChecklist } from "./context.ts";

const FIELDS = new Set(["status", "reason", "lead", "helpers", "due", "evidence", "note"]);
const STATUSES = new Set(["open", "in-hand", "done", "not-applicable"]);

/** Says what a path leads to: a step and its field, an indicator, the checklist's name. */
export function useNames(more: readonly Step[] = []): (path: Path) => string {
  const { guide, say } = useApp();
  const checklist = useChecklist();
  const titles = new Map<string, string>();
  for (const one of [...guide.requirements, ...guide.indicators, ...guide.steps]) titles.set(one.id, one.title);
  for (const step of [...checklist.steps, ...(checklist.retired ?? []), ...more])
    if (!titles.has(step.id)) titles.set(step.id, step.own?.title ?? step.made?.title ?? step.id);
  for (const project of checklist.projects ?? []) titles.set(project.id, project.title);
  return (path) => {
    const [first, id, field] = path.map(String);
    const known = (key: string) => guide.words[key] !== undefined;
    const what =
      field === undefined
        ? ""
        : FIELDS.has(field)
          ? say(`steps.${field}`)
          : known(`indicators.${field}`)
            ? say(`indicators.${field}`)
            : field;
    const kind = known(`history.${first}`) ? say(`history.${first}`) : String(first);
    if (id === undefined) return kind;
    return [titles.get(id) ?? id, what || kind].join(" · ");
  };
}

/** A value in a few words. */
export function shownValue(value: unknown, say: (key: string) => string): string {
  if (value === undefined) return say("history.empty");
  if (typeof value === "string") return STATUSES.has(value) ? say(`steps.${value}`) : value;
  if (Array.isArray(value)) return value.map((item) => shownValue(item, say)).join(say("app.list"));
  if (typeof value === "object" && value !== null) {
    const step = value as { own?: { title: string }; made?: { title: string } };
    if (step.own ?? step.made) return (step.own ?? step.made)!.title;
    return Object.entries(value)
      .filter(([key]) => key !== "id" && key !== "changed")
      .map(([, item]) => shownValue(item, say))
      .join(" ");
  }
  return String(value);
}
