/** What a workbook holds besides steps: what does not apply, projects, indicators, and what the checklist is. */
import type { Guide } from "../model/guide.ts";
import { has, same } from "../model/change.ts";
import { dayWritten } from "./dates.ts";
import { extrasRead, withExtras } from "./extras.ts";
import type { Extras } from "./extras.ts";
import { Refused } from "./findings.ts";
import { keyOf, optionOf } from "./names.ts";
import type { Context } from "./read-steps.ts";
import type { Table } from "./table.ts";
import { RowReader, linesOf } from "./values.ts";

type Plain = Record<string, unknown>;

/** For things by id, fields that the file does not tell, or not wholly. */
export interface Untold {
  fields: Record<string, string[]>;
  partly: Record<string, string[]>;
}

/** Requirements that do not apply, by id. */
export function readRequirements(table: Table, guide: Guide, is1904: boolean): Plain {
  return byId(table, guide, is1904, guide.requirements, (reader) => {
    const reason = reader.text("reason");
    if (reason === "") reader.add("no-reason", "reason", { value: reader.text("title") });
    return reason === "" ? undefined : { reason };
  });
}

/** Indicators with any value, by id. */
export function readIndicators(table: Table, guide: Guide, is1904: boolean, untold: Untold): Plain {
  return byId(table, guide, is1904, guide.indicators, (reader, id) => {
    const [value, date, source] = ["value", "date", "source"].map((part) => reader.value(`baseline.${part}`));
    if (value === undefined && (date ?? source) !== undefined && !reader.row.unread.has("baseline.value"))
      reader.add("line", "baseline.value", { value: String(date ?? source) });
    const targets = reader.value("targets") as Plain | undefined;
    const actual = reader.value("actual") as unknown[] | undefined;
    const note = reader.value("note");
    tell(untold, `indicators ${id}`, reader, ["baseline", "targets", "actual", "note"]);
    return {
      baseline: value === undefined ? undefined : defined({ value, date, source }),
      targets: targets && Object.keys(targets).length ? targets : undefined,
      actual: actual?.length ? actual : undefined,
      note,
    };
  });
}

/** Puts down what a row does not tell. */
export function tell(untold: Untold, name: string, reader: RowReader, fields: readonly string[]): void {
  const [gone, partly] = [reader.untold(fields), [...reader.row.partly]];
  if (gone.length) untold.fields[name] = gone;
  if (partly.length) untold.partly[name] = partly;
}

export function readProjects(table: Table, context: Context, is1904: boolean, untold: Untold): Plain[] {
  const found: Plain[] = [];
  for (const row of table.rows) {
    const reader = new RowReader(row, table, context.guide.columns, is1904);
    const title = reader.text("title");
    if (title === "") continue;
    const ours = context.ours?.projects?.find((one) => keyOf(one.title) === keyOf(title));
    const id = reader.text("id") || ours?.id || `project-${context.random()}`;
    const project = withMore(reader, { id, title, area: reader.value("area"), note: reader.value("note") });
    tell(untold, `projects ${id}`, reader, ["area", "note"]);
    const first = found.find((one) => one["id"] === id);
    if (!first) found.push(project);
    else if (!same(first, project)) reader.add("twice-item", "title", { taken: String(first["title"]), other: title });
  }
  return found;
}

/** The rows of a table as values by id; a row without an id is known by its title. `of` gives nothing for an empty row. */
function byId(
  table: Table,
  guide: Guide,
  is1904: boolean,
  known: readonly { id: string; title: string }[],
  of: (reader: RowReader, id: string) => Plain | undefined,
): Plain {
  const found: Plain = {};
  for (const row of table.rows) {
    const reader = new RowReader(row, table, guide.columns, is1904);
    const title = reader.text("title");
    const named = known.filter((one) => keyOf(one.title) === keyOf(title));
    const id = reader.text("id") || (named.length === 1 ? named[0]?.id : undefined);
    if (id === undefined) {
      if (title !== "") reader.add("unknown-row", "title", { value: title });
      continue;
    }
    const fields = of(reader, id);
    if (!fields) continue;
    const at = reader.value("changed.at");
    const by = reader.text("changed.by");
    const changed = at === undefined ? undefined : { at, ...(by === "" ? {} : { by }) };
    const value = withMore(reader, { ...fields, changed });
    if (!Object.keys(value).length) continue;
    if (has(found, id)) {
      if (!same(found[id], value)) reader.add("twice-item", "title", { taken: title, other: title });
    } else Object.defineProperty(found, id, { value, enumerable: true, configurable: true, writable: true });
  }
  return found;
}

function withMore(reader: RowReader, fields: Plain): Plain {
  const text = reader.text("more");
  const extras = text === "" ? undefined : extrasRead(text);
  if (text !== "" && !extras) reader.add("json", "more", { value: text });
  return extras ? withExtras(defined(fields), extras) : defined(fields);
}

function defined(fields: Plain): Plain {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** What the checklist is; `within` has maps whose keys no cell holds. Throws `Refused` where the role is not ours. */
export function readAbout(table: Table, guide: Guide, is1904: boolean): Extras {
  const { columns } = guide;
  const own: Plain = {};
  const maps: Record<string, Plain> = {};
  const more: string[] = [];
  for (const row of table.rows) {
    const reader = new RowReader(row, table, columns, is1904);
    const cell = row.cells.get("value");
    const id = reader.text("id") || idByTitle(reader.text("title"), guide);
    const text = reader.text("value");
    if (id === undefined || text === "" || !cell) continue;
    if (row.unread.has("value")) continue;
    const [name = "", ...rest] = id.split(".");
    const kind = columns.about.find((one) => one.id === name)?.kind;
    if (kind === "json") more[Number(rest[0] ?? 1) - 1] = cell.text;
    else if (kind === "map" || kind === "day") {
      const day = dayWritten(text);
      if (day === undefined) reader.add("day", "value", { value: text });
      else if (kind === "day") own[name] = day;
      else (maps[`${name}s`] ??= Object.create(null) as Plain)[rest.join(".")] = day;
    } else if (kind === "lines") own[name] = linesOf(text).map((line) => idOf(line, name, guide));
    else if (kind === "number") own[name] = cell.number ?? Number(text);
    else if (kind === "flag") own[name] = optionOf(columns.lists["flag"] ?? [], text) ? true : undefined;
    else if (kind === "list") own[name] = roleOf(text, guide);
    else if (kind !== undefined) own[name] = text;
  }
  const text: string = more.join("");
  const extras = text === "" ? { own: {}, within: {} } : extrasRead(text);
  if (!extras) throw new Refused("damaged");
  const plainMaps = Object.fromEntries(Object.entries(maps).map(([name, map]) => [name, { ...map }]));
  return { own: { ...extras.own, ...defined(own), ...plainMaps }, within: extras.within };
}

function roleOf(text: string, guide: Guide): string {
  const role = optionOf(guide.columns.lists["role"] ?? [], text);
  if (!role) throw new Refused("role", { value: text });
  return role.id;
}

function idByTitle(title: string, guide: Guide): string | undefined {
  const key = keyOf(title);
  for (const row of guide.columns.about)
    for (const name of [row.title.zh, row.title.en, ...(row.also ?? [])]) {
      if (row.kind !== "map" && keyOf(name) === key) return row.id;
      const named = row.kind !== "map" ? [] : row.id === "target" ? guide.phases : guide.anchors;
      const found = named.find((one) => keyOf(name.replace("{name}", () => one.title)) === key);
      if (found) return `${row.id}.${found.id}`;
    }
  return undefined;
}

/** Focus areas and themes by id, or by what they are called. */
function idOf(line: string, field: string, guide: Guide): string {
  const known: { id: string; names: string[] }[] =
    field === "areas"
      ? guide.areas.map(({ id, title, short }) => ({ id, names: [title, short] }))
      : guide.areas.flatMap(({ themes }) => themes.map(({ id, title }) => ({ id, names: [title] })));
  if (known.some((one) => one.id === line)) return line;
  const key = keyOf(line);
  return known.find((one) => key !== "" && one.names.some((name) => keyOf(name) === key))?.id ?? line;
}
