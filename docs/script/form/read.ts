/** From the cells of a form to the values of a case, with what cannot be read: as `huimin/intake/rows.py` reads a row. */
import { numberOf, numbersIn, twinOf, type Columns } from "./columns.ts";
import type { Cells, Column, FormData } from "./data.ts";
import { lengthOf, slugOf, strip, Unfit, type Texts } from "./texts.ts";
import type { Value, Values } from "./yaml.ts";

export interface Reading {
  values: Values;
  /** The numbers of each repeated group that are filled in. */
  numbers: Map<string, number[]>;
  /** Texts by column, as they are taken. */
  texts: Map<string, string>;
}

/** Says what is wrong with a cell. */
export type Say = (code: string, column: string, words?: Record<string, string>) => void;

/** Reads the cells of one case; `say` hears of each that cannot be read. */
export function read(cells: Cells, columns: Columns, tools: Texts, today: string, say: Say): Reading {
  const { data } = tools;
  const numbers = numbersIn(data, columns, cells);
  const raw = new Map<string, string>();
  const refused = new Set<string>();
  for (const [id, text] of Object.entries(cells)) {
    const column = columns.byId.get(id);
    if (column && text) raw.set(id, tools.raw(text));
    if (column && !isReadable(raw.get(id) ?? "", column, tools, say)) refused.add(id);
  }
  const isFilled = (id: string): boolean => Boolean(raw.get(id));
  const filledUnits = new Set(columns.all.filter((column) => isFilled(column.id)).map((column) => column.unit));
  const sources = sourcesOf(numbers.get("sources") ?? [], raw, refused, tools, say);
  const values: Values = {
    state: "submitted",
    updated: today,
    sources: Object.fromEntries([...sources].map(([number, id]) => [number, { id }])),
  };
  const texts = new Map<string, string>();
  for (const column of columns.all) {
    const { id, unit, kind, need } = column;
    const used = numbers.get(columns.groupOf.get(id)?.id ?? "");
    if ((used && !used.includes(numberOf(column))) || id === "id" || /^sources\.\d+\.id$/.test(id)) continue;
    if (kind === "lines" || kind === "names") {
      if (id.endsWith(".zh")) pairs(column, raw, refused, tools, texts, say).forEach((pair, at) => put(values, [...path(id).slice(0, -1), at + 1], pair));
      continue;
    }
    const text = raw.get(id);
    if (text && !refused.has(id)) {
      try {
        const value = valueOf(column, text, sources, tools, say);
        if (value !== null) put(values, path(id), value);
        if (typeof value === "string" && (kind === "line" || kind === "prose")) texts.set(id, value);
      } catch (unfit) {
        if (!(unfit instanceof Unfit)) throw unfit;
        say(unfit.code, id, unfit.words);
      }
    }
    if (need === "always" || isFilled(id) || (need === "unit" && (filledUnits.has(unit) || unit === "sources.1"))) make(values, path(id).slice(0, -1));
  }
  if (!isFilled("clauses")) clausesOf(values, data, say);
  const slug = slugIn(values, refused.has("id") ? "" : (raw.get("id") ?? ""), data);
  if (slug && !tools.isId(slug.bare)) say("id", "id", { value: raw.get("id") ?? "", near: nearSlug(cells, data) });
  else if (slug) values.id = `${slug.province}/${slug.bare}`;
  return { values: listed(values) as Values, numbers, texts };
}

/** Whether a cell holds no formula, nothing hidden, and is not too long. */
function isReadable(text: string, column: Column, tools: Texts, say: Say): boolean {
  const hidden = tools.pattern("unsafe").exec(text) ?? /[\ud800-\udbff](?![\udc00-\udfff])/.exec(text);
  const limit = ["prose", "lines", "names"].includes(column.kind) ? tools.data.limits.cell : tools.data.limits.line;
  if (text.trimStart().startsWith("=")) say("formula", column.id);
  else if (hidden) {
    const at = String(lengthOf(text.slice(0, hidden.index)) + 1);
    say("character", column.id, { at, character: `U+${hidden[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}` });
  } else if (lengthOf(text) > limit) say("too-long", column.id, { length: String(lengthOf(text)), limit: String(limit) });
  else return true;
  return false;
}

/** The ids of the sources by their numbers: as given, else `source-1`. */
function sourcesOf(numbers: number[], raw: Map<string, string>, refused: Set<string>, tools: Texts, say: Say): Map<number, string> {
  const found = new Map<number, string>();
  for (const number of numbers) {
    const column = `sources.${number}.id`;
    const written = refused.has(column) ? "" : (raw.get(column) ?? "");
    let id = written && strip(written.normalize("NFKC"), " \n\u3000");
    if (id && !tools.isId(id)) {
      say("id", column, { value: written, near: slugOf(written, tools.data.limits.id) });
      id = "";
    }
    id ||= `source-${number}`;
    if ([...found.values()].includes(id)) say("word-twice", column, { value: id });
    found.set(number, id);
  }
  return found;
}

function valueOf(column: Column, text: string, sources: Map<number, string>, tools: Texts, say: Say): Value | null {
  switch (column.kind) {
    case "line":
      return tools.line(text);
    case "prose":
      return tools.prose(text);
    case "year": {
      const year = tools.year(text);
      if (year === null && column.need === "always") throw new Unfit("year", { value: text });
      return year;
    }
    case "when":
      return tools.when(text);
    case "number":
      return tools.number(text);
    case "url":
      return text.replace(/\s/g, "");
    case "word": {
      const word = strip(text.normalize("NFKC"));
      if (!tools.isId(word)) throw new Unfit("id", { value: text, near: slugOf(text, tools.data.limits.id) });
      return word;
    }
    case "choice": {
      const id = choiceOf(column, text, tools);
      return column.choices === "answer" ? (id === "yes" ? true : null) : id;
    }
    case "choices":
      return [...new Set(text.split("\n").map((part) => choiceOf(column, strip(part), tools)))];
    default:
      return refs(column, text, sources, tools, say);
  }
}

function choiceOf(column: Column, text: string, tools: Texts): string {
  const choices = tools.data.choices[column.choices ?? ""] ?? [];
  const found = choices.find(([id, label]) => id === text || label === text);
  if (found) return found[0];
  const [between, rest] = tools.data.lang === "zh" ? ["、", "……"] : [", ", " …"];
  const some = choices.slice(0, 8).map(([, label]) => label).join(between) + (choices.length > 8 ? rest : "");
  throw new Unfit(column.choices === "city" ? "city" : "choice", { value: text, some });
}

/** Ids of sources by their numbers (1、来源2) or by the ids that they were given. */
function refs(column: Column, text: string, sources: Map<number, string>, tools: Texts, say: Say): Value | null {
  const found: string[] = [];
  const parts = text.normalize("NFKC").split(tools.pattern("refs")).filter(Boolean);
  for (const part of parts.length ? parts : [text]) {
    const bare = part.replace(tools.pattern("refDress", "g"), "");
    const id = (/^\d{1,3}$/.test(bare) && sources.get(Number(bare))) || ([...sources.values()].includes(part) && part);
    if (id) found.push(id);
    else say("refs", column.id, { value: part, some: [...sources.keys()].join("、") || "1" });
  }
  const ids = [...new Set(found)];
  if (!column.id.endsWith(".source")) return ids.length ? ids : null;
  if (ids.length > 1) say("one-only", column.id);
  return ids[0] ?? null;
}

/** Texts in both languages, one a line; none where their numbers differ. */
function pairs(column: Column, raw: Map<string, string>, refused: Set<string>, tools: Texts, texts: Map<string, string>, say: Say): Values[] {
  const english = twinOf(column.id);
  const [zh, en] = [column.id, english].map((id) => (refused.has(id) ? [] : tools.lines(raw.get(id) ?? "", column.kind === "names"))) as [string[], string[]];
  for (const [id, items] of [[column.id, zh], [english, en]] as const) {
    const longest = Math.max(0, ...items.map(lengthOf));
    if (longest > tools.data.limits.line) say("too-long", id, { length: String(longest), limit: String(tools.data.limits.line) });
    texts.set(id, items.join("\n"));
  }
  if (zh.length && en.length && zh.length !== en.length) {
    say("lines", english, { zh: String(zh.length), en: String(en.length) });
    return [];
  }
  return Array.from({ length: Math.max(zh.length, en.length) }, (_, at) => ({ ...(zh[at] && { zh: zh[at] }), ...(en[at] && { en: en[at] }) }) as Values);
}

/** Where no clause is named, those on which the requirements rest. */
function clausesOf(values: Values, data: FormData, say: Say): void {
  if (!Array.isArray(values.requirements)) return;
  const taken = [...new Set(values.requirements.flatMap((id) => data.clauses[String(id)] ?? []))];
  if (!taken.length) return;
  values.clauses = taken;
  say("clauses-taken", "clauses", { some: taken.join(", ") });
}

/** The case's name within its province, which may stand before it; null where none is written. */
function slugIn(values: Values, written: string, data: FormData): { province: string; bare: string } | null {
  const province = typeof values.city === "string" ? (data.homes[values.city] ?? values.city) : "x";
  const slug = strip(written.normalize("NFKC"));
  return slug ? { province, bare: slug.startsWith(`${province}/`) ? slug.slice(province.length + 1) : slug } : null;
}

/** An id that would do: of what is written for it, or of the English title. */
export function nearSlug(cells: Cells, data: FormData): string {
  return slugOf(cells.id ?? "", data.limits.id) || slugOf(cells["title.en"] ?? "", data.limits.id);
}

function path(id: string): (string | number)[] {
  return id.split(".").map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

function make(values: Values, way: readonly (string | number)[]): Values {
  let at = values;
  for (const part of way) at = (at[part] ??= {}) as Values;
  return at;
}

function put(values: Values, way: readonly (string | number)[], value: Value): void {
  make(values, way.slice(0, -1))[way[way.length - 1] as string] = value;
}

/** Groups by number become lists, in the order of their numbers. */
function listed(value: Value): Value {
  if (Array.isArray(value) || typeof value !== "object") return value;
  const names = Object.keys(value);
  if (names.length && names.every((name) => /^\d+$/.test(name))) return names.map((name) => listed(value[name] as Value));
  return Object.fromEntries(names.map((name) => [name, listed(value[name] as Value)]));
}

