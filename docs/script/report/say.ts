/** The report's words: from `huimin/workbench/words/report.yaml`, with the guide's data. */
import type { Day } from "../model/checklist.ts";
import { filled } from "../model/filled.ts";
import type { Guide } from "../model/guide.ts";

export type Say = (key: string, values?: Record<string, string | number>) => string;

/** Words of this room by key; a key that is not there shows itself. */
export function sayer(guide: Pick<Guide, "words">): Say {
  return (key, values = {}) => filled(guide.words[`report.${key}`] ?? key, values);
}

/** A day in words, months and days without leading zeros (GB/T 9704-2012). */
export function dayInWords(day: Day, say: Say): string {
  const [year = "", month = "", of = ""] = day.split("-");
  return say("day", { year, month: say("months").split(" ")[Number(month) - 1] ?? month, day: Number(of) });
}
