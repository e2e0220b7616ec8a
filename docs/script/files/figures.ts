/** Numbers, targets by year and actual values as people write them in cells, one a line. */
import type { Value } from "../model/checklist.ts";
import { trimmed } from "../model/limits.ts";
import { dayWritten } from "./dates.ts";

const NUMBER = "[+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?(?:e[+-]?\\d+)?";
const ALONE = new RegExp(`^(${NUMBER})\\s*%?$`, "i");
const AT_START = new RegExp(`^(${NUMBER})\\s*%?\\s*(?:$|(?=[（(]))`, "i");

/** A number in figures of any width, with or without commas between thousands; a percent sign belongs to the unit. */
export function numberWritten(text: string): number | undefined {
  const [, figures] = ALONE.exec(plain(text)) ?? [];
  return figures === undefined ? undefined : finite(figures);
}

function plain(text: string): string {
  return text.normalize("NFKC").replace(/[−–]/g, "-").trim();
}

function finite(figures: string): number | undefined {
  const number = Number(figures.replace(/,/g, ""));
  return Number.isFinite(number) ? number : undefined;
}

export function targetLine(year: string, value: number, lang: "zh" | "en"): string {
  return `${year}${lang === "zh" ? "：" : ": "}${value}`;
}

/** A line such as `2015：60`, `2015年 60`; undefined where it says something else. */
export function targetRead(line: string): { year: string; value: number } | undefined {
  const [, year, rest] = /^(\d{4})\s*年?\s*[:=\s]\s*(.+)$/.exec(plain(line)) ?? [];
  const value = rest === undefined ? undefined : numberWritten(rest);
  return year === undefined || value === undefined ? undefined : { year, value };
}

export function valueLine(value: Value, lang: "zh" | "en"): string {
  const [colon, open, close] = lang === "zh" ? ["：", "（", "）"] : [": ", " (", ")"];
  const day = value.date === undefined ? "" : value.date + colon;
  return day + value.value + (value.source === undefined ? "" : open + value.source + close);
}

/** A line such as `2015-06-30：62.5（来源）`, where day and source may be missing; undefined where it says something else. */
export function valueRead(line: string): Value | undefined {
  const text = trimmed(line);
  const [head = "", written] = /^([^：:（(]*?)\s*[：:]/.exec(text) ?? [];
  const date = written === undefined ? undefined : dayWritten(written);
  if (written !== undefined && date === undefined) return undefined;
  const rest = trimmed(text.slice(head.length));
  // The source keeps its characters as they are; only what stands before it is made plain.
  const bracket = rest.search(/[（(]/);
  const before = plain(bracket < 0 ? rest : rest.slice(0, bracket));
  const [, figures] = AT_START.exec(before) ?? [];
  const value = figures === undefined ? undefined : finite(figures);
  const source = bracket < 0 ? "" : rest.slice(bracket + 1);
  if (value === undefined || (bracket >= 0 && !/[）)]$/.test(source))) return undefined;
  const told = trimmed(source.slice(0, -1));
  return { value, ...(date === undefined ? {} : { date }), ...(told === "" ? {} : { source: told }) };
}
