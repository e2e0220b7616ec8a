/** Random checklists as they may stand in the store: every field, nasty texts, fields that are not known. */
import fc from "fast-check";
import type { Checklist } from "../../../docs/script/model/checklist.ts";
import { cleaned, isDay, trimmed } from "../../../docs/script/model/limits.ts";
import { validated } from "../../../docs/script/model/validate.ts";
import { guide } from "../small-guide.ts";

const NASTY = [
  ...["=1+1", "+86", "-5", "@SUM(A1)", "＝1", "'", "''", "'=1", '"', '""', ",", ";", "；", "：", "；；", "；文号：", "；链接", ": ", "、", "（", "）"],
  ...["文号：1；链接：2", "a；文件：b；", "Number: 1; Link: 2", "；；日期：2015-01-01", "2015：60", "2015-06-30：62.5（x）", "（x）", "：", "1e3", "007"],
  ...["_x000D_", "_x005F_x000D_", "<script>alert(1)</script>", "&amp;", "]]>", "<!DOCTYPE a>", "__proto__", "constructor", "😀", "👨‍👩‍👧", "𠮷", "﷽"],
  ...["2015-06-30", "2015/6/30", "TRUE", "#N/A", "未开始", "已完成", "Done", "步骤", "状态", "null", "undefined", "\\", "\\n", "a\tb", "一 二", "é"],
];
const raw = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.array(fc.constantFrom(...NASTY), { maxLength: 4 }).map((parts) => parts.join("")),
);
const texts = (kind: "name" | "line" | "link" | "note") =>
  fc.oneof({ weight: 12, arbitrary: raw }, { weight: 1, arbitrary: raw.map((text) => (text || "长").repeat(300)) }).map((text) => trimmed(cleaned(text, kind).text)).filter((text) => text !== "" && trimmed(cleaned(text, kind).text) === text);
const name = texts("name");
const line = texts("line");
const note = fc.oneof(texts("note"), fc.array(texts("line"), { minLength: 1, maxLength: 4 }).map((lines) => trimmed(cleaned(lines.join("\n"), "note").text)));
const day = fc.integer({ min: 0, max: 60_000 }).map((n) => new Date(Date.UTC(1950, 0, 1) + n * 86_400_000).toISOString().slice(0, 10)).filter(isDay);
const time = day.map((one) => `${one}T08:30:00.123Z`);
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })).map((n) => (n === 0 ? 0 : n));
const id = fc.oneof(fc.constantFrom(...guide.steps.map((step) => step.id)), line, fc.uuid());
const key = fc.oneof(line, fc.constantFrom("", " ", "a\nb", "x ", "2014", "2015", "prepare", "online", "lead"), fc.string({ maxLength: 8 })).filter((one) => !["__proto__", "constructor", "prototype"].includes(one));
/** Unknown fields: names that no version has. */
const unknown = fc.dictionary(fc.string({ minLength: 1, maxLength: 6 }).map((one) => `later-${one}`), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 2 }).map(plain);
const more = fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: unknown });

function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value).replace(/-0(?![.\d])/g, "0")) as T;
}

/** An object with some of its fields, and unknown ones. */
const some = <T extends object>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }, needed: (keyof T)[]) =>
  fc.tuple(fc.record(fields, { requiredKeys: needed as never }), more).map(([known, others]) => ({ ...others, ...(known as object) }) as T);
const map = <T>(value: fc.Arbitrary<T>) => fc.dictionary(key, value, { minKeys: 1, maxKeys: 4 }).filter((one) => Object.keys(one).length > 0);
const list = <T>(value: fc.Arbitrary<T>, maxLength = 4) => fc.array(value, { minLength: 1, maxLength });
const byId = <T extends { id: string }>(value: fc.Arbitrary<T>) => fc.uniqueArray(value, { minLength: 1, maxLength: 4, selector: (one) => one.id });

const stamp = some({ at: time, by: name }, ["at"]);
const evidence = fc.record({ number: line, link: texts("link"), file: line, date: day }, { requiredKeys: [] }).filter((one) => Object.keys(one).length > 0);
const made = some(
  { edition: line, digest: line, lang: fc.constantFrom("zh", "en"), origin: fc.constantFrom("notice", "guide"), title: note, detail: note, output: note, evidence: note } as Record<string, fc.Arbitrary<unknown>>,
  ["edition", "digest", "lang", "origin", "title", "output", "evidence"],
);
const own = some({ title: line, phase: fc.oneof(fc.constantFrom("prepare", "build"), line), requirement: line, project: line, evidence: line }, ["title", "phase"]);
const answers = {
  status: fc.constantFrom("in-hand", "done", "not-applicable"),
  reason: line,
  lead: line,
  helpers: list(line),
  due: day,
  evidence: list(fc.tuple(evidence, more).map(([known, others]) => ({ ...others, ...known }))),
  note,
  changed: stamp,
};
const step = some({ id, made, own, ...answers } as Record<string, fc.Arbitrary<unknown>>, ["id"]) as unknown as fc.Arbitrary<{ id: string }>;
const retired = some({ id, made, on: day, ...answers } as Record<string, fc.Arbitrary<unknown>>, ["id", "on"]) as unknown as fc.Arbitrary<{ id: string }>;
const value = some({ value: number, date: day, source: line }, ["value"]);
const measured = some({ baseline: value, targets: map(number), actual: list(value), note, changed: stamp } as Record<string, fc.Arbitrary<unknown>>, ["note"]);

export const checklists: fc.Arbitrary<Checklist> = some(
  {
    format: fc.constant("huimin-checklist"),
    version: fc.constant(1),
    id: fc.uuid(),
    name,
    example: fc.constant(true),
    archived: fc.constant(true),
    created: time,
    edition: line,
    role: fc.constantFrom("city", "province"),
    province: name,
    city: name,
    areas: fc.uniqueArray(fc.oneof(fc.constantFrom("services", "grid"), line), { maxLength: 3 }),
    themes: fc.uniqueArray(line, { maxLength: 3 }),
    start: day,
    targets: map(day),
    anchors: map(day),
    offices: map(name),
    parts: map(some({ sent: time, returned: time }, ["sent"])),
    requirements: map(some({ reason: line, changed: stamp }, ["reason"])),
    steps: fc.uniqueArray(step, { maxLength: 6, selector: (one) => one.id }),
    projects: byId(some({ id: line, title: line, area: fc.constantFrom("services", "grid"), note }, ["id", "title"]) as unknown as fc.Arbitrary<{ id: string }>),
    indicators: map(measured),
    retired: byId(retired),
    revision: fc.nat(),
  } as Record<string, fc.Arbitrary<unknown>>,
  ["format", "version", "id", "name", "created", "edition", "role", "areas", "themes", "steps", "revision"],
).map((one) => {
  const { checklist, problems } = validated(plain(one));
  if (!checklist || problems.length) throw new Error(`the generator is wrong: ${JSON.stringify(problems)}`);
  return checklist;
});
