/** One office's steps alone, to be sent out; what comes back is merged. */
import { zipSync } from "fflate";
import type { Checklist } from "../model/checklist.ts";
import type { Guide } from "../model/guide.ts";
import { items } from "../model/progress.ts";
import type { Item } from "../model/progress.ts";

/** Every office that leads steps, with how many, in the order of the checklist. */
export function leadsOf(checklist: Checklist, guide: Guide): { lead: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { lead } of applying(checklist, guide)) if (lead !== "") counts.set(lead, (counts.get(lead) ?? 0) + 1);
  return [...counts].map(([lead, count]) => ({ lead, count }));
}

/** All steps but those of requirements that do not apply: nobody is to be asked about them. */
function applying(checklist: Checklist, guide: Guide): Item[] {
  return items(checklist, guide, "").filter((item) => !checklist.requirements?.[item.requirement ?? ""]);
}

/**
 * The checklist with the steps that `lead` leads and nothing else of what was filled in.
 *
 * It keeps id and revision, so that what comes back is known again, and says in `part` that it is not the whole.
 */
export function partOf(checklist: Checklist, lead: string, guide: Guide): Checklist {
  const led = new Set(applying(checklist, guide).filter((item) => item.lead === lead).map((item) => item.step.id));
  const { parts: _s, requirements: _r, projects: _p, indicators: _i, retired: _t, history: _h, ...rest } = checklist;
  return { ...rest, steps: checklist.steps.filter((step) => led.has(step.id)), part: lead };
}

/** Files are the same wherever and whenever they are saved. */
const TIME = new Date(2014, 0, 9);

/** Files in one ZIP; of names that are alike, also to systems that do not tell small letters from large, the later get numbers. */
export function inOneFile(files: readonly (readonly [name: string, data: Uint8Array])[]): Uint8Array {
  const taken = new Set<string>();
  const named = files.map(([name, data]): [string, Uint8Array] => {
    const [, plain = name, ending = ""] = /^(.*?)(\.[^.]*)?$/s.exec(name) ?? [];
    let free = name;
    for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${plain} (${n})${ending}`;
    taken.add(free.toLowerCase());
    return [free, data];
  });
  // Workbooks are packed already.
  return zipSync(Object.fromEntries(named), { level: 0, mtime: TIME });
}
