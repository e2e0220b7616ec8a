/** The report of a checklist in words: what stands where, in the order in which an office tells it. */
import type { Checklist, Day } from "../model/checklist.ts";
import type { Guide } from "../model/guide.ts";
import { annex, retiredAnnex } from "./annex.ts";
import type { Outline } from "./outline.ts";
import { heading } from "./outline.ts";
import { next, problems } from "./ahead.ts";
import { overall } from "./overall.ts";
import { indicators, progress } from "./progress.ts";
import type { Say } from "./say.ts";
import { dayInWords, sayer } from "./say.ts";
import type { Summary } from "./summary.ts";
import { summary } from "./summary.ts";

/** What the report's rooms share. */
export interface Told {
  of: Summary;
  say: Say;
  lang: Guide["lang"];
  day(day: Day): string;
  list(texts: readonly string[]): string;
  /** Whether the report has annexes. */
  hasAnnex: boolean;
}

export function compose(checklist: Checklist, guide: Guide, today: Day, hasAnnex = true): Outline {
  const say = sayer(guide);
  const of = summary(checklist, guide, today);
  const told: Told = {
    of,
    say,
    lang: guide.lang,
    day: (day) => dayInWords(day, say),
    list: (texts) => texts.join(say("list")),
    hasAnnex,
  };
  const tables = hasAnnex ? [{ title: say("annex-list"), table: annex(told) }] : [];
  if (hasAnnex && of.retired.length) tables.push({ title: say("annex-retired"), table: retiredAnnex(told) });
  const isOne = tables.length === 1;
  return {
    title: say(of.place ? "title" : "title-no-place", { place: of.place }).split("|"),
    ...(of.isExample ? { mark: say("sample") } : {}),
    body: [
      heading(1, say("overall")),
      ...overall(told),
      heading(1, say("progress")),
      ...progress(told),
      heading(1, say("indicators")),
      ...indicators(told),
      heading(1, say("problems")),
      ...problems(told),
      heading(1, say("next")),
      ...next(told),
    ],
    closing: say("closing"),
    annexes: isOne
      ? [say("annexes", { title: tables[0]!.title })]
      : tables.map(({ title }, n) => say(n ? "annexes-more" : "annexes", { title: `${n + 1}.${title}` })),
    signed: say("signed"),
    day: told.day(today),
    annex: tables.map((one, n) => ({ ...one, label: say("annex", { n: isOne ? "" : n + 1 }).trim() })),
    below: say("below", { guide: say("guide"), edition: of.edition }),
    warning: guide.columns.warning[guide.lang],
  };
}
