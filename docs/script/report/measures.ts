/** Indicators with their change against baseline and target. */
import { has } from "../model/change.ts";
import { lastOf } from "../model/lists.ts";
import type { Checklist, Value } from "../model/checklist.ts";
import type { Guide } from "../model/guide.ts";

export interface Measure {
  id: string;
  title: string;
  unit: string;
  baseline?: Value;
  /** By year, in their order. */
  targets: { year: string; value: number }[];
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
      const latest = lastOf([...(of.actual ?? [])].sort((a, b) => (a.date ?? "").localeCompare(b.date ?? "")));
      const year = latest?.date?.slice(0, 4) ?? "";
      const against = targets.find((t) => t.year >= year) ?? lastOf(targets);
      const direction = known?.direction;
      return {
        id,
        title: known?.title ?? guide.retired.find((r) => r.id === id)?.title ?? id,
        unit: known?.unit ?? "",
        targets,
        ...(of.baseline ? { baseline: of.baseline } : {}),
        ...(latest ? { latest } : {}),
        ...(latest && of.baseline ? { change: exact(latest.value - of.baseline.value) } : {}),
        ...(latest && against && (direction === "up" || direction === "down")
          ? {
              target: {
                ...against,
                met: direction === "up" ? latest.value >= against.value : latest.value <= against.value,
                gap: exact(Math.abs(against.value - latest.value)),
              },
            }
          : {}),
        ...(of.note === undefined ? {} : { note: of.note }),
      };
    });
}

/** A difference without the noise of binary fractions. */
function exact(value: number): number {
  return Number(value.toPrecision(12));
}
