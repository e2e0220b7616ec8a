/** The annex with every step and all that was filled in, and one with what the guide no longer has. */
import type { Step } from "../model/checklist.ts";
import type { Item } from "../model/progress.ts";
import type { Told } from "./compose.ts";
import type { Cell, Column, Row, Table } from "./outline.ts";
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
  return { kind: "table", columns: columns(say), rows };
}

/** Wide enough that most steps, offices and helpers take a line each: a checklist has hundreds of rows. */
function columns(say: Told["say"], isRetired = false): Column[] {
  return [
    centred(say("number"), 10),
    column(say("step"), 69),
    ...(isRetired ? [centred(say("retired-on"), 22)] : []),
    column(say("lead"), isRetired ? 44 : 66),
    ...(isRetired ? [] : [centred(say("due"), 22)]),
    centred(say("status"), 15),
    column(say("evidence-note"), 43),
  ];
}

function row(item: Item, n: number, part: string, { say }: Told): Cell[] {
  const { step } = item;
  const origin = say(`origin-${step.own ? "own" : (item.guide?.origin ?? step.made?.origin ?? "guide")}`);
  return [
    cell(n),
    cell(item.title, [part ? say("of-part", { origin, part }) : origin]),
    cell(item.lead, helpersOf(item.helpers, say)),
    cell(item.due ?? ""),
    cell(say(item.status)),
    filledIn(step, item.status === "not-applicable", say),
  ];
}

/** The offices that help, below the one that leads. */
export function helpersOf(helpers: readonly string[], say: Told["say"]): string[] {
  return helpers.length ? [say("with", { helpers: helpers.join(say("list")) })] : [];
}

/** Evidence, why it does not apply, and the note. */
function filledIn(step: Step, withReason: boolean, say: Told["say"]): Cell {
  const reason = withReason && step.reason !== undefined ? [say("why-not", { reason: step.reason })] : [];
  const [first, ...rest] = lines(step.note);
  return cell(
    [],
    [
      ...(step.evidence ?? []).map((piece) => say("piece", { evidence: evidenceInWords(piece, say("list")) })),
      ...reason,
      ...(first === undefined ? [] : [say("note", { note: first }), ...rest]),
    ],
  );
}

export function retiredAnnex({ of, say }: Told): Table {
  return {
    kind: "table",
    columns: columns(say, true),
    rows: of.retired.map((step, n) => ({
      cells: [
        cell(n + 1),
        cell(step.made?.title ?? step.own?.title ?? step.id),
        cell(step.on),
        cell(step.lead ?? "", helpersOf(step.helpers ?? [], say)),
        cell(say(step.status ?? "open")),
        filledIn(step, step.status === "not-applicable", say),
      ],
    })),
  };
}
