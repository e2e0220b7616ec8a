/** The results of the overview's formulas (huimin/workbench/overview.py), for programs that show files without counting. */
import type { Checklist } from "../model/checklist.ts";
import type { Guide } from "../model/guide.ts";
import { items } from "../model/progress.ts";

/** The first phase's row. */
const FIRST = 3;

/** Values by place: rows are phases and their sum, columns B to H as the formulas count them. */
export function countsByPlace(checklist: Checklist, guide: Guide): Record<string, number> {
  const steps = items(checklist, guide, "");
  const found: Record<string, number> = {};
  const all = { total: 0, open: 0, "in-hand": 0, done: 0, "not-applicable": 0, unproved: 0 };
  const put = (row: number, counts: typeof all) => {
    const applies = counts.total - counts["not-applicable"];
    const values = [counts.total, counts.open, counts["in-hand"], counts.done, counts["not-applicable"]];
    [...values, applies ? counts.done / applies : 1, counts.unproved].forEach((value, at) => {
      found[`${"BCDEFGH"[at]}${row}`] = value;
    });
  };
  guide.phases.forEach((phase, at) => {
    const counts = { ...all, total: 0, open: 0, "in-hand": 0, done: 0, "not-applicable": 0, unproved: 0 };
    for (const { step, guide: of, status, hasEvidence } of steps) {
      // What a step without a phase is taken for elsewhere does not stand in its cell.
      if ((of?.phase ?? step.own?.phase) !== phase.id) continue;
      counts.total += 1;
      counts[status] += 1;
      if (status === "done" && !hasEvidence) counts.unproved += 1;
    }
    put(FIRST + at, counts);
    for (const key of Object.keys(all) as (keyof typeof all)[]) all[key] += counts[key];
  });
  put(FIRST + guide.phases.length, all);
  return found;
}
