/** A checklist as rows of cells: what the workbook's sheets and CSV hold, by the ids of columns. */
import type { Checklist, Measured, NotApplicable, Project, Stamp, Step } from "../model/checklist.ts";
import type { Both, Columns, Option, SheetColumns } from "../model/columns.ts";
import { filled } from "../model/filled.ts";
import type { Guide, GuideStep } from "../model/guide.ts";
import { trimmed } from "../model/limits.ts";
import { dueOf, officeOf } from "../model/progress.ts";
import { evidenceLine } from "./evidence.ts";
import { extrasCell, extrasOf, isYear, others } from "./extras.ts";
import { targetLine, valueLine } from "./figures.ts";
import type { Cell } from "./fill.ts";
import { pieces } from "./layout.ts";
import type { Fields } from "./layout.ts";
import { labelOf } from "./names.ts";

export const STEP = [
  ...["id", "made", "own", "status", "reason", "lead", "helpers", "due", "evidence", "note", "changed"],
] as const;
export const PROJECT = ["id", "title", "area", "note"] as const;
export const MEASURED = ["baseline", "targets", "actual", "note", "changed"] as const;
export const ABOUT = [
  ...["format", "version", "id", "name", "example", "archived", "created", "edition", "role", "province", "city", "areas", "themes"],
  ...["start", "targets", "anchors", "requirements", "steps", "projects", "indicators", "retired", "history", "revision"],
] as const;

/** Keys that a cell holds as they are; all others stand as JSON among the unknown fields. */
export function isCellKey(key: string): boolean {
  // eslint-disable-next-line no-control-regex
  return key !== "" && key === trimmed(key) && key.length <= 500 && !/[\u0000-\u001f]/.test(key);
}

/** The rows of every sheet that is read, in the guide's language. */
export function rowsOf(checklist: Checklist, guide: Guide): Record<SheetColumns["id"], Fields[]> {
  const writer = new Writer(checklist, guide);
  const of = <T>(map: Record<string, T> | undefined) => Object.entries(map ?? {}).filter(([key]) => isCellKey(key));
  return {
    steps: checklist.steps.map((step, at) => writer.step(step, at + 1, STEP)),
    retired: (checklist.retired ?? []).map((step, at) => {
      return { ...writer.step(step, at + 1, [...STEP, "on"]), on: step.on };
    }),
    requirements: of(checklist.requirements).map(([id, said]) => writer.requirement(id, said)),
    projects: (checklist.projects ?? []).map((project) => writer.project(project)),
    indicators: writer.indicators(of(checklist.indicators)),
    checklist: writer.about(),
  };
}

class Writer {
  private readonly checklist: Checklist;
  private readonly guide: Guide;
  private readonly columns: Columns;
  private readonly lang: keyof Both;
  private readonly steps: ReadonlyMap<string, GuideStep>;
  private readonly titles: ReadonlyMap<string, string>;

  constructor(checklist: Checklist, guide: Guide) {
    this.checklist = checklist;
    this.guide = guide;
    this.columns = guide.columns;
    this.lang = guide.lang;
    this.steps = new Map(guide.steps.map((step) => [step.id, step]));
    const themes = guide.areas.flatMap((area) => area.themes);
    const named = [...guide.areas, ...themes, ...guide.requirements, ...guide.indicators, ...(checklist.projects ?? [])];
    this.titles = new Map(named.map((one) => [one.id, one.title]));
  }

  step(step: Step, number: number, known: readonly string[]): Fields {
    const of = this.steps.get(step.id);
    const belongs = of?.requirement ?? of?.theme ?? step.own?.requirement ?? step.own?.project;
    const offices = of ? [of.lead, ...of.helpers].map((id) => officeOf(id, this.checklist, this.guide)) : [];
    const phase = of?.phase ?? step.own?.phase;
    return {
      id: step.id,
      number,
      phase: phase === undefined ? undefined : this.label("phase", phase),
      requirement: belongs === undefined ? undefined : (this.titles.get(belongs) ?? belongs),
      title: of?.title ?? step.own?.title ?? step.made?.title ?? step.id,
      detail: of ? of.detail : step.made?.detail,
      origin: this.origin(of?.origin ?? step.made?.origin),
      wanted: step.own ? step.own.evidence : (of?.evidence ?? step.made?.evidence),
      time: of ? this.when(of, step) : undefined,
      proposed: [offices[0], offices.slice(1).join(this.lang === "zh" ? "、" : ", ")].filter(Boolean).join("\n"),
      status: this.label("status", step.status ?? "open"),
      reason: step.reason,
      lead: step.lead,
      helpers: step.helpers?.join("\n"),
      due: step.due,
      evidence: step.evidence
        ?.map((item) => evidenceLine(item, this.columns, this.lang))
        .filter(Boolean)
        .join("\n"),
      note: step.note,
      ...stamped(step.changed),
      made: json(step.made),
      own: json(step.own),
      more: extrasCell(extrasOf(step as unknown as Record<string, unknown>, known)),
    };
  }

  requirement(id: string, said: NotApplicable): Fields {
    const more = extrasCell(extrasOf(said as unknown as Record<string, unknown>, ["reason", "changed"]));
    return { id, title: this.titles.get(id) ?? id, reason: said.reason, ...stamped(said.changed), more };
  }

  project(project: Project): Fields {
    const area = project.area === undefined ? undefined : this.label("area", project.area);
    const more = extrasCell(extrasOf(project as unknown as Record<string, unknown>, PROJECT));
    return { id: project.id, title: project.title, area, note: project.note, more };
  }

  /** Those with values, then the guide's others, to be filled in. */
  indicators(measured: [string, Measured][]): Fields[] {
    const units = new Map(this.guide.indicators.map((one) => [one.id, one.unit]));
    const here = new Set(measured.map(([id]) => id));
    const isPart = this.checklist["part"] !== undefined;
    const empty = isPart ? [] : this.guide.indicators.filter((one) => !here.has(one.id));
    return [
      ...measured.map(([id, of]) => ({ ...this.head(id, units), ...this.values(of) })),
      ...empty.map((one) => this.head(one.id, units)),
    ];
  }

  private head(id: string, units: ReadonlyMap<string, string>): Fields {
    return { id, title: this.titles.get(id) ?? id, unit: units.get(id) };
  }

  private values(of: Measured): Fields {
    const targets = Object.entries(of.targets ?? {}).filter(([year]) => isYear(year));
    return {
      "baseline.value": of.baseline && figure(of.baseline.value),
      "baseline.date": of.baseline?.date,
      "baseline.source": of.baseline?.source,
      targets: targets.map(([year, value]) => targetLine(year, value, this.lang)).join("\n"),
      actual: of.actual?.map((value) => valueLine(value, this.lang)).join("\n"),
      note: of.note,
      ...stamped(of.changed),
      more: extrasCell(extrasOf(of as unknown as Record<string, unknown>, MEASURED)),
    };
  }

  /** What the checklist is: a row for each field. */
  about(): Fields[] {
    const { checklist } = this;
    const part = typeof checklist["part"] === "string" && isCellKey(checklist["part"]) ? checklist["part"] : undefined;
    const values: Record<string, Cell> = {
      name: checklist.name,
      role: this.label("role", checklist.role),
      province: checklist.province,
      city: checklist.city,
      areas: checklist.areas.join("\n"),
      themes: checklist.themes.join("\n"),
      start: checklist.start,
      part,
      example: checklist.example && this.label("flag", "yes"),
      archived: checklist.archived && this.label("flag", "yes"),
      edition: checklist.edition,
      version: checklist.version,
      id: checklist.id,
      created: checklist.created,
      revision: checklist.revision,
    };
    const known = [...ABOUT, ...(part === undefined ? [] : ["part"])];
    const more = extrasCell({ own: others(checklist, known), within: this.odd() });
    return this.columns.about.flatMap((row) => {
      if (row.kind === "map") return this.days(row.id, row.title[this.lang]);
      if (row.kind === "json") return more === undefined ? [] : this.json(row.id, row.title[this.lang], more);
      const value = values[row.id];
      return value === undefined && row.kind !== "line" && row.kind !== "day"
        ? []
        : [{ id: row.id, title: row.title[this.lang], value, meaning: this.meaning(row.id) }];
    });
  }

  /** A long text in several rows. */
  private json(id: string, title: string, text: string): Fields[] {
    return pieces(text, true).map((value, at) => ({ id: at ? `${id}.${at + 1}` : id, title, value }));
  }

  /** The rows of target days by phase, or of the days of moments. */
  private days(row: string, title: string): Fields[] {
    const named = row === "target" ? this.guide.phases : this.guide.anchors;
    const names = new Map(named.map((one) => [one.id, one.title]));
    const days = Object.entries(this.checklist[`${row}s` as "targets"] ?? {}).filter(([key]) => isCellKey(key));
    return days.map(([key, value]) => {
      return { id: `${row}.${key}`, title: title.replace("{name}", () => names.get(key) ?? key), value };
    });
  }

  private meaning(id: string): string | undefined {
    if (id !== "areas" && id !== "themes") return undefined;
    return this.checklist[id].map((one) => this.titles.get(one) ?? one).join("\n");
  }

  /** Maps with keys that no cell holds as they are. */
  private odd(): Record<string, unknown> {
    const maps = ["requirements", "indicators", "targets", "anchors"] as const;
    return Object.fromEntries(
      maps.flatMap((name) => {
        const left = Object.entries(this.checklist[name] ?? {}).filter(([key]) => !isCellKey(key));
        return left.length ? [[name, Object.fromEntries(left)]] : [];
      }),
    );
  }

  private label(list: string, id: string): string {
    return labelOf(this.columns.lists[list] ?? ([] as Option[]), id, this.lang);
  }

  private origin(origin: string | undefined): string | undefined {
    return origin === undefined ? undefined : (this.guide.words[`files.origin-${origin}`] ?? origin);
  }

  /** As the guide says, with the day that follows for this checklist. */
  private when(of: GuideStep, step: Step): string {
    const { due: _due, ...rest } = step;
    const day = dueOf(rest, of, of.phase, this.checklist);
    return this.inDays(of) + (day === undefined ? "" : this.lang === "zh" ? `（${day}）` : ` (${day})`);
  }

  private inDays(of: GuideStep): string {
    const anchor = this.guide.anchors.find((one) => one.id === of.anchor)?.title ?? of.anchor;
    const key = of.days < 0 ? "before" : of.days > 0 ? "after" : "on-day";
    return filled(this.guide.words[`files.when-${key}`] ?? "{anchor} {n}", { anchor, n: Math.abs(of.days) });
  }
}

function stamped(stamp: Stamp | undefined): Fields {
  return { "changed.by": stamp?.by, "changed.at": stamp?.at };
}

/** A number; as text where it has more figures than the 15 that spreadsheet programs keep. */
function figure(value: number): Cell {
  return Number(value.toPrecision(15)) === value ? value : String(value);
}

function json(value: object | undefined): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}
