/** Indicators with their change against baseline and target. */
import { has } from "../model/change.ts";
import type { Checklist, Value } from "../model/checklist.ts";
import { standing } from "../model/measure.ts";
import type { Guide } from "../model/guide.ts";

export interface Measure {
  id: string;
  title: string;
  unit: string;
  baseline?: Value;
  /** By year, in their order. */
  targets: { year: string; value: number }[];
  /** All, in the order in which they stand. */
  actual: Value[];
  /** The last by day. */
  latest?: Value;
  /** The latest less the baseline. */
  change?: number;
  /** The target that the latest is held against: of its year or the next that has one, else the last. */
  target?: { year: string; value: number; met: boolean; gap: number };
  note?: string;
}

/** Every indicator that anything was filled in for, in the guide's order, then those that the guide no longer has. */
export function measures(checklist: Checklist, guide: Guide): Measure[] {
  const filled = checklist.indicators ?? {};
  const order = [...guide.indicators.map((i) => i.id), ...Object.keys(filled)];
  return [...new Set(order)]
    .filter((id) => has(filled, id))
    .map((id) => {
      const of = filled[id]!;
      const known = guide.indicators.find((i) => i.id === id);
      const targets = Object.entries(of.targets ?? {})
        .map(([year, value]) => ({ year, value }))
        .sort((a, b) => a.year.localeCompare(b.year));
      const now = standing(of, known?.direction ?? "range");
      return {
        id,
        title: known?.title ?? guide.retired.find((r) => r.id === id)?.title ?? id,
        unit: known?.unit ?? "",
        targets,
        actual: of.actual ?? [],
        ...(of.baseline ? { baseline: of.baseline } : {}),
        ...(now ? { latest: now.latest } : {}),
        ...(now?.change === undefined ? {} : { change: now.change }),
        ...(now?.target && now.reached !== undefined
          ? { target: { ...now.target, met: now.reached, gap: Math.abs(now.gap!) } }
          : {}),
        ...(of.note === undefined ? {} : { note: of.note }),
      };
    });
}
