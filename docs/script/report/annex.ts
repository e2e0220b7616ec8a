/** The annex with every step and all that was filled in, and one with what the guide no longer has. */
import type { Step } from "../model/checklist.ts";
import type { Item } from "../model/progress.ts";
import type { Told } from "./compose.ts";
import type { Cell, Row, Table } from "./outline.ts";
import { cell, centred, column } from "./outline.ts";
import { evidenceInWords, lines } from "./text.ts";

export function annex(told: Told): Table {
  const { of, say } = told;
  const parts = new Map(of.chapters.flatMap((c) => c.parts).flatMap((p) => p.items.map((item) => [item.step.id, p.title])));
  let n = 0;
  const rows = of.phases.flatMap((phase): Row[] => [
    { band: phase.title },
    ...phase.items.map((item) => ({ cells: row(item, ++n, parts.get(item.step.id) ?? "", told) })),
  ]);
  return {
    kind: "table",
    columns: [
      centred(say("number"), 11),
      column(say("step"), 56),
      column(say("lead"), 46),
      centred(say("due"), 23),
      centred(say("status"), 17),
      column(say("evidence"), 40),
      column(say("note"), 32),
    ],
    rows,
  };
}

function row(item: Item, n: number, part: string, { say }: Told): Cell[] {
  const { step } = item;
  const origin = step.own ? "own" : (item.guide?.origin ?? step.made?.origin ?? "guide");
  const helpers = item.helpers.length ? [say("with", { helpers: item.helpers.join(say("list")) })] : [];
  return [
    cell(n),
    cell(item.title + say(`origin-${origin}`), part ? [part] : []),
    cell(item.lead, helpers),
    cell(item.due ?? ""),
    cell(say(item.status)),
    evidenceCell(step, say("list")),
    noteCell(step, item.status === "not-applicable", say),
  ];
}

function evidenceCell(step: Step, apart: string): Cell {
  return cell([], (step.evidence ?? []).map((piece) => evidenceInWords(piece, apart)));
}

function noteCell(step: Step, withReason: boolean, say: Told["say"]): Cell {
  const reason = withReason && step.reason !== undefined ? [say("why-not", { reason: step.reason })] : [];
  return cell([], [...reason, ...lines(step.note)]);
}

export function retiredAnnex({ of, say }: Told): Table {
  return {
    kind: "table",
    columns: [
      centred(say("number"), 11),
      column(say("step"), 66),
      centred(say("retired-on"), 23),
      column(say("lead"), 34),
      centred(say("status"), 17),
      column(say("evidence"), 40),
      column(say("note"), 34),
    ],
    rows: of.retired.map((step, n) => ({
      cells: [
        cell(n + 1),
        cell(step.made?.title ?? step.own?.title ?? step.id),
        cell(step.on),
        cell(step.lead ?? ""),
        cell(say(step.status ?? "open")),
        evidenceCell(step, say("list")),
        noteCell(step, step.status === "not-applicable", say),
      ],
    })),
  };
}
