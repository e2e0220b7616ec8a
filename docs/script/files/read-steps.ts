/** Steps from the rows of a file, as people left them: without ids, copied, with rows of their own. */
import type { Made, Own } from "../model/checklist.ts";
import type { Columns } from "../model/columns.ts";
import { same } from "../model/change.ts";
import type { Guide, GuideStep } from "../model/guide.ts";
import { extrasRead, withExtras } from "./extras.ts";
import { finding } from "./findings.ts";
import { keyOf, labelOf } from "./names.ts";
import type { Row, Table } from "./table.ts";
import { Matcher } from "./match-steps.ts";
import type { Context } from "./match-steps.ts";
import { RowReader } from "./values.ts";

export type { Context } from "./match-steps.ts";

type Plain = Record<string, unknown>;

export interface StepRead {
  id: string;
  fields: Plain;
  row: Row;
  table: Table;
  /** Fields of the step that the file does not tell. */
  untold: string[];
}

const ANSWERS = ["status", "reason", "lead", "helpers", "due", "evidence", "note"] as const;

/** The steps of a table in their order, each once; `more` names further columns that are fields of a step. */
export function readSteps(
  tables: readonly Table[],
  context: Context,
  is1904: boolean,
  more: readonly string[] = [],
): StepRead[] {
  const matcher = new Matcher(context);
  const found: StepRead[] = [];
  const byId = new Map<string, StepRead>();
  for (const table of tables) {
    if (!table.headings.has("id")) table.findings.push(finding("no-ids", { sheet: table.name }));
    for (const row of inOrder(table, context.guide.columns, is1904)) {
      const reader = new RowReader(row, table, context.guide.columns, is1904);
      const read = readStep(reader, matcher, context, more);
      if (!read) continue;
      const first = byId.get(read.id);
      if (first && isCopy(first, read)) {
        makeOwn(read, reader, context);
        reader.add("copied", undefined, { row: String(first.row.number) });
      } else if (first) {
        reportTwice(first, read, reader);
        continue;
      } else tellTitle(reader, matcher.known.get(read.id), read.fields["made"] as Made | undefined, context.guide);
      byId.set(read.id, read);
      found.push(read);
    }
  }
  return found;
}

/** Sorted back by the column of numbers; a row without a number stays behind the one before it. */
function inOrder(table: Table, columns: Columns, is1904: boolean): Row[] {
  if (!table.headings.has("number")) return table.rows;
  let last = 0;
  return table.rows
    .map((row, at) => {
      // Findings of this column are of no use to anyone.
      const value = new RowReader(row, { ...table, findings: [] }, columns, is1904).value("number");
      last = typeof value === "number" ? value : last;
      return { row, at, place: last };
    })
    .sort((a, b) => a.place - b.place || a.at - b.at)
    .map(({ row }) => row);
}

function readStep(reader: RowReader, matcher: Matcher, context: Context, more: readonly string[]): StepRead | undefined {
  const { row, table } = reader;
  const answers = Object.fromEntries(ANSWERS.map((field) => [field, reader.value(field)]));
  if (answers["status"] === "open") answers["status"] = undefined;
  const told = reader.value("own") as Own | undefined;
  const id = matcher.idOf(reader, told);
  if (id === undefined) {
    const says = ["lead", "helpers", "due", "evidence", "note"].some((field) => answers[field] !== undefined);
    if (reader.text("title") === "" && says) reader.add("no-title", undefined);
    return undefined;
  }
  // Where the hidden column is gone, what is not visible is as it was.
  const own = told ?? (table.headings.has("own") ? undefined : context.ours?.steps.find((one) => one.id === id)?.own);
  const made = reader.value("made") as Made | undefined;
  const at = reader.value("changed.at");
  const by = reader.text("changed.by");
  const fields: Plain = {
    id,
    made,
    own: matcher.isOwn(reader, id, own) ? ownOf(reader, own, context.guide) : own,
    ...answers,
    changed: at === undefined ? undefined : { at, ...(by === "" ? {} : { by }) },
    ...Object.fromEntries(more.map((column) => [column, reader.value(column)])),
  };
  const text = reader.text("more");
  const extras = text === "" ? undefined : extrasRead(text);
  if (text !== "" && !extras) reader.add("json", "more", { value: text });
  const said = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return { id, fields: extras ? withExtras(said, extras) : said, row, table, untold: reader.untold(ANSWERS) };
}

/** A step of one's own: what the cells say counts, for people change it there. */
function ownOf(reader: RowReader, own: Own | undefined, guide: Guide): Own {
  const title = reader.text("title");
  const phase = phaseOf(reader, own, guide);
  const wanted = reader.text("wanted");
  const has = (column: string) => reader.table.headings.has(column);
  const result: Own = {
    ...own,
    title: title === "" ? (own?.title ?? "") : title,
    phase: phase ?? own?.phase ?? guide.phases[0]?.id ?? "",
  };
  if (wanted !== "") result.evidence = wanted;
  else if (has("wanted")) delete result.evidence;
  if (!own) {
    const requirement = keyOf(reader.text("requirement"));
    const of = requirement === "" ? undefined : guide.requirements.find((one) => keyOf(one.title) === requirement);
    if (of) result.requirement = of.id;
  }
  return result;
}

/** The phase's id; as it was where the cell says what was written for it. */
function phaseOf(reader: RowReader, own: Own | undefined, guide: Guide): string | undefined {
  const written = (["zh", "en"] as const).map((lang) => labelOf(guide.columns.lists["phase"] ?? [], own?.phase ?? "", lang));
  if (own && written.includes(reader.text("phase"))) return own.phase;
  const phase = reader.value("phase") as string | undefined;
  const known = guide.columns.lists["phase"] ?? [];
  if (phase !== undefined && !known.some((one) => one.id === phase))
    reader.add("phase", "phase", { value: phase, known: known.map((one) => one[guide.lang]).join(guide.lang === "zh" ? "、" : ", ") });
  return phase;
}

/** Titles of the guide's steps stay as they are; that one was changed is told, where it can be. */
function tellTitle(reader: RowReader, of: GuideStep | undefined, made: Made | undefined, guide: Guide): void {
  const title = reader.text("title");
  const heading = reader.table.sheet.columns.find((column) => column.id === "title")?.heading[guide.lang];
  if (!of || title === "" || reader.table.headings.get("title") !== heading) return;
  const known = [of.title, made?.title ?? of.title].some((one) => keyOf(one) === keyOf(title));
  if (!known) reader.add("title-changed", "title", { value: title });
}

/** A row that was copied and given another title is a new step. */
function isCopy(first: StepRead, second: StepRead): boolean {
  const [one, other] = [first, second].map((read) => keyOf(read.row.cells.get("title")?.text ?? ""));
  return one !== other && other !== "";
}

/** The first row counts; whatever differs in the second is told. */
function reportTwice(first: StepRead, second: StepRead, reader: RowReader): void {
  const headings = [...second.table.headings].filter(([id]) => (ANSWERS as readonly string[]).includes(id));
  const differing = headings.filter(([id]) => !same(first.fields[id], second.fields[id]));
  for (const [id] of differing) {
    const [taken, other] = [first, second].map((read) => read.row.cells.get(id)?.text ?? "") as [string, string];
    reader.add("twice", id, { row: String(first.row.number), taken, other });
  }
  if (!differing.length) reader.add("twice-same", undefined, { row: String(first.row.number) });
}

/** Makes a row that was copied and given another title a step of its own. */
function makeOwn(read: StepRead, reader: RowReader, { guide, random }: Context): void {
  const { made: _made, own: _own, changed: _changed, ...rest } = read.fields;
  read.id = `own-${random()}`;
  read.fields = { ...rest, id: read.id, own: ownOf(reader, undefined, guide) };
}
