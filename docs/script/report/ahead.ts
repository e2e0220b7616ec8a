/** 存在问题: overdue, without evidence, needed before filing; 下一步安排: what falls due next. */
import type { Day } from "../model/checklist.ts";
import type { Item } from "../model/progress.ts";
import { helpersOf } from "./annex.ts";
import type { Told } from "./compose.ts";
import type { Block, Cell, Column } from "./outline.ts";
import { cell, centred, column, heading, paragraph, table } from "./outline.ts";
import { NEXT_DAYS } from "./summary.ts";

/** The most rows of a table in the body; all stand in the annex, where there is one. */
export const MAX_ROWS = 30;
/** As many are shown where none falls due soon. */
const LATER = 10;

export function problems(told: Told): Block[] {
  const { of, say } = told;
  const found = [
    ...listed("overdue", of.overdue, told, [
      [column(say("step"), 64), (item) => cell(item.title)],
      [column(say("lead"), 36), (item) => cell(item.lead)],
      [centred(say("due"), 24), (item) => cell(item.due ?? "")],
      [centred(say("days-late"), 14), (item) => cell(daysBetween(item.due ?? of.today, of.today))],
      [centred(say("status"), 18), (item) => cell(say(item.status))],
    ]),
    ...listed("no-proof", of.unproved, told, [
      [column(say("step"), 60), (item) => cell(item.title)],
      [column(say("lead"), 36), (item) => cell(item.lead)],
      [column(say("wanted"), 60), (item) => cell(item.guide?.evidence ?? item.step.made?.evidence ?? "")],
    ]),
    ...listed("blocking", of.unfinished, told, [
      [column(say("step"), 76), (item) => cell(item.title)],
      [column(say("lead"), 36), (item) => cell(item.lead)],
      [centred(say("due"), 24), (item) => cell(item.due ?? "")],
      [centred(say("status"), 20), (item) => cell(say(item.status))],
    ]),
  ];
  return found.length ? found : [paragraph(say("no-problems"))];
}

type Columns = [Column, (item: Item) => Cell][];

function listed(title: string, items: readonly Item[], told: Told, columns: Columns): Block[] {
  if (!items.length) return [];
  return [heading(2, told.say(title, { n: items.length })), ...tableOf(items, columns), ...moreThan(MAX_ROWS, items, told)];
}

function tableOf(items: readonly Item[], columns: Columns): Block[] {
  return [
    table(
      columns.map(([of]) => of),
      items.slice(0, MAX_ROWS).map((item) => columns.map(([, of]) => of(item))),
    ),
  ];
}

function moreThan(most: number, items: readonly Item[], { say, hasAnnex }: Told): Block[] {
  return items.length > most ? [paragraph(say(hasAnnex ? "more" : "more-in-list", { n: items.length - most }))] : [];
}

export function next(told: Told): Block[] {
  const { of, say } = told;
  const { open, "in-hand": hand } = of.counts;
  if (!open && !hand) return [paragraph(say("all-done"))];
  if (!of.next.length) return [paragraph(say(of.overdue.length ? "next-overdue" : "next-none"))];
  const shown = of.soon ? of.next.slice(0, of.soon) : of.next.slice(0, LATER);
  return [
    paragraph(say(of.soon ? "next-within" : "next-later", { days: NEXT_DAYS, n: shown.length })),
    ...tableOf(shown, [
      [centred(say("due"), 24), (item) => cell(item.due ?? "")],
      [column(say("step"), 62), (item) => cell(item.title)],
      [column(say("lead"), 52), (item) => cell(item.lead, helpersOf(item.helpers, say))],
      [centred(say("status"), 18), (item) => cell(say(item.status))],
    ]),
    ...moreThan(MAX_ROWS, shown, told),
  ];
}

function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
