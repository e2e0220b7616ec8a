/** Indicators of a checklist: the latest value, and its change against baseline and target. */
import { lastOf } from "./lists.ts";
import type { Measured, Value } from "./checklist.ts";
import type { Guide, GuideIndicator } from "./guide.ts";

/** The indicators that fit the chosen areas, and those that hold something already. */
export function fittingIndicators(
  guide: Guide,
  areas: readonly string[],
  measured: Readonly<Record<string, Measured>> = {},
): GuideIndicator[] {
  return guide.indicators.filter(
    (one) => one.id in measured || !one.areas.length || one.areas.some((area) => areas.includes(area)),
  );
}

/** The value with the latest day; of those without one, the last. */
export function latest(measured: Measured): Value | undefined {
  return [...(measured.actual ?? [])].reduce<Value | undefined>(
    (last, value) => (!last || (value.date ?? "") >= (last.date ?? "") ? value : last),
    undefined,
  );
}

/** The target that holds for a year: that year's, else the next one's, else the last. */
export function targetFor(measured: Measured, year: string): { year: string; value: number } | undefined {
  const years = Object.keys(measured.targets ?? {}).sort();
  const next = years.find((one) => one >= year) ?? lastOf(years);
  return next === undefined ? undefined : { year: next, value: measured.targets![next]! };
}

export interface Standing {
  latest: Value;
  /** Latest less baseline. */
  change?: number;
  /** As a share of the baseline; undefined where that is 0. */
  relative?: number;
  target?: { year: string; value: number };
  /** Latest less target. */
  gap?: number;
  /** Whether the target is reached, by the indicator's direction; undefined for a range. */
  reached?: boolean;
  /** Whether it went the way it should; undefined where there is no change or it is a range. */
  better?: boolean;
}

/** How the latest value stands against baseline and target; undefined where there is none. */
export function standing(measured: Measured, direction: GuideIndicator["direction"]): Standing | undefined {
  const value = latest(measured);
  if (!value) return undefined;
  const base = measured.baseline?.value;
  const target = targetFor(measured, value.date?.slice(0, 4) ?? "");
  const sign = direction === "up" ? 1 : direction === "down" ? -1 : 0;
  const change = base === undefined ? undefined : rounded(value.value - base);
  return {
    latest: value,
    ...(change === undefined ? {} : { change }),
    ...(change === undefined || !base ? {} : { relative: change / Math.abs(base) }),
    ...(change && sign ? { better: change * sign > 0 } : {}),
    ...(target ? { target, gap: rounded(value.value - target.value) } : {}),
    ...(target && sign ? { reached: (value.value - target.value) * sign >= 0 } : {}),
  };
}

/** Without the dust of binary fractions: 0.1 + 0.2 is 0.3 to a reader. */
function rounded(value: number): number {
  return Number(value.toFixed(10));
}
