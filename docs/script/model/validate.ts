/**
 * A checklist from outside, a file or the store: what is of the right kind is taken, all else is named by its place.
 *
 * Fields that are not known are kept as they are. Texts are cleaned as at input, so nothing enters that could not be typed.
 */
import { has } from "./change.ts";
import { FORMAT, VERSION } from "./checklist.ts";
import type { Checklist } from "./checklist.ts";
import { LIMITS, MAX_ITEMS, MAX_STEPS, cleaned, isDay, isTime, trimmed } from "./limits.ts";
import type { TextKind } from "./limits.ts";

export interface Problem {
  /** Of `huimin/workbench/words/validate.yaml`. */
  code: "kind" | "missing" | "text" | "too-many" | "twice" | "not-ours" | "newer" | "deep";
  path: (string | number)[];
}

/** What came of it: no checklist where it is no such thing at all. */
export interface Validated {
  checklist?: Checklist;
  problems: Problem[];
}

type Path = (string | number)[];
type Check = (value: unknown, path: Path, problems: Problem[]) => unknown;

const MAX_DEPTH = 12;
const NEVER = new Set(["__proto__", "constructor", "prototype"]);

/** Reads a plain value as a checklist of this version. */
export function validated(value: unknown): Validated {
  if (!isPlain(value) || value["format"] !== FORMAT) return { problems: [{ code: "not-ours", path: [] }] };
  if (!Number.isSafeInteger(value["version"])) return { problems: [{ code: "not-ours", path: ["version"] }] };
  if ((value["version"] as number) > VERSION)
    return { problems: [{ code: "newer", path: ["version"] }] };
  if (depth(value) > MAX_DEPTH) return { problems: [{ code: "deep", path: [] }] };
  const problems: Problem[] = [];
  const read = CHECKLIST(value, [], problems) as Checklist | undefined;
  // A name that was lost must not cost the work.
  const checklist = read && { ...read, name: read.name ?? "—" };
  return checklist && !problems.some((p) => p.code === "missing" && p.path.length === 1)
    ? { checklist, problems }
    : { problems };
}

const text =
  (kind: TextKind): Check =>
  (value, path, problems) => {
    if (typeof value === "number" || typeof value === "boolean") value = String(value);
    if (typeof value !== "string") return refuse(problems, "kind", path);
    const clean = cleaned(value, kind);
    if (clean.problem) problems.push({ code: "text", path });
    return trimmed(clean.text) || undefined;
  };
const when =
  (holds: (text: string) => boolean): Check =>
  (value, path, problems) =>
    typeof value === "string" && holds(value) ? value : refuse(problems, "kind", path);
const day = when(isDay);
const time = when(isTime);
const oneOf = (...values: unknown[]): Check => (value, path, problems) =>
  values.includes(value) ? value : refuse(problems, "kind", path);
const number: Check = (value, path, problems) =>
  typeof value === "number" && Number.isFinite(value) ? value : refuse(problems, "kind", path);
const whole: Check = (value, path, problems) =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? value : refuse(problems, "kind", path);
const anything: Check = (value) => scrubbed(value);

const list =
  (of: Check, most = MAX_ITEMS, unique = false): Check =>
  (value, path, problems) => {
    if (!Array.isArray(value)) return refuse(problems, "kind", path);
    if (value.length > most) refuse(problems, "too-many", path);
    const seen = new Set<unknown>();
    const items = value.slice(0, most).flatMap((item, n) => {
      const read = of(item, [...path, n], problems);
      if (read === undefined) return [];
      const id = isPlain(read) ? read["id"] : read;
      if (unique && seen.has(id)) {
        refuse(problems, "twice", [...path, n]);
        return [];
      }
      seen.add(id);
      return [read];
    });
    return items;
  };
const filled =
  (of: Check): Check =>
  (value, path, problems) => {
    const items = of(value, path, problems);
    return Array.isArray(items) && items.length ? items : undefined;
  };
const map =
  (of: Check): Check =>
  (value, path, problems) => {
    if (!isPlain(value)) return refuse(problems, "kind", path);
    const result: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value)) {
      if (NEVER.has(key) || key.length > LIMITS.line) continue;
      const read = of(item, [...path, key], problems);
      if (read !== undefined) result[key] = read;
    }
    return Object.keys(result).length ? result : undefined;
  };
const record =
  (known: Record<string, Check>, needed: string[] = []): Check =>
  (value, path, problems) => {
    if (!isPlain(value)) return refuse(problems, "kind", path);
    const result: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value)) {
      if (NEVER.has(key)) continue;
      const read = (has(known, key) ? known[key]! : anything)(item, [...path, key], problems);
      if (read !== undefined) result[key] = read;
    }
    const missing = needed.filter((key) => !(key in result));
    for (const key of missing) refuse(problems, "missing", [...path, key]);
    return missing.length || !Object.keys(result).length ? undefined : result;
  };

const line = text("line");
const stamp = record({ at: time, by: text("name") }, ["at"]);
const evidence = record({ number: line, link: text("link"), file: line, date: day });
const made = record(
  {
    edition: line,
    digest: line,
    lang: oneOf("zh", "en"),
    origin: oneOf("notice", "guide"),
    title: text("note"),
    detail: text("note"),
    output: text("note"),
    evidence: text("note"),
  },
  ["edition", "digest", "lang", "origin", "title", "output", "evidence"],
);
const own = record({ title: line, phase: line, requirement: line, project: line, evidence: line }, [
  "title",
  "phase",
]);
const STEP = {
  id: line,
  made,
  own,
  status: oneOf("in-hand", "done", "not-applicable"),
  reason: line,
  lead: line,
  helpers: filled(list(line)),
  due: day,
  evidence: filled(list(evidence)),
  note: text("note"),
  changed: stamp,
};
const value = record({ value: number, date: day, source: line }, ["value"]);
const CHECKLIST = record(
  {
    format: oneOf(FORMAT),
    version: whole,
    id: line,
    name: text("name"),
    example: oneOf(true),
    archived: oneOf(true),
    created: time,
    edition: line,
    role: oneOf("city", "province"),
    province: text("name"),
    city: text("name"),
    areas: list(line, MAX_ITEMS, true),
    themes: list(line, MAX_ITEMS, true),
    start: day,
    targets: map(day),
    anchors: map(day),
    offices: map(text("name")),
    parts: map(record({ sent: time, returned: time })),
    requirements: map(record({ reason: line, changed: stamp }, ["reason"])),
    steps: list(record(STEP, ["id"]), MAX_STEPS, true),
    projects: filled(
      list(record({ id: line, title: line, area: line, note: text("note") }, ["id", "title"]), MAX_ITEMS, true),
    ),
    indicators: map(
      record({
        baseline: value,
        targets: map(number),
        actual: filled(list(value, 500)),
        note: text("note"),
        changed: stamp,
      }),
    ),
    retired: filled(list(record({ ...STEP, on: day }, ["id", "on"]), MAX_STEPS, true)),
    history: filled(list(record({ at: time, path: anything }, ["at", "path"]), 1000)),
    revision: whole,
  },
  ["format", "version", "id", "created", "edition", "role", "areas", "themes", "steps", "revision"],
);

function refuse(problems: Problem[], code: Problem["code"], path: Path): undefined {
  problems.push({ code, path });
  return undefined;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value of a field that is not known, without names that would reach into objects. */
function scrubbed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(scrubbed);
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !NEVER.has(key))
      .map(([key, item]) => [key, scrubbed(item)]),
  );
}

function depth(value: unknown, level = 0): number {
  if (level > MAX_DEPTH || typeof value !== "object" || value === null) return level;
  return Object.values(value).reduce<number>((most, item) => Math.max(most, depth(item, level + 1)), level);
}
