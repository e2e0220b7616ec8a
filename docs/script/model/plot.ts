/** Where baseline, targets and actual values stand in a small chart; drawing it is the view's. */
import type { Measured } from "./checklist.ts";

export interface Point {
  x: number;
  y: number;
  value: number;
  /** The day or the year. */
  when: string;
}

export interface Plot {
  baseline?: Point;
  actual: Point[];
  targets: Point[];
  years: { x: number; year: string }[];
}

/** Lays the values of an indicator out in a box; undefined where there are fewer than two days to show. */
export function plotOf(measured: Measured, width: number, height: number): Plot | undefined {
  const dated = (value: { value: number; date?: string } | undefined) =>
    value?.date === undefined ? [] : [{ value: value.value, when: value.date, at: Date.parse(value.date) }];
  const baseline = dated(measured.baseline);
  const actual = (measured.actual ?? []).flatMap(dated).sort((a, b) => a.at - b.at);
  // A target of a year is due at its end.
  const targets = Object.entries(measured.targets ?? {})
    .sort()
    .map(([year, value]) => ({ value, when: year, at: Date.parse(`${year}-12-31`) }))
    .filter((target) => !Number.isNaN(target.at));
  const all = [...baseline, ...actual, ...targets];
  const times = all.map((one) => one.at);
  const values = all.map((one) => one.value);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  if (all.length < 2 || first === last) return undefined;
  // The axis begins at zero where no value is below it, so that lengths do not mislead.
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const x = (at: number) => ((at - first) / (last - first)) * width;
  const y = (value: number) => height - ((value - low) / (high - low || 1)) * height;
  const point = ({ value, when, at }: { value: number; when: string; at: number }): Point => ({
    x: x(at),
    y: y(value),
    value,
    when,
  });
  const years: Plot["years"] = [];
  for (let year = new Date(first).getUTCFullYear(); year <= new Date(last).getUTCFullYear(); year++) {
    const at = Date.parse(`${year}-01-01`);
    if (at >= first) years.push({ x: x(at), year: String(year) });
  }
  const base = baseline[0];
  return {
    ...(base ? { baseline: point(base) } : {}),
    actual: actual.map(point),
    targets: targets.map(point),
    years: years.length > 8 ? years.filter((_, n) => n % Math.ceil(years.length / 8) === 0) : years,
  };
}
