/** 重点工作进展 by section and requirement, and 指标完成情况. */
import type { Value } from "../model/checklist.ts";
import type { Item } from "../model/progress.ts";
import { countsOf } from "../model/progress.ts";
import type { Chapter } from "./chapters.ts";
import type { Told } from "./compose.ts";
import type { Measure } from "./measures.ts";
import type { Block } from "./outline.ts";
import { cell, centred, column, heading, numbered, paragraph, table } from "./outline.ts";
import { evidenceInWords, lines } from "./text.ts";

export function progress(told: Told): Block[] {
  const found = told.of.chapters.flatMap((chapter) => chapterOf(chapter, told));
  return found.length ? found : [paragraph(told.say("no-progress"))];
}

/** What is done or in hand, part by part; what is not begun by its title alone. */
function chapterOf(chapter: Chapter, told: Told): Block[] {
  const { say, list } = told;
  const begun = chapter.parts.filter((part) => part.items.some(isBegun) || part.note !== undefined);
  const waiting = chapter.parts.filter((part) => !begun.includes(part) && part.items.some((i) => i.status === "open"));
  if (!begun.length) return [];
  return [
    heading(2, chapter.title),
    ...begun.flatMap((part) => {
      const counts = countsOf(part.items);
      const words = { title: part.title, applies: counts.total - counts["not-applicable"], done: counts.done };
      return [
        heading(3, say("part", words)),
        ...lines(part.note).map(paragraph),
        ...part.items.filter(isBegun).map((item) => numbered(sentence(item, told))),
      ];
    }),
    ...(waiting.length
      ? [paragraph(say("not-begun", { titles: list(waiting.map((part) => part.title)) }))]
      : []),
  ];
}

function isBegun(item: Item): boolean {
  return item.status === "done" || item.status === "in-hand";
}

function sentence({ title, status, due, step }: Item, { say, day }: Told): string {
  const words = { title: title };
  if (status === "in-hand") return due === undefined ? say("item-in-hand", words) : say("item-due", { ...words, day: day(due) });
  const evidence = (step.evidence ?? []).map((piece) => evidenceInWords(piece, say("list"), day)).join(say("apart"));
  return say("item-done", words) + (evidence ? say("item-evidence", { evidence }) : say("item-no-evidence"));
}

export function indicators({ of, say }: Told): Block[] {
  if (!of.measures.length) return [paragraph(say("no-indicators"))];
  const actual = of.measures.filter((m) => m.latest);
  const met = actual.filter((m) => m.target?.met);
  return [
    paragraph(say("indicators-lead", { n: of.measures.length, actual: actual.length, met: met.length })),
    table(
      [
        column(say("indicator"), 42),
        centred(say("unit"), 14),
        column(say("baseline"), 24),
        column(say("targets"), 24),
        column(say("actual"), 26),
        column(say("change"), 26),
      ],
      of.measures.map((m) => [
        cell(m.title, lines(m.note)),
        cell(m.unit),
        valueCell(m.baseline, say("list")),
        cell(m.targets.map(({ year, value }) => say("target", { year, value }))),
        valueCell(m.latest, say("list")),
        cell(changeOf(m, say)),
      ]),
    ),
  ];
}

function valueCell(value: Value | undefined, apart: string) {
  if (!value) return cell([]);
  const from = [value.date, value.source].filter((part) => part !== undefined);
  return cell(value.value, from.length ? [from.join(apart)] : []);
}

function changeOf({ change, target }: Measure, say: Told["say"]): string[] {
  const found: string[] = [];
  if (change !== undefined)
    found.push(say("from-baseline", { change: change > 0 ? `+${change}` : String(change).replace("-", "−") }));
  if (target) found.push(target.met ? say("met", { year: target.year }) : say("gap", { year: target.year, gap: target.gap }));
  return found;
}
