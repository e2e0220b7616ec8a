/** 总体情况: counts in sentences, by phase, and readiness by the conditions of section six. */
import { percent } from "../model/progress.ts";
import type { Counts } from "../model/progress.ts";
import type { Told } from "./compose.ts";
import type { Block, Cell } from "./outline.ts";
import { cell, centred, column, heading, numbered, paragraph, table } from "./outline.ts";

export function overall(told: Told): Block[] {
  const { of, say, list } = told;
  const { counts } = of;
  const sentences = [
    say("about", { name: of.name }),
    say("counts", {
      total: counts.total,
      na: counts["not-applicable"],
      applies: counts.total - counts["not-applicable"],
      day: told.day(of.today),
      done: counts.done,
      share: `${percent(of.share)}%`,
      hand: counts["in-hand"],
      open: counts.open,
    }),
    say(of.files ? "late" : "late-built", { late: of.overdue.length, blocking: of.blocking.length }),
  ];
  const chosen = [
    ...(of.areas.length ? [say("areas", { areas: list(of.areas) })] : []),
    ...(of.themes.length ? [say("themes", { themes: list(of.themes) })] : []),
  ];
  const apart = told.lang === "zh" ? "" : " ";
  return [
    paragraph(sentences.join(apart)),
    ...(chosen.length ? [paragraph(chosen.join(apart))] : []),
    heading(2, say("by-phase")),
    phases(told),
    ...conditions(told),
    ...leftOut(told),
  ];
}

function phases({ of, say }: Told): Block {
  const row = (title: string, counts: Counts, share: number): Cell[] =>
    [title, counts.total, counts.done, counts["in-hand"], counts.open, counts["not-applicable"], `${percent(share)}%`].map((text) =>
      cell(text),
    );
  return table(
    [
      column(say("phase"), 36),
      ...["total", "done", "in-hand", "open", "not-applicable", "share"].map((key) => centred(say(key), 20)),
    ],
    [...of.phases.map((p) => row(p.title, p.counts, p.share)), row(say("all"), of.counts, of.share)],
  );
}

function conditions({ of, say }: Told): Block[] {
  if (!of.conditions.some((c) => c.counts.total)) return [];
  return [
    heading(2, say("conditions")),
    table(
      [
        column(say("condition"), 76),
        ...["applies", "done", "unproved"].map((key) => centred(say(key), 18)),
        centred(say("state"), 26),
      ],
      of.conditions.map((c) => [
        cell(c.title),
        cell(c.counts.total - c.counts["not-applicable"]),
        cell(c.counts.done),
        cell(c.unproved),
        cell(say(`state-${c.state}`)),
      ]),
    ),
  ];
}

function leftOut({ of, say }: Told): Block[] {
  if (!of.leftOut.length) return [];
  return [
    heading(2, say("leave-out")),
    ...of.leftOut.map(({ title, reason }) => numbered(say("reason", { title, reason: reason }))),
  ];
}
