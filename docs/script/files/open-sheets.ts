/** A checklist from the sheets of a workbook, or from the one sheet of a CSV file. */
import { FORMAT, VERSION } from "../model/checklist.ts";
import type { Checklist } from "../model/checklist.ts";
import type { SheetId } from "../model/columns.ts";
import { madeOf } from "../model/make.ts";
import { validated } from "../model/validate.ts";
import type { Problem } from "../model/validate.ts";
import type { Extras } from "./extras.ts";
import { Refused, finding } from "./findings.ts";
import type { Finding } from "./findings.ts";
import { keyOf, sheetOf } from "./names.ts";
import { readAbout, readIndicators, readProjects, readRequirements } from "./read-rest.ts";
import { readSteps } from "./read-steps.ts";
import type { Untold } from "./read-rest.ts";
import type { Context, StepRead } from "./read-steps.ts";
import type { SheetRead } from "./sheet-read.ts";
import { likeness, tableOf } from "./table.ts";
import type { Table } from "./table.ts";

/** A checklist that came from a file, and what is to be said of it. */
export interface Opened {
  checklist: Checklist;
  /** Whether the file says which checklist it is; a plain copy filled in by hand does not. */
  isKnown: boolean;
  /** The office whose steps alone the file holds. */
  part?: string;
  /** What the file does not tell: whole sheets, and fields of a step (`steps <id>`), an indicator or a project. */
  untold: { sheets: SheetId[] } & Untold;
  findings: Finding[];
}

type Tables = Partial<Record<SheetId, Table[]>>;

/** At least so many of its headings make a sheet known that has another name; fewer where it is the only one. */
const ALIKE = 3;
const ALIKE_ALONE = 2;

/** Opens what was read of a file called `name`. Throws `Refused`. */
export function openSheets(sheets: readonly SheetRead[], name: string, context: Context): Opened {
  const { guide } = context;
  const { tables, findings } = recognized(sheets, context);
  const is1904 = sheets.some((sheet) => sheet.is1904);
  if (!Object.values(tables).some((of) => of.length)) throw new Refused("no-headings");
  const one = (id: SheetId) => tables[id]?.[0];
  const from = <T>(id: SheetId, read: (table: Table) => T) => (one(id) ? read(one(id)!) : undefined);
  const about: Extras = one("checklist") ? readAbout(one("checklist")!, guide, is1904) : { own: {}, within: {} };
  const steps = readSteps(tables.steps ?? [], context, is1904);
  const retired = readSteps(tables.retired ?? [], context, is1904, ["on"]);
  const untold: Untold = { fields: {}, partly: {} };
  for (const [list, of] of Object.entries({ steps, retired }))
    for (const read of of) {
      if (read.untold.length) untold.fields[`${list} ${read.id}`] = read.untold;
      if (read.row.partly.size) untold.partly[`${list} ${read.id}`] = [...read.row.partly];
    }
  const raw: Record<string, unknown> = {
    ...fallback(about.own, steps, name, context),
    ...about.own,
    format: FORMAT,
    steps: steps.map((step) => step.fields),
    ...(retired.length ? { retired: retired.map((step) => step.fields) } : {}),
    projects: from("projects", (table) => readProjects(table, context, is1904, untold)),
    requirements: { ...from("requirements", (table) => readRequirements(table, guide, is1904)), ...inside(about, "requirements") },
    indicators: { ...from("indicators", (table) => readIndicators(table, guide, is1904, untold)), ...inside(about, "indicators") },
    targets: { ...(about.own["targets"] as object | undefined), ...inside(about, "targets") },
    anchors: { ...(about.own["anchors"] as object | undefined), ...inside(about, "anchors") },
  };
  for (const map of ["requirements", "indicators", "targets", "anchors", "projects"])
    if (!Object.keys((raw[map] as object | undefined) ?? {}).length) delete raw[map];
  const isKnown = about.own["id"] !== undefined;
  if (!isKnown) takeWords(steps, about.own["edition"], context, findings);
  tellUnknown(steps, context);
  const { checklist, problems } = validated(raw);
  findings.push(...Object.values(tables).flatMap((of) => of.flatMap((table) => table.findings)));
  findings.push(...problems.flatMap((problem) => placed(problem, { steps, retired })));
  if (!checklist) throw new Refused(refusal(problems));
  const part = checklist["part"];
  return {
    checklist,
    isKnown,
    ...(typeof part === "string" ? { part } : {}),
    untold: { sheets: guide.columns.sheets.map((sheet) => sheet.id).filter((id) => !tables[id]?.length), ...untold },
    findings: ordered(findings),
  };
}

/** Which sheet is which: by its name in either language, else by its headings; steps may stand in several. */
function recognized(sheets: readonly SheetRead[], { guide }: Context): { tables: Tables; findings: Finding[] } {
  const tables: Tables = {};
  const findings: Finding[] = [];
  const { columns } = guide;
  const views = new Set(Object.values(columns.views).flatMap((title) => [keyOf(title.zh), keyOf(title.en)]));
  const left = sheets.filter((sheet) => sheet.rows.length && !views.has(keyOf(sheet.name)));
  const take = (read: SheetRead, id: SheetId) => {
    const table = tableOf(read, sheetOf(columns, id), columns);
    if (!table) return false;
    left.splice(left.indexOf(read), 1);
    tables[id] = [...(tables[id] ?? []), table];
    return true;
  };
  for (const sheet of columns.sheets) {
    const names = [sheet.title.zh, sheet.title.en, ...(sheet.also ?? [])].map(keyOf);
    const read = left.find((one) => names.includes(keyOf(one.name)));
    if (read) take(read, sheet.id);
  }
  for (const read of [...left]) {
    if (read.hidden) continue;
    const best = columns.sheets
      .filter((sheet) => sheet.id === "steps" || (!tables[sheet.id] && sheet.id !== "retired"))
      .map((sheet) => ({ sheet, like: likeness(read, sheet, columns) }))
      .sort((a, b) => b.like - a.like)[0];
    const enough = sheets.length === 1 ? ALIKE_ALONE : ALIKE;
    if (!best || best.like < enough || !take(read, best.sheet.id)) findings.push(finding("sheet", { sheet: read.name }));
  }
  return { tables, findings };
}

/** What a file without a sheet about itself is taken for. */
function fallback(
  about: Record<string, unknown>,
  steps: readonly StepRead[],
  name: string,
  { guide, at, random }: Context,
): Record<string, unknown> {
  const roles = new Map(guide.steps.map((step) => [step.id, step.role]));
  const provincial = steps.filter((step) => roles.get(step.id) === "province").length;
  return {
    version: VERSION,
    id: random(),
    name: name.replace(/\.[A-Za-z]+$/, "") || guide.edition,
    created: at,
    edition: guide.edition,
    role: provincial * 2 > steps.length ? "province" : "city",
    areas: [],
    themes: [],
    revision: 0,
    ...(about["version"] === undefined ? {} : { version: about["version"] }),
  };
}

function inside(about: Extras, map: string): object {
  const found = about.within[map];
  return typeof found === "object" && found !== null ? found : {};
}

/** The guide's words for steps of a plain copy, which has them in its cells alone. */
function takeWords(steps: readonly StepRead[], edition: unknown, { guide }: Context, findings: Finding[]): void {
  const known = new Map(guide.steps.map((step) => [step.id, step]));
  for (const { id, fields } of steps) {
    const of = known.get(id);
    if (of && fields["made"] === undefined) fields["made"] = madeOf(of, guide);
  }
  if (typeof edition === "string" && edition !== guide.edition)
    findings.push(finding("edition", { values: { value: edition } }));
}

/** Steps that neither the guide nor the file itself explains: no words, and not one's own. */
function tellUnknown(steps: readonly StepRead[], { guide, ours }: Context): void {
  const known = new Set([...guide.steps, ...(ours?.steps ?? [])].map((step) => step.id));
  for (const { id, fields, row, table } of steps)
    if (!known.has(id) && fields["own"] === undefined && fields["made"] === undefined)
      table.findings.push(finding("unknown-step", { sheet: table.name, row: row.number, values: { value: id } }));
}

/** What the model's own rules found, at the row where it stands. */
function placed(problem: Problem, read: Record<string, readonly StepRead[]>): Finding[] {
  const [list, at, ...rest] = problem.path;
  const step = read[String(list)]?.[at as number];
  const code = problem.code === "text" ? "text" : problem.code === "too-many" ? "too-many" : "value";
  if (!step) return [finding(code, { values: { value: problem.path.join(".") } })];
  const column = String(rest[0] ?? "");
  const heading = step.table.headings.get(column) ?? column;
  const value = step.row.cells.get(column)?.text ?? "";
  return [finding(code, { sheet: step.table.name, row: step.row.number, column: heading, values: { value } })];
}

function refusal(problems: readonly Problem[]): "newer" | "deep" | "damaged" {
  const code = problems.find((problem) => problem.code === "newer" || problem.code === "deep")?.code;
  return code === "newer" || code === "deep" ? code : "damaged";
}

const LEVELS = ["refused", "warning", "note"];

function ordered(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || (a.row ?? 0) - (b.row ?? 0));
}
